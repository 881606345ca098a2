import { bounded, usualMost } from "./bounded.ts";

/** What `fetch` takes, and how many bytes the answer may have where that is not what is usual. */
export interface HttpInit extends RequestInit {
  readonly most?: number;
}

/**
 * The web, in the shape of `fetch`. Reading an answer that is larger than it may be ends in PR306. A test passes a
 * local server's address, never a fake of this.
 */
export type Http = (url: string | URL, init?: HttpInit) => Promise<Response>;

/** The runtime's own `fetch`; for a file, or another host than the address names, what can send that. */
export const systemHttp: Http = async (url, init) => {
  const body = init?.body;
  if (body instanceof Blob)
    return await (await import("./http-with-file.ts")).httpWithFile(url, { ...init, body });
  const host = init?.headers === undefined ? null : new Headers(init.headers).get("host");
  if (host === null || host === new URL(url).host)
    return bounded(await fetch(url, init), init?.most ?? usualMost, url);
  return await (await import("./http-with-host.ts")).httpWithHost(url, init);
};
