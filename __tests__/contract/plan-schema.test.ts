import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { busyPart, planOf, whole } from "../support/planned-release.ts";

const root = resolve(import.meta.dirname, "../..");
const schema = JSON.parse(readFileSync(join(root, "schemas/plan.schema.json"), "utf8")) as object;
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

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
