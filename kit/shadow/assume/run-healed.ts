import { wholeOf } from "../../judge/execution.ts";
import type { ShadowSession } from "../engines/engine.ts";
import { type Prepared, failing, leaveOut, runWhatRuns } from "../run.ts";
import { heal } from "./heal.ts";
import { type Assuming, leftBehind, ran, ranInParts } from "./state.ts";
import { thingsOf, toldOf } from "./told.ts";

/** A file that was run, with what it took to be there; or why it does not run. */
export type Outcome<T> =
  | { readonly value: T; readonly assumed: readonly string[]; readonly things: number }
  | { readonly problem: string };

/**
 * Runs a file, and again with what it lacks, where that can be assumed. Of one that does not run all the same, whatever
 * runs is run.
 */
export async function runHealed<T>(
  database: ShadowSession,
  state: Assuming,
  prepared: Prepared,
  work: (prepared: Prepared, changed: boolean) => Promise<T>,
): Promise<Outcome<T>> {
  const first = await attempt(database, () => work(prepared, false));
  if ("value" in first) {
    ran(state, prepared.statements);
    return { value: first.value, assumed: [], things: 0 };
  }
  const whole = wholeOf(prepared.execution) !== undefined;
  // What was committed before it failed is there, and makes way.
  if (!whole) leftBehind(state, prepared.statements);
  const healed = await attempt(database, () => heal(database, state, prepared));
  if ("problem" in healed) return await given(database, state, prepared, first.problem);
  const { done, leftOut, remedies, problem } = healed.value;
  // What of it was committed stays as it is.
  if (problem !== undefined && !whole) return await given(database, state, prepared, problem);
  for (const sql of done) await failing(database, () => database.script(sql).then(() => undefined));
  await database.script(database.anew);
  const left = leftOut.size === 0 ? prepared : leaveOut(state.parser, prepared, new Set(leftOut.keys()));
  if (problem !== undefined || typeof left === "string" || done.length + leftOut.size === 0)
    return await given(database, state, prepared, problem ?? first.problem);
  const again = await attempt(database, () => work(left, true));
  if ("problem" in again) return await given(database, state, prepared, again.problem);
  ran(state, prepared.statements);
  if (leftOut.size > 0) state.unsureRows.any = true;
  const things = thingsOf(remedies).length;
  state.things.count += things;
  return { value: again.value, assumed: toldOf(healed.value, prepared.statements), things };
}

async function given(
  database: ShadowSession,
  state: Assuming,
  prepared: Prepared,
  problem: string,
): Promise<{ readonly problem: string }> {
  await failing(database, () => runWhatRuns(database, prepared));
  ranInParts(state, prepared.statements);
  return { problem };
}

async function attempt<T>(
  database: ShadowSession,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly problem: string }> {
  let value: { readonly value: T } | undefined;
  const problem = await failing(database, async () => {
    value = { value: await work() };
  });
  return value ?? { problem: problem ?? "it gave no answer" };
}
