import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { root } from "../bundle/bundle-child.ts";
import { type Stack, startStack } from "../bundle/stack.ts";

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
