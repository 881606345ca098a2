import { afterEach, expect, test } from "@jest/globals";
import { healthProbe } from "../../../kit/compatibility/probes.ts";
import type { Setting, Stage } from "../../../kit/compatibility/stage.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** What a probe says of a function whose project answers so. */
async function asked(status: number, body: object, broken?: string) {
  const server = await serveLoopback((_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  open.push(server);
  const stage: Stage = {
    url: server.url,
    host: new URL(server.url).host,
    anonKey: "key",
    name: "before",
    broken: new Map(broken === undefined ? [] : [["score", broken]]),
    close: async () => {},
  };
  const world = { http: systemHttp, clock: systemClock, log: recordingLog() };
  const setting = { signal: new AbortController().signal } as Setting;
  return await healthProbe("score", {}, world).ask(stage, setting);
}

test("a function that answers passes; one that says that it fails, fails", async () => {
  expect(await asked(200, { ok: true })).toEqual({ is: "pass" });
  expect(await asked(500, { error: "column does not exist" })).toMatchObject({ is: "fail" });
});

test("what the gateway answers in a function's place is no pass: nothing is known of the function", async () => {
  expect(await asked(401, { code: "UNAUTHORIZED_NO_AUTH_HEADER" })).toEqual({
    is: "unknown",
    why: expect.stringContaining("refused by the gateway"),
  });
});

test("a function that does not start is not asked", async () => {
  expect(await asked(200, {}, "no module")).toEqual({ is: "unknown", why: "it does not start: no module" });
});
