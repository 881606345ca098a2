import type { PurgeOrder } from "../cdn.ts";
import type { Pattern } from "../pattern.ts";

/** What one call of Cloudflare's API can take: it refuses a body with two of these. */
export type Selector =
  | { readonly name: "files" | "prefixes" | "hosts" | "tags"; readonly items: readonly string[] }
  | { readonly name: "purge_everything" };

/** Items that one call takes on every plan. */
export const itemsPerCall = 100;

/** The calls for an order: one selector each, at most `itemsPerCall` items. */
export function selectorsOf({
  origins,
  patterns,
}: Pick<PurgeOrder, "origins" | "patterns">): readonly Selector[] {
  if (patterns.some(({ kind }) => kind === "everything")) return [{ name: "purge_everything" }];
  const values = (kind: Pattern["kind"]): readonly string[] =>
    patterns.flatMap((pattern) => (pattern.kind === kind && "value" in pattern ? [pattern.value] : []));
  const selectors: readonly Selector[] = [
    {
      name: "files",
      items: origins.flatMap((origin) => values("path").flatMap((path) => urls(origin, path))),
    },
    {
      name: "prefixes",
      items: origins.flatMap((origin) => values("prefix").map((base) => prefix(origin, base))),
    },
    { name: "hosts", items: values("host") },
    { name: "tags", items: values("tag") },
  ];
  return selectors.flatMap(inCalls);
}

/** Both halves of a selector that was too long for the account's plan; itself when it cannot be halved. */
export function halves(selector: Selector): readonly Selector[] {
  if (selector.name === "purge_everything" || selector.items.length < 2) return [selector];
  const { name, items } = selector;
  const middle = Math.ceil(items.length / 2);
  return [
    { name, items: items.slice(0, middle) },
    { name, items: items.slice(middle) },
  ];
}

/** The body of the call. */
export function bodyOf(selector: Selector): Readonly<Record<string, unknown>> {
  return selector.name === "purge_everything"
    ? { purge_everything: true }
    : { [selector.name]: selector.items };
}

function inCalls(selector: Selector): readonly Selector[] {
  if (selector.name === "purge_everything") return [selector];
  const { name } = selector;
  const items = [...new Set(selector.items)];
  const calls = Array.from(
    { length: Math.ceil(items.length / itemsPerCall) },
    (_, index) => index * itemsPerCall,
  );
  return calls.map((start) => ({ name, items: items.slice(start, start + itemsPerCall) }));
}

/** A copy is kept for each scheme: what http:// gave must not outlive what https:// gives. */
function urls(origin: string, path: string): readonly string[] {
  const { host, protocol } = new URL(origin);
  return protocol === "https:"
    ? [`https://${host}${path}`, `http://${host}${path}`]
    : [`http://${host}${path}`];
}

/** Host and path, without a scheme; the whole host for `/*`. */
function prefix(origin: string, base: string): string {
  return `${new URL(origin).host}${base === "/" ? "" : base}`;
}
