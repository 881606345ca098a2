export type Route =
  | { readonly view: "home" }
  | { readonly view: "assessment" }
  | { readonly view: "results"; readonly sessionId: string; readonly token: string | undefined }
  | { readonly view: "not-found" };

/** Finds what a URL shows. An empty `t` counts as no token. */
export function routeOf(url: URL): Route {
  const path = url.pathname.replace(/\/+$/, "") || "/";
  if (path === "/" || path === "/index.html") return { view: "home" };
  if (path === "/assessment") return { view: "assessment" };
  const sessionId = /^\/results\/([^/]+)$/.exec(path)?.[1];
  if (sessionId === undefined) return { view: "not-found" };
  return { view: "results", sessionId, token: url.searchParams.get("t") || undefined };
}

/** The link that opens the results of a session. */
export function resultsPath(session: { readonly id: string; readonly token: string }): string {
  return `/results/${encodeURIComponent(session.id)}?t=${encodeURIComponent(session.token)}`;
}
