import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { ServerResponse } from "node:http";
import { systemHttp } from "../../../kit/ports/http.ts";
import { jsonApi } from "../../../kit/ports/json-api.ts";
import { type FakeClock, fakeClock } from "../../support/fake-clock.ts";
import { type RecordingLog, recordingLog } from "../../support/recording-log.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

type Answer = (response: ServerResponse, number: number) => void;

let clock: FakeClock;
let log: RecordingLog;
let close: () => Promise<void> = async () => {};

beforeEach(() => {
  clock = fakeClock();
  log = recordingLog();
});
afterEach(() => close());

async function apiThat(answer: Answer) {
  const server = await serveLoopback((_, response, number) => answer(response, number));
  close = server.close;
  const api = jsonApi(
    { http: systemHttp, clock, log },
    {
      name: "Vendor",
      baseUrl: server.url,
      headers: { authorization: "Bearer s3cret-token" },
      tokenHint: "Set vendor-token.",
      attempts: 3,
      timeout: 2000,
    },
  );
  return { api, asked: server.asked };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => {
  return (response) => response.writeHead(status, headers).end(JSON.stringify(body));
};

test("an answer comes back with its status and value; an empty body is no value", async () => {
  const { api } = await apiThat((response, n) =>
    n === 1 ? json(200, { id: 1 })(response, n) : response.writeHead(201).end(),
  );
  expect(await api("GET", "/things")).toMatchObject({ status: 200, json: { id: 1 } });
  expect(await api("POST", "/things", { json: {} })).toMatchObject({ status: 201, json: undefined });
});

test("429 is waited for as the service says, one line an attempt", async () => {
  const { api } = await apiThat((response, n) =>
    n === 1
      ? json(429, { message: "slow down" }, { "retry-after": "7" })(response, n)
      : json(200, { ok: true })(response, n),
  );
  await api("POST", "/things", { json: {} });
  expect(clock.slept).toEqual([7000]);
  expect(log.lines).toEqual([
    "info: Vendor POST /things: attempt 1 of 3 failed: Vendor POST /things answered 429: slow down. Trying again in 7.0 s.",
  ]);
});

test("a lost answer to a call that is not safe to repeat is told, not sent again", async () => {
  const { api, asked } = await apiThat((response) => response.destroy());
  await expect(api("POST", "/things", { json: {} })).rejects.toMatchObject({ code: "PR301" });
  expect(asked).toHaveLength(1);
});

test("a safe call is repeated after a cut connection and after 502", async () => {
  const { api, asked } = await apiThat((response, n) =>
    n === 1
      ? response.destroy()
      : n === 2
        ? json(502, {})(response, n)
        : json(200, { ok: true })(response, n),
  );
  expect(await api("GET", "/things")).toMatchObject({ json: { ok: true } });
  expect(asked).toHaveLength(3);
});

test("an HTML page where JSON was due names what may stand between", async () => {
  const { api } = await apiThat((response) => response.end("<html>Please log in</html>"));
  await expect(api("GET", "/things")).rejects.toMatchObject({
    code: "PR306",
    message: expect.stringContaining("answered 200 with an HTML page: <html>Please log in</html>"),
  });
});

test("each refusal has its own code and says what to do, and never shows the token", async () => {
  const cases = [
    [401, "PR302", "Set vendor-token."],
    [403, "PR302", "Set vendor-token."],
    [404, "PR303", "Check the names"],
    [422, "PR304", "nothing was sent again"],
    [503, "PR305", "status page of Vendor"],
  ] as const;
  for (const [status, code, fix] of cases) {
    const { api } = await apiThat(json(status, { error: { message: "no" } }));
    const error = await api("GET", "/things").catch((thrown: unknown) => thrown as Error & { fix: string });
    expect(error).toMatchObject({ code, message: `Vendor GET /things answered ${status}: no` });
    expect((error as { fix: string }).fix).toContain(fix);
    expect(JSON.stringify(error)).not.toContain("s3cret");
    await close();
  }
});

test("a refused connection is tried again even for a call that is not safe: it never arrived", async () => {
  const { api } = await apiThat(json(200, {}));
  await close();
  await expect(api("POST", "/things", { json: {} })).rejects.toMatchObject({ code: "PR301" });
  expect(clock.slept).toHaveLength(2);
});

test("a status that the caller accepts is an answer", async () => {
  const { api } = await apiThat(json(409, { code: "exists" }));
  expect(await api("POST", "/things", { accept: [201, 409] })).toMatchObject({
    status: 409,
    json: { code: "exists" },
  });
});
