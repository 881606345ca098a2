import { isIP } from "node:net";
import { UserError } from "../errors/user-error.ts";
import type { Http } from "./http.ts";
import { answerOf } from "./node-request.ts";

/**
 * A request whose header `host` is not the address that it goes to, as a cache is told of a site that it stands before;
 * `fetch` always sends the address. Over TLS the certificate must be that host's. No redirect is followed.
 */
export const httpWithHost: Http = async (url, init = {}) => {
  const address = new URL(url);
  const headers = Object.fromEntries(new Headers(init.headers));
  const name = (headers["host"] ?? "").replace(/:\d+$/, "");
  const { signal, body, method = "GET" } = init;
  const options = {
    method,
    headers,
    // Nothing is kept open for a second request that may never come.
    agent: false,
    ...(signal ? { signal } : {}),
    ...(address.protocol === "https:" && isIP(name) === 0 ? { servername: name } : {}),
  };
  if (body !== undefined && body !== null && typeof body !== "string")
    throw new TypeError("a request with a host of its own takes a text as its body");
  try {
    return await answerOf(address, options, body ?? "", init.most);
  } catch (error) {
    if (error instanceof UserError) throw error;
    // As `fetch` says it: whoever tries again reads the cause.
    throw new TypeError("fetch failed", { cause: error });
  }
};
