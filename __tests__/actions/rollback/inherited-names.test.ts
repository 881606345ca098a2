import { afterEach, expect, test } from "@jest/globals";
import { spec as functionsSpec } from "../../../actions/deploy-functions/spec.ts";
import { continuePlan } from "../../../kit/parts/functions/continue-plan.ts";
import { healthRequestOf } from "../../../kit/parts/functions/invoke.ts";
import { functionsPart, inspectFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { verifyJwtOf } from "../../../kit/parts/functions/declared/verify-jwt.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** What every object inherits, and Supabase takes as the name of a function. */
const names = ["constructor", "hasOwnProperty", "toString", "valueOf"];
const module = `import { version } from "../_shared/version.ts";\nDeno.serve(() => new Response(version));\n`;
const files = Object.fromEntries(names.map((name) => [`supabase/functions/${name}/index.ts`, module]));
const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });

async function stage(options: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const given = { functions: ["hello", ...names].join(", ") };
  const made = await liveRelease({
    phases: ["functions"],
    files,
    ...options,
    given: { ...given, ...options?.given },
  });
  open.push(made);
  return made;
}

test.each([
  ["with a record", {}],
  ["without one", { github: false }],
  ["without sources", { withoutSources: true }],
  ["without sources and a record", { withoutSources: true, github: false }],
])("functions with names that every object has go live and back as any other, %s", async (_, options) => {
  const made = await stage(options);
  expect(Object.keys(made.live().functions).sort()).toEqual([
    "constructor",
    "hasOwnProperty",
    "hello",
    "toString",
    "valueOf",
  ]);
  expect(made.live()).not.toEqual(made.before);
  const dry = await made.rollback({ needs, "dry-run": "true" });
  for (const name of names) expect(JSON.stringify(dry.report)).toContain(name);
  const { outputs } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  const all = ["hello", ...names].map((component) => ({ component, outcome: "reverted" }));
  expect(JSON.parse(outputs.components ?? "[]")).toEqual(expect.arrayContaining(all));
  expect(made.live()).toEqual(made.before);
});

test("settings by name are those that are declared, never what every object inherits", () => {
  for (const name of names) {
    expect(() => verifyJwtOf({ hello: false }, name)).toThrow(`nothing is declared for ${name}`);
    expect(healthRequestOf(name, {})).toMatchObject({ declared: false });
  }
});

test("one that is new in a release is planned as new, and a re-run knows it as done", async () => {
  const made = await stage({ phases: [], given: { functions: "hello" } });
  const declared = { functions: ["hello", ...names].join(", ") };
  const inputs = made.world.section("deploy-functions", functionsSpec.inputs);
  const wanted = { ...inputs, functions: declared.functions.split(", ") };
  const planned = functionsPart(await inspectFunctions(wanted, made.world));
  expect(planned.decisions).toMatchObject({
    functions: Object.fromEntries(names.map((name) => [name, { was: null }])),
  });
  const { done } = continuePlan(await inspectFunctions(wanted, made.world), planned);
  expect(done).toEqual([]);
  await made.byCommand(declared);
  const after = continuePlan(await inspectFunctions(wanted, made.world), planned);
  expect(after.done.map(({ slug }) => slug).sort()).toEqual(names);
  const { outputs } = await made.rollback({ needs });
  expect(outputs.outcome).toBe("rolled-back");
  expect(Object.keys(made.live().functions)).toEqual(["hello"]);
});
