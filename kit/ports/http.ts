/** The web, in the shape of `fetch`. A test passes a local server's address, never a fake of this. */
export type Http = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** The runtime's own `fetch`. */
export const systemHttp: Http = (url, init) => fetch(url, init);
