import type { Runtime } from "../../kit/action/runtime.ts";
import type { Known } from "./learn.ts";
import type { Parts } from "./parts.ts";
import { type Readiness, readiness, readinessOf } from "./readiness.ts";
import { type Row, isBack } from "./rows.ts";
import type { RollbackInputs } from "./spec.ts";
import { envDue } from "./env-back.ts";

/**
 * All that a rollback would do now, for a person who asks: with what it would set at the host besides. A healthy release,
 * which ends with a look at its way back, does not ask the host for that.
 */
export async function dryRun(
  inputs: RollbackInputs,
  parts: Parts,
  known: Known,
  world: Runtime,
): Promise<Readiness> {
  const { rows } = await readiness(parts, known, world);
  const due = [...rows, ...(await envDue(inputs, parts, known, rows, world))];
  const switchesOn = inputs.restoreAutoAssign && due.every(isBack) && due.some(hasPin);
  return readinessOf([...due.map((row) => withPin(row, switchesOn)), ...(switchesOn ? [autoAssign] : [])]);
}

function hasPin({ component, next }: Row): boolean {
  return component === "web" && next !== undefined;
}

/** What it means for the next release, unless that is put right at the end. */
function withPin({ next, ...row }: Row, switchesOn: boolean): Row {
  return next === undefined || switchesOn ? row : { ...row, said: `${row.said} ${next}` };
}

const autoAssign: Row = {
  component: "web",
  name: "auto-assign",
  target: "on",
  outcome: "reverted",
  said: "auto-assignment of domains would be switched on again, once all is back",
};
