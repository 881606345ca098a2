import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { invoke } from "../../kit/parts/functions/invoke.ts";
import type { Known } from "./learn.ts";
import { isByPerson, takeTurn } from "./open-journal.ts";
import type { Parts } from "./parts.ts";
import { type Row, extentOf } from "./rows.ts";
import type { RollbackInputs } from "./spec.ts";
import { envBack } from "./env-back.ts";
import { undo } from "./undo.ts";
import { type WebLook, lookAtWeb, unpinned } from "./web-back.ts";

/** What a way back came to, and when; in ms since 1970. */
export interface WentBack {
  readonly rows: readonly Row[];
  readonly reverted: number | null;
  /** Whether all of it was seen to be back, and answers. */
  readonly isWell: boolean;
}

/** Takes the target, brings back what is due, and asks it whether it serves. */
export async function goBack(
  inputs: RollbackInputs,
  parts: Parts,
  known: Known,
  world: Runtime,
): Promise<WentBack> {
  // Overwritten at the end: where another release holds the target, nothing is undone.
  world.emit({ outcome: "held" });
  // Read while the target is being taken; each is compared once more before it is changed.
  const stop = new AbortController();
  const looking = startToLook(parts, { ...world, signal: AbortSignal.any([world.signal, stop.signal]) });
  const journal = await takeTurn(known, isByPerson(inputs), world).catch((error: unknown) => {
    stop.abort(error);
    throw error;
  });
  const undone = await undo(parts, known, looking, journal, world);
  const switched = [...undone, ...(await envBack(inputs, parts, known, undone, journal, world))];
  const reverted = extentOf(switched) === "complete" ? world.clock.now() : null;
  const answered = await withAnswers(parts, switched, world);
  const rows = inputs.restoreAutoAssign ? await unpinned(parts, answered, journal, world) : answered;
  for (const { next } of rows) if (next !== undefined) world.log.warn(next);
  const isWell = extentOf(rows) !== "partial" && rows.every(({ ill = false }) => !ill);
  return { rows, reverted, isWell };
}

function startToLook({ web, functions }: Parts, world: Runtime): WebLook {
  // Both are awaited where they are needed, and not at all where the target is another's.
  if (functions !== undefined && "ready" in functions) functions.ready.look().catch(() => undefined);
  const looking = lookAtWeb(web, world);
  looking?.catch(() => undefined);
  return looking;
}

/** Calls what went back for real. Which request proves the former code's health is not known; that it serves is. */
async function withAnswers(
  { functions }: Parts,
  rows: readonly Row[],
  world: Runtime,
): Promise<readonly Row[]> {
  if (functions === undefined || "problem" in functions) return rows;
  const { inputs, snapshot } = functions.ready;
  const answered = async (row: Row): Promise<Row> => {
    const isNew = heldIn(snapshot.functions, row.name)?.was === null;
    if (row.component !== "functions" || row.outcome !== "reverted" || isNew) return row;
    const { level, said } = await invoke(row.name, { ...inputs, healthRequest: {} }, world, 3);
    if (level === "untold") return { ...row, said: `${row.said}; ${said}` };
    if (level !== "failed") return row;
    return { ...row, said: `${row.said}, but it does not serve: ${said}`, ill: true };
  };
  return await Promise.all(rows.map(answered));
}
