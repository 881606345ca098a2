import { expect, test } from "@jest/globals";
import { guard } from "../../../../rehearsal/stand-ins/supabase/access.ts";
import type { SupabaseContext } from "../../../../rehearsal/stand-ins/supabase/context.ts";
import { newSupabaseState } from "../../../../rehearsal/stand-ins/supabase/state.ts";

const token = "sbp_any";
const state = newSupabaseState({
  ref: "abcdefghijklmnopqrst",
  tokens: { [token]: { user: "ada", permissions: "all" } },
});

test("a bench's endpoints take as many calls in as much time as it says, and tell when they take the next", async () => {
  const clock = { now: 0 };
  const rate = { calls: 2, milliseconds: 6000 };
  const context = { state, rate, now: () => clock.now } as unknown as SupabaseContext;
  const [route] = guard([["GET", "/v1/projects", "projects_read", () => ({ status: 200 })]], context);
  const ask = async (): Promise<unknown[]> => {
    const headers = { authorization: `Bearer ${token}` };
    const request = {
      method: "GET",
      path: "/v1/projects",
      params: {},
      query: new URLSearchParams(),
      headers,
    };
    const answer = await route?.[2]({ ...request, body: Buffer.alloc(0) });
    return [answer?.status, answer?.headers?.["x-ratelimit-remaining"], answer?.headers?.["retry-after"]];
  };
  expect(await ask()).toEqual([200, "1", undefined]);
  clock.now = 1500;
  expect(await ask()).toEqual([200, "0", undefined]);
  expect(await ask()).toEqual([429, "0", "5"]);
  clock.now = 6000;
  expect(await ask()).toEqual([200, "1", undefined]);
});
