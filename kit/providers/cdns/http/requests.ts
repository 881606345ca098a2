import type { PurgeOrder } from "../cdn.ts";
import type { Pattern } from "../pattern.ts";
import { type Template, type Templates, type Values, addressRegex, fill, prefixRegex } from "./template.ts";

/** One request, filled in; the same for every node. */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** The requests for an order, each once: patterns of addresses for each origin, which is the request's `Host`. */
export function requestsOf(
  templates: Templates,
  { origins, patterns }: Pick<PurgeOrder, "origins" | "patterns">,
  token: string | undefined,
): readonly Request[] {
  const all = patterns.flatMap((pattern) => {
    const template = templates[pattern.kind];
    if (template === undefined) return [];
    return meantOrigins(template, pattern, origins).map((origin) =>
      filledIn(template, { ...valuesOf(pattern, origin), ...(token === undefined ? {} : { token }) }),
    );
  });
  return [...new Map(all.map((request) => [JSON.stringify(request), request])).values()];
}

/** Tags are not an origin's own, unless the template names one. */
function meantOrigins(template: Template, { kind }: Pattern, origins: readonly string[]): readonly string[] {
  const isByOrigin = /\{(?:host|origin)\}/.test(JSON.stringify(template));
  const once = kind === "host" || ((kind === "tag" || kind === "everything") && !isByOrigin);
  return once ? origins.slice(0, 1) : origins;
}

function valuesOf(pattern: Pattern, origin: string): Values {
  const { host } = new URL(origin);
  const where = { host, origin };
  if (pattern.kind === "path") return { ...where, path: pattern.value, regex: addressRegex(pattern.value) };
  if (pattern.kind === "prefix")
    return { ...where, prefix: pattern.value, regex: prefixRegex(pattern.value) };
  if (pattern.kind === "tag") return { ...where, tag: pattern.value };
  return pattern.kind === "host" ? { host: pattern.value } : where;
}

function filledIn({ method, target, headers, body }: Template, values: Values): Request {
  const written = headers.map(([name, value]) => [name.toLowerCase(), fill(value, values)] as const);
  return {
    method,
    target: fill(target, values),
    headers: { host: values["host"] ?? "", ...Object.fromEntries(written) },
    body: body === undefined ? undefined : fill(body, values),
  };
}
