import { type Input, type Parsed, type Texts, list, optional } from "../../action/input.ts";
import { UserError } from "../../errors/user-error.ts";

const wanted: Parsed<readonly string[]> = {
  expected: "origins such as app.example.com (https), or http:// for loopback only",
  write: "[app.example.com]",
};

/** Several origins: `app.example.com` is taken as `https://app.example.com`; `http://` only for loopback. */
export function origins(texts: Texts): Input<readonly string[]> {
  const texting = list(texts);
  const parse = (raw: unknown): Parsed<readonly string[]> => {
    const parts = texting.parse(raw);
    if (!("value" in parts)) return parts;
    const read = parts.value.map(originOf);
    return read.every((one) => one !== undefined) ? { value: read } : wanted;
  };
  return { ...texting, kind: "list of origins", parse };
}

/** Where the host is asked when the origins' own names lead to a CDN that no query gets past. */
export const hostOrigins = optional(
  origins({
    description:
      "The same sites past the CDN, one for each of `origins` in the same order (such as the host's own domain). Only where the CDN's cache ignores queries; otherwise a query that is new each time gets past it.",
  }),
);

/**
 * Where each origin is asked for what is behind the CDN.
 * @throws {UserError} PR102 when `host-origins` are not as many as `origins`.
 */
export function pastOrigins(inputs: {
  readonly origins: readonly string[];
  readonly hostOrigins: readonly string[] | undefined;
}): readonly string[] {
  if (inputs.hostOrigins === undefined || inputs.hostOrigins.length === inputs.origins.length)
    return inputs.hostOrigins ?? inputs.origins;
  throw new UserError(
    "PR102",
    `There are ${inputs.origins.length} origins, but ${inputs.hostOrigins.length} host-origins.`,
    "Write one of host-origins for each of origins, in the same order.",
  );
}

/** The origin as a URL without a path, or undefined when it is none. */
export function originOf(text: string): string | undefined {
  const typed = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  if (!bare || /\s/.test(text)) return undefined;
  if (url.protocol === "https:") return url.origin;
  return url.protocol === "http:" && isLoopback(url.hostname) ? url.origin : undefined;
}

/** A host that a vendor names without a scheme, as a URL: loopback speaks plain HTTP, all else https. */
export function urlOfHost(host: string): string {
  return `${isLoopback(host.replace(/:\d+$/, "")) ? "http" : "https"}://${host}`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
