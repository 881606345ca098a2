import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Plan } from "../../kit/release/plan.ts";
import { busyPart, planOf, whole } from "../support/planned-release.ts";
import { root } from "./bundle-child.ts";
import { type Stack, startStack } from "./stack.ts";

const patience = 90_000;
const schema = JSON.parse(readFileSync(join(root, "schemas/plan.schema.json"), "utf8")) as object;
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
}, patience);
afterAll(() => stack.close(), patience);

/** Plans in a fresh checkout, as another run of the same commit would. */
async function planOnce(run: number): Promise<{ readonly plan: Plan; readonly outputs: string }> {
  const { errors, outputs } = await stack.run("plan", { env: { GITHUB_RUN_ID: String(run) } });
  expect(errors).toEqual([]);
  const path = /^path<<(\S+)\n(.*)\n\1$/m.exec(outputs)?.[2] ?? "";
  return { plan: JSON.parse(readFileSync(path, "utf8")) as Plan, outputs };
}

test(
  "ten plans in a row have the same digests, and each is what its schema says",
  async () => {
    const plans: Plan[] = [];
    for (let run = 1; run <= 10; run += 1) {
      const { plan, outputs } = await planOnce(run);
      expect({ valid: accepts(plan), errors: accepts.errors }).toEqual({ valid: true, errors: null });
      expect(outputs).toMatch(/^stamp<<(\S+)\n\S+Z attempt-1 [0-9a-f]{64}\n\1$/m);
      plans.push(plan);
    }
    const digests = new Set(plans.map((plan) => JSON.stringify(plan.digests)));
    expect(digests.size).toBe(1);
    expect(plans[0]?.parts.map(({ work }) => work)).toEqual(["some", "some", "some", "none"]);
    expect(new Set(plans.map(({ release }) => release)).size).toBe(10);
  },
  patience,
);

const good = planOf(whole);
const wrong: readonly (readonly [string, unknown])[] = [
  ["another format", { ...good, schema: "prism-rollout/plan@2" }],
  ["no commit", { ...good, commit: undefined }],
  ["a commit that is none", { ...good, commit: "main" }],
  ["a phase that does not exist", { ...good, parts: [{ ...whole[0], phase: "seed" }] }],
  ["work that is neither none nor some", { ...good, parts: [{ ...whole[0], work: "maybe" }] }],
  ["a way back without a why", { ...good, parts: [{ ...whole[0], undo: { possible: "no" } }] }],
  ["a float", { ...good, parts: [{ ...whole[0], decisions: { share: 0.5 } }] }],
  ["a digest that is none", { ...good, digests: { migrate: "abc" } }],
  ["a gate with another rule", { ...good, gates: [{ ...good.gates[0], declared: "maybe" }] }],
  [
    "a detail without its warnings",
    { ...good, parts: [busyPart("migrate", [], { details: [{ what: "x" } as never] })] },
  ],
];
test("a plan is as its schema says, whatever else a later version adds to it", () => {
  expect(accepts(JSON.parse(JSON.stringify(good)))).toBe(true);
  expect(accepts({ ...JSON.parse(JSON.stringify(good)), later: { more: 1 } })).toBe(true);
});
test.each(wrong)("a plan with %s is none", (_, plan) => {
  expect(accepts(JSON.parse(JSON.stringify(plan)))).toBe(false);
});
