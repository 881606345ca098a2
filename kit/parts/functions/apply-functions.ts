import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../providers/supabase/functions-api.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import type { Json } from "../../release/canonical.ts";
import type { Journal } from "../../release/journal.ts";
import { activateAll } from "./ask-again.ts";
import { bundleMark } from "./bundle-mark.ts";
import type { Done } from "./continue-plan.ts";
import { freeConflicts } from "./free-conflicts.ts";
import type { FunctionsInputs } from "./inputs.ts";
import type { Live, LiveFunction } from "./inspect-live.ts";
import { type Change, type Inspected, json, withBundles, withSources } from "./plan-functions.ts";
import { readBack } from "./read-back.ts";
import { changedByOthers, refuseOthers } from "./others.ts";
import { removeAll } from "./remove-all.ts";
import { runCommand } from "./run-command.ts";
import { isBlind, markSnapshot } from "./mark-snapshot.ts";
import { type FunctionsSnapshot, saveSnapshot, snapshotOf } from "./snapshot.ts";
import type { FunctionState } from "./source.ts";
import { type StagedChanges, bundlesFailed, conflictOf, leaveStaged, stageChanges } from "./stage-changes.ts";
import { saying, tellLive } from "./tell-live.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "root" | "env" | "temp" | "exec" | "emit">;
type States = Readonly<Record<string, Json>>;

/** What is to be changed, what is to be taken away, and what an earlier attempt has done of both. */
export interface Work extends Pick<Inspected, "changes" | "removals"> {
  readonly done: readonly Done[];
}

/**
 * Brings all changed functions live together: snapshot, bundles, one activation; then takes away what `prune`
 * names. With `command` the user's own deployment takes the place of bundles and activation. What an earlier attempt
 * has done stands in the receipt with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails, PR442 when somebody else deploys (nothing new is live then), PR441
 * when the command fails, PR445 and the like when the platform fails: each says what is live by its own word.
 * @returns what is live of that after the change, undefined where there was nothing left to do.
 */
export async function applyFunctions(
  inputs: FunctionsInputs,
  given: Work,
  journal: Journal,
  world: World,
): Promise<Live | undefined> {
  const api = functionsApi(world, inputs);
  const { changes, removals } = given;
  const isDone = changes.length + removals.length === 0;
  const work = isDone ? given : await withBundles(api, given);
  const { done } = work;
  const byApi = inputs.command === undefined && changes.length > 0;
  const { staged, snapshot } = await snapshotAndStage(api, inputs, work, byApi, world);
  if (!isDone) await stopForOthers(api, work, staged, world);
  const earlier = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
  let live: Live | undefined;
  await journal.change("functions", statesOf(work, staged.ready), async () => {
    if (isDone) return earlier;
    const run = async (): Promise<Live> => {
      if (inputs.command !== undefined && changes.length > 0) await runCommand(inputs.command, inputs, world);
      const ready = byApi ? await activate(api, staged, world) : [];
      await removeAll(api, removals, world);
      const now = await readBack(api, work, ready, world);
      await markSnapshot(snapshot, markedLate(byApi ? ready : undefined, staged, now), world);
      return now;
    };
    live = await orByItsWord(run, api, work, staged.ready, world);
    return { ...statesIn(live, work), ...earlier };
  });
  return live;
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

/** Bundles that nobody could mark before they were live: what had to wait for room, and what a command has made. */
function markedLate(
  ready: readonly ListedFunction[] | undefined,
  staged: StagedChanges,
  { functions }: Live,
): readonly ListedFunction[] {
  if (ready !== undefined) return staged.conflicts.length === 0 ? [] : ready;
  return [...functions.values()].flatMap(({ listed, state }) => (state.digest === null ? [listed] : []));
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
  world: World,
): Promise<readonly ListedFunction[]> {
  const freed = await freeConflicts(api, conflicts, world);
  if (freed.failed.length > 0) throw bundlesFailed(freed.failed, ready.length + conflicts.length);
  const all = [...ready, ...freed.ready];
  await activateAll(api, all);
  return all;
}

async function stopForOthers(
  api: FunctionsApi,
  work: Work,
  { ready }: StagedChanges,
  world: World,
): Promise<void> {
  const others = await changedByOthers(api, work, ready);
  if (others.length === 0) return;
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

function statesIn(live: Live, { changes, removals }: Work): States {
  const slugs = [...changes, ...removals].map(({ slug }) => slug);
  return Object.fromEntries(
    slugs.map((slug) => {
      const now = live.functions.get(slug);
      return [slug, now === undefined ? null : marked(now.state, now.listed)];
    }),
  );
}

/** By the mark of its bundle a later release knows the function without reading it. */
function marked(state: FunctionState, listed: ListedFunction | undefined): Json {
  const bundle = listed && bundleMark(listed);
  return bundle === undefined
    ? json(state)
    : { digest: state.digest, settings: { ...state.settings }, bundle };
}

/** Where its sources were not given, the mark tells which of the bundles that are kept it was. */
function formerOf(live: LiveFunction | undefined): Json {
  if (live === undefined) return null;
  return live.state.digest === null ? marked(live.state, live.listed) : json(live.state);
}

function statesOf(
  { changes, removals, done }: Work,
  ready: readonly ListedFunction[],
): { before: States; intended: States } {
  const of = (state: (change: Change) => Json): States =>
    Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
  const gone = removals.map(({ slug, live }) => [slug, formerOf(live)] as const);
  const earlier = (state: (one: Done) => Json): States =>
    Object.fromEntries(done.map((one) => [one.slug, state(one)]));
  return {
    before: {
      ...of(({ live }) => formerOf(live)),
      ...Object.fromEntries(gone),
      ...earlier(({ was }) => was),
    },
    intended: {
      ...of(({ slug, wanted }) =>
        marked(
          wanted.state,
          ready.find((one) => one.slug === slug),
        ),
      ),
      ...Object.fromEntries(gone.map(([slug]) => [slug, null])),
      ...earlier(({ becomes }) => becomes),
    },
  };
}
