import { tagsOf } from "../edge/forget.ts";
import type { CachedAnswer } from "../edge/state.ts";
import type { CloudflareZone } from "./state.ts";
import { fieldsOf } from "../../../kit/ports/json-object.ts";

/** A purge's body, read: which copies it means, or why it is refused. */
export type Selection =
  | { readonly means: (copy: CachedAnswer) => boolean; readonly costs: boolean }
  | { readonly refused: Refused };

export interface Refused {
  readonly code: number;
  readonly message: string;
}

const names = ["purge_everything", "files", "tags", "hosts", "prefixes"] as const;

/** Reads the body of a purge: exactly one selector, as many items as the plan allows, each well-formed. */
export function readSelection(body: unknown, zone: CloudflareZone): Selection {
  const given = fieldsOf(body);
  const found = names.filter((name) => given[name] !== undefined);
  const [name] = found;
  if (name === undefined) {
    const all = names.map((one) => `"${one}"`);
    const message = `Request must contain one of ${all.slice(0, -1).join(", ")} or ${all.at(-1) ?? ""}`;
    return refuse(1012, message);
  }
  if (found.length > 1) return refuse(1012, `Request must contain only one of ${found.join(", ")}`);
  if (name === "purge_everything") {
    if (given[name] === true) return { means: () => true, costs: true };
    return refuse(1012, "purge_everything must be true");
  }
  const items = given[name];
  if (!Array.isArray(items) || items.length === 0)
    return refuse(1012, `${name} must be a list of at least one`);
  const limit = name === "files" && zone.plan === "enterprise" ? 500 : 100;
  if (items.length > limit) return refuse(1094, `You may only purge up to ${limit} ${name} at a time`);
  return itemsOf(name, items, zone);
}

function itemsOf(
  name: "files" | "tags" | "hosts" | "prefixes",
  items: readonly unknown[],
  zone: CloudflareZone,
): Selection {
  if (name === "files") {
    const urls = items.map(urlOf);
    const wrong = urls.findIndex((url) => url === undefined || !isOfZone(url.host, zone));
    if (wrong !== -1) return refuse(1016, `Unable to purge ${String(items[wrong])}, which is an invalid URL`);
    const keys = new Set(
      urls.flatMap((url) => (url ? [keyOf(url.host, url.pathname, queryText(url.searchParams))] : [])),
    );
    return { means: (copy) => keys.has(keyOf(copy.host, copy.path, copy.query)), costs: false };
  }
  if (!items.every((item) => typeof item === "string")) return refuse(1012, `${name} must be texts`);
  if (name === "hosts") return { means: (copy) => items.includes(copy.host), costs: true };
  if (name === "tags") {
    const wanted = items.map((item) => item.toLowerCase());
    return { means: (copy) => tagsOf(copy, "cache-tag").some((tag) => wanted.includes(tag)), costs: true };
  }
  const wrong = items.find(
    (item) => /^[a-z]+:\/\//i.test(item) || /[?#*]/.test(item) || item.split("/").length > 32,
  );
  if (wrong !== undefined)
    return refuse(1138, `Invalid prefix ${wrong}: write host and path, without scheme or query`);
  return { means: (copy) => items.some((item) => isBelow(copy, item)), costs: true };
}

/** By path segments: `host/results` means `/results`, `/results?…` and `/results/…`, but not `/results-old`. */
function isBelow({ host, path }: CachedAnswer, prefix: string): boolean {
  const url = host + path;
  return url === prefix || url.startsWith(prefix.endsWith("/") ? prefix : `${prefix}/`);
}

function urlOf(item: unknown): URL | undefined {
  const text = typeof item === "object" && item !== null && "url" in item ? item.url : item;
  return typeof text === "string" && /^https?:\/\//.test(text) && URL.canParse(text)
    ? new URL(text)
    : undefined;
}

function isOfZone(host: string, zone: CloudflareZone): boolean {
  return zone.hosts.some(({ name, port }) => host === `127.0.0.1:${port}` || host === name);
}

function keyOf(host: string, path: string, query: string): string {
  return `${host}${path}${query}`;
}

/** As the edge keeps it: `?a` and `?a=` are one. */
function queryText(query: URLSearchParams): string {
  return query.size === 0 ? "" : `?${query.toString()}`;
}

function refuse(code: number, message: string): Selection {
  return { refused: { code, message } };
}
