import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import { type PreparedUndo, prepareUndo } from "../../kit/parts/functions/undo/undo-functions.ts";
import type { Journal } from "../../kit/release/record/journal.ts";
import type { Known } from "./learn.ts";
import type { Parts } from "./parts.ts";
import { type Row, functionRows, isBack, problemRow } from "./rows.ts";
import { purgeAgain } from "./purge-again.ts";
import { type WebLook, webBack } from "./web-back.ts";

/**
 * Web, then its cache, then functions. The functions are built while the web goes back, and switched only once
 * nobody meets the new web any more: it needs the new functions. Never throws for a component; a row says what
 * came of each.
 */
export async function undo(
  parts: Parts,
  known: Known,
  looking: WebLook,
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  const preparing = settle(prepareFunctions(parts, world));
  // Awaited below: until then a bug in it must not end the process while the web goes back.
  preparing.catch(() => undefined);
  const rows: Row[] = [...(await webBack(parts.web, looking, journal, world))];
  if (rows.every(isBack)) rows.push(...(await purgeAgain(parts.cdn, journal, world)));
  else if (parts.cdn !== undefined) rows.push(left("cdn", "the web is not back"));
  const prepared = await preparing;
  return [...rows, ...(await functionsBack(parts, known, rows, prepared, journal, world))];
}

async function prepareFunctions({ functions }: Parts, world: Runtime): Promise<PreparedUndo | undefined> {
  if (functions === undefined || "problem" in functions) return undefined;
  const { inputs, snapshot, look } = functions.ready;
  return await prepareUndo(snapshot, inputs, world, look());
}

async function functionsBack(
  { functions }: Parts,
  known: Known,
  before: readonly Row[],
  prepared: Settled<PreparedUndo | undefined>,
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  if (functions === undefined) return [];
  if ("problem" in functions) return [problemRow("functions", functions.problem)];
  const { inputs, snapshot } = functions.ready;
  const rowsOf = functionRows(inputs, snapshot, known.formerCommit);
  if ("problem" in prepared) return [problemRow("functions", prepared.problem)];
  if (prepared.ready === undefined) return [];
  const { ready } = prepared;
  if (!before.every(isBack)) {
    ready.leave();
    return rowsOf(ready.judged).map(leftAlone);
  }
  const done = await settle(world.log.group("Functions go back", () => ready.switchBack(journal)));
  if ("problem" in done) return [problemRow("functions", done.problem)];
  return rowsOf(done.ready);
}

/** The new web needs the new functions. */
function leftAlone(row: Row): Row {
  if (row.outcome !== "reverted") return row;
  const said = `${row.name} was left as it is: users may still meet the new web, which needs it`;
  return { ...row, outcome: "failed", said, manual: "run this rollback again once the web is back" };
}

function left(component: Row["component"], because: string): Row {
  return {
    component,
    name: component,
    outcome: "failed",
    said: `${component} was left as it is: ${because}`,
  };
}

type Settled<T> = { readonly ready: T } | { readonly problem: string };

/** What a component's own services refuse is its row; a bug is still thrown. */
async function settle<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { ready: await work };
  } catch (error) {
    if (error instanceof UserError) return { problem: withFix(error) };
    throw error;
  }
}
