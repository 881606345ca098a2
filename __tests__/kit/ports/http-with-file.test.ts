import { afterEach, expect, test } from "@jest/globals";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemHttp } from "../../../kit/ports/http.ts";
import { httpWithFile } from "../../../kit/ports/http-with-file.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(...given: Parameters<typeof serveLoopback>): Promise<string> {
  const server = await serveLoopback(...given);
  open.push(server);
  return server.url;
}

async function fileOf(bytes: number): Promise<Blob> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-file-"));
  open.push({ close: () => rm(folder, { recursive: true }) });
  await writeFile(join(folder, "file"), "begin");
  await truncate(join(folder, "file"), bytes);
  return await openAsBlob(join(folder, "file"));
}

test("a file arrives whole, with its length said before", async () => {
  const url = await start((request, response) => {
    let size = 0;
    request.on("data", (piece: Buffer) => (size += piece.length));
    request.on("end", () => response.end(JSON.stringify([size, request.headers["content-length"]])));
  });
  const answer = await systemHttp(url, { method: "PUT", body: await fileOf(3_000_000) });
  expect(await answer.json()).toEqual([3_000_000, "3000000"]);
});

test("a connection on which nothing moves is given up, and may be tried again", async () => {
  const url = await start(() => undefined);
  const sent = httpWithFile(url, { body: await fileOf(10) }, 50);
  await expect(sent).rejects.toMatchObject({
    message: "fetch failed",
    cause: { message: "nothing moved for 0.05 s" },
  });
});

test("an answer that comes before all was sent is the answer", async () => {
  const url = await start((_, response) => response.writeHead(413).end("too large"));
  const answer = await systemHttp(url, { method: "PUT", body: await fileOf(50_000_000) });
  expect([answer.status, await answer.text()]).toEqual([413, "too large"]);
});

test("a cut connection is an error with its cause", async () => {
  const url = await start((request) => request.socket.destroy());
  const sent = systemHttp(url, { method: "PUT", body: await fileOf(5_000_000) });
  await expect(sent).rejects.toMatchObject({ message: "fetch failed", cause: expect.anything() });
});

test("a signal ends it", async () => {
  const url = await start(() => undefined);
  const ending = new AbortController();
  const sent = systemHttp(url, { method: "PUT", body: await fileOf(10), signal: ending.signal });
  ending.abort(new Error("enough"));
  await expect(sent).rejects.toThrow("fetch failed");
});
