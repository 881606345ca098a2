/** The web, in the shape of `fetch`. A test passes a local server's address, never a fake of this. */
export type Http = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** The runtime's own `fetch`; for a file, or another host than the address names, what can send that. */
export const systemHttp: Http = async (url, init) => {
  const body = init?.body;
  if (body instanceof Blob)
    return await (await import("./http-with-file.ts")).httpWithFile(url, { ...init, body });
  const host = init?.headers === undefined ? null : new Headers(init.headers).get("host");
  if (host === null || host === new URL(url).host) return await fetch(url, init);
  return await (await import("./http-with-host.ts")).httpWithHost(url, init);
};
