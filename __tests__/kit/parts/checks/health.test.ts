import { expect, test } from "@jest/globals";
import { healthInputs, healthInputsOf, projectInputs } from "../../../../kit/parts/checks/health-inputs.ts";
import { healthGate, proveHealth } from "../../../../kit/parts/checks/health.ts";
import { enterPhase } from "../../../../kit/release/enter-phase.ts";
import type { StandInResponse } from "../../../../rehearsal/stand-ins/server.ts";
import { serve } from "../../../../rehearsal/stand-ins/server.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { testWorld } from "../../../support/test-world.ts";

const well = (name: string): object => ({ name, healthy: true, status: "ACTIVE_HEALTHY" });

/** A stack of one server: the platform's API, two functions, one origin. `answers` replaces any of them. */
async function stack(answers: Readonly<Record<string, readonly StandInResponse[]>> = {}) {
  const asked: string[] = [];
  const server = await serve([], ({ path, query }) => {
    asked.push(path);
    const own = answers[path];
    const turn = asked.filter((one) => one === path).length - 1;
    const planned = own?.[Math.min(turn, own.length - 1)];
    if (planned) return planned;
    if (path.endsWith("/health")) return { status: 200, json: query.getAll("services").map(well) };
    return { status: 200, body: "<!doctype html>" };
  });
  const clock = fakeClock();
  const world = await testWorld({ clock });
  const given = { supabase: "abc", "supabase-access-token": "t0ken", "supabase-api-url": server.url };
  const probes = {
    functions: ["one", "two"],
    functionsUrl: `${server.url}/fn`,
    functionsKey: undefined,
    healthRequest: {},
    origins: [server.url],
  };
  const inputs = (changes: Readonly<Record<string, string>> = {}) => ({
    ...healthInputsOf(inputsFrom({ ...healthInputs, ...projectInputs }, { ...given, ...changes }), world),
    ...probes,
  });
  return { server, asked, clock, world, inputs };
}

test("services, functions and origins are asked once, together, when all are well", async () => {
  const { server, asked, clock, world, inputs } = await stack();
  const proof = await proveHealth(inputs(), world, { complete: true });
  expect(proof).toMatchObject({ verdict: "pass", x: 6, n: 6 });
  expect(proof.evidence).toEqual(["6 of 6 services, functions and origins are healthy"]);
  expect(asked.toSorted()).toEqual(["/", "/fn/one", "/fn/two", "/v1/projects/abc/health"]);
  expect(clock.slept).toEqual([]);
  await server.close();
});

test.each([
  [
    "/v1/projects/abc/health",
    { status: 200, json: [{ name: "db", healthy: true, status: "UNHEALTHY", error: "no answer" }] },
    "db: UNHEALTHY (no answer).",
  ],
  ["/fn/two", { status: 503, json: { code: "BOOT_ERROR" } }, /two: .* answered 503/],
  ["/fn/two", { status: 404, json: { code: "NOT_FOUND_FUNCTION_BLOB" } }, /its bundle is not there/],
  ["/", { status: 502 }, /http:.* answered 502/],
  ["/v1/projects/abc/health", { status: 500, json: { message: "down" } }, /answered 500/],
] as const)("%s that is ill is ill, after it was asked three times", async (path, answer, reason) => {
  const { server, world, inputs } = await stack({ [path]: [answer] });
  const proof = await proveHealth(inputs(), world, { complete: true });
  expect(proof.verdict).toBe("fail");
  expect(proof.reason).toMatch(reason);
  await server.close();
});

test("what recovers while it is asked again is well", async () => {
  const { server, clock, world, inputs } = await stack({ "/fn/one": [{ status: 503 }, { status: 200 }] });
  expect(await proveHealth(inputs(), world, { complete: true })).toMatchObject({ verdict: "pass" });
  expect(clock.slept).toEqual([1000]);
  await server.close();
});

test("an old function that does not know today's health request serves all the same", async () => {
  const { server, world, inputs } = await stack({ "/fn/one": [{ status: 405 }] });
  const declared = { ...inputs(), healthRequest: { one: "GET ?health=1 200" } };
  expect(await proveHealth(declared, world, { complete: false })).toMatchObject({ verdict: "pass" });
  await server.close();
});

test("a function that is new is nothing to ask before it is deployed, and ill after", async () => {
  const absent = { status: 404, json: { code: "NOT_FOUND", message: "Requested function was not found" } };
  const { server, world, inputs } = await stack({ "/fn/two": [absent] });
  const before = await proveHealth(inputs(), world, { complete: false });
  expect(before).toMatchObject({ verdict: "pass", x: 5, n: 5 });
  expect(before.evidence).toContain("two is not deployed yet");
  expect(await proveHealth(inputs(), world, { complete: true })).toMatchObject({ verdict: "fail" });
  await server.close();
});

test("a gateway that wants a key answers for no function: it is neither healthy nor ill, and that is said", async () => {
  const json = { code: "UNAUTHORIZED_NO_AUTH_HEADER", message: "Missing authorization header" };
  const { server, world, inputs } = await stack({ "/fn/two": [{ status: 401, json }] });
  const proof = await proveHealth(inputs(), world, { complete: true });
  expect(proof).toMatchObject({ verdict: "pass", x: 5, n: 5 });
  expect(proof.evidence).toContainEqual(expect.stringMatching(/^two: .* whether it serves is not told/));
  await server.close();
});

test("without a token, or with one that may not ask, that is said and nobody is blamed", async () => {
  const { server, world, inputs } = await stack({ "/v1/projects/abc/health": [{ status: 403 }] });
  const without = { ...inputs(), supabaseAccessToken: undefined };
  for (const given of [without, inputs()]) {
    const proof = await proveHealth(given, world, { complete: true });
    expect(proof).toMatchObject({ verdict: "pass", x: 3, n: 3 });
    expect(proof.evidence[1]).toMatch(/^the project's services were not asked: /);
  }
  await server.close();
});

test("a phase whose stack is ill does not begin, unless it is told to mend it", async () => {
  const { server, world, inputs } = await stack({ "/": [{ status: 502 }] });
  const phase = { target: "production", release: "r", plan: undefined };
  const alone = { planDigest: undefined, planStamp: undefined, planMaxAge: 86_400_000 };
  const rest = { ...alone, environment: undefined, githubToken: undefined, gates: {} };
  const part = {
    phase: "deploy-web",
    work: "some",
    decisions: {},
    measurements: {},
    undo: { possible: "yes" },
    unverified: [],
    says: [],
  } as const;
  const enter = (healthy: Parameters<typeof enterPhase>[4]) =>
    enterPhase(world, "deploy-web", { ...phase, ...rest }, part, healthy);
  await expect(enter(healthGate(inputs(), world, { complete: true }))).rejects.toMatchObject({
    code: "PR208",
    message: expect.stringMatching(
      /^The stack is not healthy, so deploy-web did not begin: .* Nothing was changed\.$/,
    ),
  });
  expect(world.emitted["started"]).toBeUndefined();
  const mending = healthGate(inputs({ "require-healthy": "false" }), world, { complete: true });
  expect(await enter(mending)).toMatchObject({ release: "r" });
  await server.close();
});
