import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import type { Journal } from "../../release/record/journal.ts";
import { activateAll } from "./change/ask-again.ts";
import { type Commanded, watchBesides } from "./live/besides.ts";
import { type Work, statesIn, statesOf } from "./change/change-states.ts";
import { freeConflicts } from "./change/free-conflicts.ts";
import type { FunctionsInputs } from "./inputs.ts";
import type { Live } from "./live/inspect-live.ts";
import { withBundles, withSources } from "./plan-functions.ts";
import { readBack } from "./live/read-back.ts";
import { changedByOthers, refuseOthers } from "./live/others.ts";
import { removeAll } from "./change/remove-all.ts";
import { runCommand } from "./change/run-command.ts";
import type { RoomKeeper } from "./change/make-room.ts";
import { isBlind, keptSnapshot, markSnapshot } from "./snapshot/mark-snapshot.ts";
import { type FunctionsSnapshot, saveSnapshot, snapshotOf } from "./snapshot/snapshot.ts";
import {
  type StagedChanges,
  bundlesFailed,
  conflictOf,
  leaveStaged,
  stageChanges,
} from "./change/stage-changes.ts";
import { saying, tellLive } from "./live/tell-live.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "root" | "env" | "temp" | "exec" | "emit">;

/**
 * Brings all changed functions live together: snapshot, bundles, one activation; then takes away what `prune`
 * names. With `command` the user's own deployment takes the place of bundles and activation. What an earlier attempt
 * has done stands in the receipt with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails, PR442 when somebody else deploys (nothing new is live then), PR441
 * when the command fails, PR445 and the like when the platform fails: each says what is live by its own word.
 * @returns what is live of that after the change, undefined where there was nothing left to do; and what a command has
 * changed besides.
 */
export async function applyFunctions(
  inputs: FunctionsInputs,
  given: Work & { readonly strangers: readonly ListedFunction[] },
  journal: Journal,
  world: World,
): Promise<Commanded> {
  const api = functionsApi(world, inputs);
  const { changes, removals } = given;
  const isDone = changes.length + removals.length === 0;
  const work = isDone ? given : await withBundles(api, given);
  const { done } = work;
  const byApi = inputs.command === undefined && changes.length > 0;
  const { staged, snapshot } = await snapshotAndStage(api, inputs, work, byApi, world);
  const shown = isDone ? undefined : await stopForOthers(api, work, staged, world);
  const earlier = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
  const kept = keptSnapshot(snapshot, world);
  const keeper = { journal, note: kept.room };
  const run = async (): Promise<Live> => {
    if (inputs.command !== undefined && changes.length > 0) await runCommand(inputs.command, inputs, world);
    const ready = byApi ? await activate(api, staged, shown, keeper, world) : [];
    await removeAll(api, removals, world);
    // What had to wait for room could not be marked before it was live.
    if (staged.conflicts.length > 0) await kept.mark(ready);
    return await readBack(api, work, ready, world);
  };
  const deploy = async (): Promise<Live | undefined> => {
    let live: Live | undefined;
    await journal.change("functions", statesOf(work, staged.ready), async () => {
      if (isDone) return earlier;
      live = await orByItsWord(run, api, work, staged.ready, world);
      return { ...statesIn(live, slugsOf(work)), ...earlier };
    });
    return live;
  };
  if (byApi || isDone) return { live: await deploy(), touched: [], strangers: [] };
  const { besides } = work;
  return await watchBesides(deploy, { api, besides, strangers: given.strangers, snapshot, journal }, world);
}

function slugsOf({ changes, removals, besides }: Work): readonly string[] {
  return [...changes, ...removals, ...besides].map(({ slug }) => slug);
}

/**
 * Reads what the way back needs and builds the bundles at the same time: each has a limit of its own. The snapshot is
 * kept before anything that is served changes.
 */
async function snapshotAndStage(
  api: FunctionsApi,
  inputs: FunctionsInputs,
  work: Work,
  byApi: boolean,
  world: World,
): Promise<Kept> {
  const { changes, removals } = work;
  const keep = async (): Promise<{ readonly whole: Work; readonly snapshot: FunctionsSnapshot }> => {
    const whole = await withSources(api, work);
    const snapshot = snapshotOf(inputs.supabase, whole);
    if (changes.length + removals.length > 0) world.emit({ snapshot: await saveSnapshot(snapshot, world) });
    return { whole, snapshot };
  };
  const [kept, staged] = await Promise.allSettled([
    keep(),
    byApi ? stageChanges(api, inputs, changes, world) : { ready: [], conflicts: [] },
  ]);
  if (staged.status === "rejected") throw await withLive(staged.reason, api, work);
  if (kept.status === "rejected") {
    leaveStaged(staged.value.ready, world);
    throw kept.reason;
  }
  const { whole, snapshot } = kept.value;
  const { ready, conflicts } = staged.value;
  if (isBlind(snapshot)) await markSnapshot(snapshot, ready, world);
  const blocked = conflicts.map(({ change }) => change.slug);
  const again = whole.changes.filter(({ slug }) => blocked.includes(slug));
  return { snapshot, staged: { ready, conflicts: again.map((change) => conflictOf(change, inputs)) } };
}

interface Kept {
  readonly snapshot: FunctionsSnapshot;
  readonly staged: StagedChanges;
}

/** A bundle's failure stays what it is; what is live by then is told beside it. */
async function withLive(error: unknown, api: FunctionsApi, work: Work): Promise<unknown> {
  if (!(error instanceof UserError)) return error;
  return saying((await tellLive(api, work)).said)(error);
}

/** The one moment in which what users meet changes. */
async function activate(
  api: FunctionsApi,
  { ready, conflicts }: StagedChanges,
  shown: readonly ListedFunction[] | undefined,
  keeper: RoomKeeper,
  world: World,
): Promise<readonly ListedFunction[]> {
  const freed = await freeConflicts(api, conflicts, keeper, world);
  if (freed.failed.length > 0) throw bundlesFailed(freed.failed, ready.length + conflicts.length);
  const all = [...ready, ...freed.ready];
  // What made room for itself is in no list that was asked for before.
  await activateAll(api, all, conflicts.length === 0 ? shown : undefined);
  return all;
}

/** @returns the list by which it was told that nobody else has. */
async function stopForOthers(
  api: FunctionsApi,
  work: Work,
  { ready }: StagedChanges,
  world: World,
): Promise<readonly ListedFunction[]> {
  const { others, shown } = await changedByOthers(api, work, ready);
  if (others.length === 0) return shown;
  leaveStaged(ready, world);
  throw refuseOthers(others);
}

/**
 * What failed may have been done all the same: then the work goes on. Otherwise the error says what is live.
 * A command that failed stays one that failed.
 */
async function orByItsWord(
  run: () => Promise<Live>,
  api: FunctionsApi,
  work: Work,
  ready: readonly ListedFunction[],
  { log }: World,
): Promise<Live> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const told = await tellLive(api, work, ready);
    if (told.is !== "new" || told.live === undefined || error.code === "PR441") throw told.saying(error);
    log.warn(`${error.message} All the same ${told.said}`);
    return told.live;
  }
}
