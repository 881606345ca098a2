import type { Http } from "../../kit/ports/http.ts";

/** A web that is cut: the request that fits still arrives, its answer and everything after it does not. */
export function cutAfter(http: Http, method: string, path: RegExp): Http {
  let cut = false;
  return async (url, init) => {
    if (cut) throw new TypeError("fetch failed", { cause: { code: "ENETDOWN" } });
    const { pathname } = new URL(url);
    cut = path.test(pathname) && (init?.method ?? "GET") === method;
    const answer = await http(url, init);
    if (cut) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
    return answer;
  };
}

/** The same at the first request that fits, once so many others have come through. */
export function cutAtNext(
  http: Http,
  method: string,
  path: RegExp,
  { method: other, times }: { readonly method: string; readonly times: number },
): Http {
  let seen = 0;
  let cut = false;
  return async (url, init) => {
    const asked = init?.method ?? "GET";
    cut ||= seen >= times && asked === method && path.test(new URL(url).pathname);
    if (cut) throw new TypeError("fetch failed", { cause: { code: "ENETDOWN" } });
    if (asked === other) seen += 1;
    return await http(url, init);
  };
}

/** The answer to the first request that fits is lost; all others come through. */
export function loseAnswer(http: Http, method: string, path: RegExp): Http {
  let lost = false;
  return async (url, init) => {
    const answer = await http(url, init);
    if (lost || !path.test(new URL(url).pathname) || (init?.method ?? "GET") !== method) return answer;
    lost = true;
    throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
}
