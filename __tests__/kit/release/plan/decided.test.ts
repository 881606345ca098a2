import { expect, test } from "@jest/globals";
import { UserError } from "../../../../kit/errors/user-error.ts";
import { disprovedIn, whyNoRollback } from "../../../../kit/parts/database/plan/say-plan.ts";
import type { Form } from "../../../../kit/ports/misfit.ts";
import type { Json } from "../../../../kit/release/canonical.ts";
import { decidedIn } from "../../../../kit/release/plan/decided.ts";
import { planBackForm, type PlanPart } from "../../../../kit/release/plan/plan.ts";
import { misfit } from "../../../../kit/ports/misfit.ts";

const form: Form = { fields: { breaking: { optional: { each: "text" } } } };

const part = (decisions: Json): PlanPart => ({
  phase: "migrate",
  work: "some",
  decisions,
  measurements: {},
  undo: { possible: "yes" },
  unverified: [],
  says: [],
});

function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("what fits is read, and what is beside it is kept; of no part and of no decisions, nothing", () => {
  const decisions = { breaking: ["0014"], more: 1 };
  expect(decidedIn(part(decisions), form)).toEqual(decisions);
  expect(decidedIn(part(null), form)).toEqual({});
  expect(decidedIn(undefined, form)).toEqual({});
});

test.each([
  [["0014"], "it is no object"],
  ["0014", "it is no object"],
  [{ breaking: "0014" }, "breaking is no list"],
  [{ breaking: [14] }, "breaking.0 is no text"],
] as const)("decisions of another form are refused with their place: %j", (decisions, wrong) => {
  const { code, message, fix } = refusal(() => decidedIn(part(decisions), form));
  expect(code).toBe("PR106");
  expect(message).toBe(
    `What the plan has decided for migrate is not what this version of the suite reads: ${wrong}. Nothing was changed because of it.`,
  );
  expect(fix).toContain("same version");
});

test("what a replay has shown is believed only where it says which finding it is about", () => {
  const disproved = { file: "0014.sql", line: 1, column: 1, rule: "drop-table", thing: "table a" };
  expect(disprovedIn(part({ disproved: [disproved] }))).toEqual([disproved]);
  expect(refusal(() => disprovedIn(part({ disproved: [{ ...disproved, line: "1" }] }))).message).toContain(
    "disproved.0.line is no number",
  );
});

test("on the way back a plan whose decisions are of another form is one that cannot be read", () => {
  const plan = { release: "production-20261122-0123456789ab-1", parts: [part({ breaking: "0014" })] };
  expect(misfit(plan, planBackForm)).toBe("parts.0.decisions.breaking is no list");
  expect(whyNoRollback({ parts: [part({ breaking: ["0014"] })] })).toMatch(/^0014 is allowed to lose data/);
});
