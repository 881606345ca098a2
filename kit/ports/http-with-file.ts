import { UserError } from "../errors/user-error.ts";
import { answerOf } from "./node-request.ts";

const longestIdle = 30_000;

/**
 * A request whose body is a file: its bytes are sent as they are read. `fetch` keeps all that it has sent until the
 * answer is there: a file of 1 GB took 1.1 GB. No redirect is followed; a connection on which nothing moves is given up.
 */
export async function httpWithFile(
  url: string | URL,
  init: RequestInit & { readonly body: Blob },
  idle = longestIdle,
): Promise<Response> {
  const { signal, body, method = "POST" } = init;
  const headers = {
    ...Object.fromEntries(new Headers(init.headers)),
    "content-length": String(body.size),
  };
  const options = { method, headers, agent: false, timeout: idle, ...(signal ? { signal } : {}) };
  try {
    return await answerOf(new URL(url), options, body);
  } catch (error) {
    if (error instanceof UserError) throw error;
    // As `fetch` says it: whoever tries again reads the cause.
    throw new TypeError("fetch failed", { cause: error });
  }
}
