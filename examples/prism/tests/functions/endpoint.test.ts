import { expect, test } from "@jest/globals";
import { endpoint } from "../../supabase/functions/_shared/endpoint.ts";
import { RESULTS_VERSION } from "../../supabase/functions/_shared/version.ts";

const URL = "http://localhost/echo";
const echo = endpoint("echo", async (body) => ({ status: 200, body }));
const post = (body: string) => echo(new Request(URL, { method: "POST", body }));

test("answers a preflight for any origin", async () => {
  const answer = await echo(new Request(URL, { method: "OPTIONS" }));
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.get("access-control-allow-headers")).toContain("authorization");
});

test("tells its name and version when asked for its health", async () => {
  const answer = await echo(new Request(`${URL}?health=1`));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ok: true, function: "echo", results_version: RESULTS_VERSION });
});

test("answers HEAD as a health check", async () => {
  expect((await echo(new Request(URL, { method: "HEAD" }))).status).toBe(200);
});

test("says its version on every answer, and lets browsers read it", async () => {
  for (const answer of [await post("{}"), await post("not json"), await echo(new Request(URL))]) {
    expect(answer.headers.get("x-results-version")).toBe(RESULTS_VERSION);
    expect(answer.headers.get("access-control-expose-headers")).toBe("x-results-version");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

test.each([
  ["not json", 400],
  ["7", 400],
  ["null", 400],
  ["", 200],
  ['{"a":1}', 200],
])("answers the body %p with %d", async (body, status) => {
  expect((await post(body)).status).toBe(status);
});

test("refuses other methods", async () => {
  expect((await echo(new Request(URL, { method: "DELETE" }))).status).toBe(405);
});
