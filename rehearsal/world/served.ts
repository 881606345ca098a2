import { sha256 } from "../../kit/release/canonical.ts";
import type { Http } from "../../kit/ports/http.ts";

/** What a browser gets from each origin: the digest of `/` and the assets that it names, or the status. */
export async function served(http: Http, origins: readonly string[]): Promise<Record<string, string>> {
  const pages = await Promise.all(origins.map(async (origin) => [origin, await page(http, origin)] as const));
  return Object.fromEntries(pages);
}

async function page(http: Http, origin: string): Promise<string> {
  const html = await get(http, `${origin}/`);
  const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path).sort();
  const bodies = await Promise.all(assets.map((path) => get(http, origin + path)));
  return sha256([html, ...bodies].map((body) => sha256(body)).join("\n"));
}

async function get(http: Http, url: string): Promise<string> {
  const response = await http(url, { redirect: "manual" });
  const body = await response.text();
  return response.ok ? body : `status ${response.status}`;
}
