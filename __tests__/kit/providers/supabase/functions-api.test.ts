import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import type { Http } from "../../../../kit/ports/http.ts";
import { functionsApi } from "../../../../kit/providers/supabase/functions-api.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { recordingLog } from "../../../support/recording-log.ts";

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A service that takes every question, and never answers. */
function silent() {
  let asked = 0;
  const http: Http = (_, init) => {
    asked += 1;
    const { signal } = init ?? {};
    return new Promise((_resolve, reject) =>
      signal?.addEventListener("abort", () => reject(new Error("given up", { cause: signal.reason }))),
    );
  };
  const world = { http, clock: fakeClock(), log: recordingLog(), signal: new AbortController().signal };
  const access = {
    supabase: "abcdefghijklmnopqrst",
    supabaseAccessToken: "t",
    supabaseApiUrl: "http://127.0.0.1:1",
  };
  return { api: functionsApi(world, access), asked: () => asked };
}

test("who only reads waits half a minute for an answer, and asks again; a bundle has three minutes", async () => {
  const reading = silent();
  const listed = expect(reading.api.list()).rejects.toMatchObject({ code: "PR301" });
  await jest.advanceTimersByTimeAsync(6 * 30_000);
  expect(reading.asked()).toBe(6);
  await listed;
  const building = silent();
  const metadata = {
    name: "a",
    entrypoint_path: "a.ts",
    import_map_path: "",
    static_patterns: [],
    verify_jwt: false,
  };
  const upload = { metadata, files: [] };
  const bundled = building.api.bundle("a", upload).catch((error: { code: string }) => error.code);
  await jest.advanceTimersByTimeAsync(179_000);
  expect(building.asked()).toBe(1);
  await jest.advanceTimersByTimeAsync(2000);
  expect(await bundled).toBe("PR301");
});
