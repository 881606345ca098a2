import { type RequestOptions, request as plain } from "node:http";
import { request as secure } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { tooLarge, usualMost } from "./bounded.ts";

/**
 * Sends a request by Node's own client, where `fetch` cannot do what is needed, and gives the whole answer.
 * @throws {UserError} PR306 for an answer of more bytes than `most`.
 */
export function answerOf(
  address: URL,
  options: RequestOptions,
  body: string | Blob,
  most = usualMost,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const start = address.protocol === "https:" ? secure : plain;
    const sent = start(address, options, (message) => {
      const chunks: Buffer[] = [];
      let seen = 0;
      message.on("data", (chunk: Buffer) => {
        seen += chunk.length;
        if (seen > most) sent.destroy(tooLarge(address, most));
        else chunks.push(chunk);
      });
      message.on("error", reject);
      message.on("end", () => {
        const { statusCode: status = 0, headers } = message;
        const all = new Headers();
        for (const [name, value] of Object.entries(headers)) all.set(name, String(value));
        const isEmpty = [101, 204, 205, 304].includes(status);
        resolve(new Response(isEmpty ? null : Buffer.concat(chunks), { status, headers: all }));
        // An answer that came before the body was sent needs no more of it.
        sent.destroy();
      });
    });
    sent.on("error", reject);
    const idle = options.timeout ?? 0;
    sent.on("timeout", () => sent.destroy(new Error(`nothing moved for ${idle / 1000} s`)));
    if (typeof body === "string") sent.end(body);
    else pipeline(Readable.fromWeb(body.stream() as ReadableStream), sent).catch(reject);
  });
}
