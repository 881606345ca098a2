import { expect, test } from "@jest/globals";
import { smoke } from "../../../../../actions/smoke/smoke.ts";
import { runProbes } from "../../../../../kit/parts/checks/probes/run-probes.ts";
import { json, onStage, run, said } from "../../../../support/probe-stage.ts";

test("functions and RPCs are called as supabase-js calls them, each marked as nobody's attempt", async () => {
  const { result, asked } = await run(
    [
      { name: "a", function: "score?health=1", method: "GET" },
      { name: "b", function: "score/deep", body: { n: 1 }, headers: { authorization: "Bearer own" } },
      { name: "c", rpc: "start", body: { respondent: "{uuid}" }, headers: { "x-own": "1" } },
      { name: "d", path: "/x?y=1", method: "PUT", body: ["z"] },
    ],
    (_, response) => json(response, {}),
  );
  expect(result.outcome).toBe("passed");
  const calls = asked.map(({ method, url, body }) => [method, url, body]);
  expect(calls).toEqual([
    ["GET", "/functions/v1/score?health=1", ""],
    ["POST", "/functions/v1/score/deep", '{"n":1}'],
    ["POST", "/rest/v1/rpc/start", expect.stringMatching(/^\{"respondent":"[0-9a-f-]{36}"\}$/)],
    ["PUT", "/x?y=1", '["z"]'],
  ]);
  expect(asked.map(({ headers }) => headers["x-synthetic"])).toEqual(["true", "true", "true", "true"]);
  expect(asked.map(({ headers }) => headers["apikey"])).toEqual([
    "sb_publishable_1",
    "sb_publishable_1",
    "sb_publishable_1",
    undefined,
  ]);
  expect(asked[0]?.headers["x-client-info"]).toMatch(/^supabase-js/);
  expect(asked[1]?.headers).toMatchObject({
    authorization: "Bearer own",
    "content-type": "application/json",
  });
  expect(asked[2]?.headers["x-own"]).toBe("1");
});

const attempt = [
  { name: "begins", rpc: "start", capture: { id: "session.id", list: "list" } },
  {
    name: "first",
    function: "f",
    body: { id: "{id}", text: "for {id}", list: "{list}" },
    expect: { json: { reused: false } },
  },
  { name: "second", function: "f", body: { id: "{id}" }, expect: { json: { reused: true, id: "{id}" } } },
];

test("what one answer holds later ones use, with its type: a second attempt with the same session", async () => {
  const seen = new Set<string>();
  const { result, asked } = await run(attempt, ({ url, body }, response) => {
    if (url.includes("rpc")) return json(response, { session: { id: 7 }, list: [1] });
    const { id } = JSON.parse(body) as { readonly id: number };
    json(response, { id, reused: seen.size > 0 });
    seen.add(body);
  });
  expect(result).toMatchObject({ outcome: "passed", reason: "all 3 probes passed" });
  expect(asked[1]?.body).toBe('{"id":7,"text":"for 7","list":[1]}');
});

test("what fails is asked twice, from a fresh beginning; who needs it is not asked", async () => {
  const { result, asked, world } = await run(attempt, ({ url }, response) =>
    url.includes("rpc") ? json(response, { session: {} }) : json(response, {}),
  );
  expect(said(result)).toEqual([
    "failed: session.id is not in it; list is not in it",
    "unasked: nothing gave it {id}",
    "unasked: nothing gave it {id}",
  ]);
  expect(result).toMatchObject({
    outcome: "failed",
    reason: "«begins» session.id is not in it; list is not in it",
  });
  expect(asked).toHaveLength(2);
  expect(world.log.lines).toContain(
    "info: «begins» session.id is not in it; list is not in it; all probes are asked once more.",
  );
});

test("what passes only the second time is told as that", async () => {
  const { result } = await run([{ name: "wavers", function: "f" }], (_, response, number) =>
    json(response, {}, number === 1 ? 503 : 200),
  );
  expect(result).toMatchObject({ outcome: "flaky", reason: "all 1 probes passed, but not at the first try" });
});

test("each way in which an answer can be wrong is told in plain words", async () => {
  const cases: readonly [unknown, string][] = [
    [{ status: [200, 201] }, "answered 401 (error: invalid_token), expected 200 or 201"],
    [{}, "answered 401 (error: invalid_token), expected 200 to 299"],
    [{ status: 401, headers: { "x-version": "v1" } }, 'its header x-version is "v2", expected v1'],
    [{ status: 401, headers: { "X-None": 1 } }, "its header x-none is not there, expected 1"],
    [{ status: 401, headers: { "content-type": "application/json" } }, ""],
    [{ status: 401, json: { error: "missing_token" } }, 'error is "invalid_token", expected "missing_token"'],
    [
      { status: 401, json: { count: 3, flag: true, nothing: 1 } },
      "count is 4, expected 3; flag is false, expected true; nothing is nothing, expected 1",
    ],
    [{ status: 401, json: { inner: { b: [1], a: null } } }, ""],
    [{ status: 401, json: { inner: [] } }, "inner is an object, expected []"],
    [{ status: 401, exists: ["inner.a", "inner.b[0]"] }, "inner.a is not there"],
    [{ status: 401, absent: ["inner.a", "count"] }, "count is there"],
    [{ status: 401, text: "invalid", "no-text": ["flag", "paywall"] }, "«flag» is in it"],
    [{ status: 401, text: ["nowhere"] }, "«nowhere» is not in it"],
  ];
  for (const [expected, what] of cases) {
    const { result } = await run([{ name: "a", function: "f", expect: expected }], (_, response) => {
      response.setHeader("x-version", "v2");
      json(response, { error: "invalid_token", count: 4, flag: false, inner: { a: null, b: [1] } }, 401);
    });
    expect(result.rows[0]?.said).toBe(what);
  }
});

const exists = [{ name: "a", function: "f", expect: { exists: "ok" } }];

test("who has no account, no key or no project says what to write, before anything is asked", async () => {
  await onStage(
    () => undefined,
    async ({ inputs, url, world, asked }) => {
      const probe = [{ name: "a", path: "/{account.NAME}" }];
      await expect(runProbes(inputs(probe), { origin: url }, world)).rejects.toMatchObject({
        code: "PR102",
        message: "smoke.probes: the probe «a» uses {account.NAME}, which is not given. Nothing was asked.",
      });
      const keyless = { ...inputs(exists), publishableKey: undefined };
      await expect(smoke({ ...keyless, stage: "before" }, world)).rejects.toMatchObject({
        code: "PR102",
        message: expect.stringContaining("`publishable-key` is not given"),
      });
      const nowhere = { ...inputs(exists), functionsUrl: undefined };
      await expect(runProbes(nowhere, { origin: url }, world)).rejects.toMatchObject({
        message: expect.stringContaining("`supabase` is not given"),
      });
      expect(asked).toEqual([]);
    },
  );
});

test("where only some are asked, those that need an account that is not there are left out, and those that need these", async () => {
  const tags = ["@read-only"];
  await onStage(
    (_, response) => json(response, { a: 1 }),
    async ({ inputs, url, world, asked }) => {
      const probes = [
        { name: "a", path: "/a?{account.NAME}", capture: { a: "a" }, tags },
        { name: "b", path: "/b?{a}", tags },
        { name: "c", path: "/c", tags },
        { name: "d", path: "/d" },
      ];
      expect(await runProbes(inputs(probes), { origin: url, tag: "@read-only" }, world)).toMatchObject({
        outcome: "passed",
      });
      expect(asked.map((one) => one.url)).toEqual(["/c"]);
      expect(world.log.lines).toContain("info: 2 of 3 probes need accounts, which this job does not have.");
      expect(await runProbes(inputs(probes), { origin: url, tag: "@none" }, world)).toBeUndefined();
    },
  );
});
