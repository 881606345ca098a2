import { UserError } from "../errors/user-error.ts";

export const MB = 1024 * 1024;

/** Bytes that an answer may have where nothing larger is expected: what is read is held in the memory. */
export const usualMost = 64 * MB;

/** Bytes of what is downloaded: an artifact of a run, a program, a file of a site. */
export const downloadMost = 1024 * MB;

/** Why an answer is read no further. The host alone is named: a path may be a secret. */
export function tooLarge(url: string | URL, most: number): UserError {
  return new UserError(
    "PR306",
    `${new URL(url).host} answered with more than ${Math.floor(most / MB)} MB, and was read no further.`,
    "Something between this machine and the service may answer for it (a proxy, a login page). Check its address, then run again.",
  );
}

/**
 * The same answer, of which no more than `most` bytes can be read: after compression is undone, and whatever it says of
 * its length. Reading on ends in PR306, and the connection with it; `note` is told of it, for clients that swallow errors.
 * @throws {UserError} PR306 at once where it says itself that it is larger.
 */
export function bounded(
  response: Response,
  most: number,
  url: string | URL,
  note: (error: UserError) => void = () => undefined,
): Response {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  const reader = body.getReader();
  const stop = (): UserError => {
    const error = tooLarge(url, most);
    note(error);
    // Nobody waits for a server that has not ended to let go.
    reader.cancel(error).catch(() => undefined);
    return error;
  };
  if (Number(headers.get("content-length")) > most) throw stop();
  let seen = 0;
  const counted = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        seen += value.byteLength;
        if (seen > most) throw stop();
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(counted, { status, statusText, headers });
}
