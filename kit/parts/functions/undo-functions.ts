import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import {
  type FunctionsApi,
  type ListedFunction,
  functionsApi,
} from "../../providers/supabase/functions-api.ts";
import type { ProjectAccess } from "../../providers/supabase/functions-api.ts";
import type { Json } from "../../release/canonical.ts";
import type { Journal } from "../../release/journal.ts";
import { type Conflict, freeConflicts } from "./free-conflicts.ts";
import { type Live, inspectLive } from "./inspect-live.ts";
import { json } from "./plan-functions.ts";
import { type FunctionsSnapshot, type SnapshotEntry, eszipBefore, sourceBefore } from "./snapshot.ts";
import { type FunctionState, sameState } from "./source.ts";
import { type Bundle, type Staged, stageAll } from "./stage.ts";
import { isWhatItWas, onlyByBundle, restoreBundles } from "./undo-by-bundle.ts";
import { uploadOf } from "./upload.ts";

/** What came of putting one function back. */
export interface Undone {
  readonly slug: string;
  readonly outcome: "reverted" | "already" | "failed" | "drift" | "irreversible";
  /** Why, and what a person can do where something is left. */
  readonly said: string;
}

export interface UndoInputs extends ProjectAccess {
  readonly functionsDirectory: string;
  /** What else the releases that go back have made of a function, by its slug: it may be what is live. */
  readonly deployed?: Readonly<Record<string, readonly FunctionState[]>>;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Functions that are ready to go back: judged, and their former bundles built, not active yet. */
export interface PreparedUndo {
  readonly judged: readonly Undone[];
  /** Switches. With nothing due it asks nothing and gives what was judged. */
  switchBack(journal: Journal): Promise<readonly Undone[]>;
}

/**
 * Puts functions back to what a snapshot holds, each by comparing first: live is what was before → already;
 * is what was deployed → reverted; is something else → drift, untouched. One that cannot be put back does not
 * hold the others. Safe to run twice. With `dryRun` nothing is changed, and `reverted` means «would be».
 * @throws {UserError} PR301 to PR307 when the platform cannot be read: nothing was changed then.
 */
export async function undoFunctions(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  journal: Journal,
  world: World,
  { dryRun = false } = {},
): Promise<readonly Undone[]> {
  if (dryRun) return await judgeUndo(snapshot, inputs, world);
  return await (await prepareUndo(snapshot, inputs, world)).switchBack(journal);
}

/** What would become of each function; nothing is changed. */
export async function judgeUndo(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
): Promise<readonly Undone[]> {
  return (await look(snapshot, inputs, world)).judged;
}

/** Judges and builds what is due, so that switching is one call; nothing that is served has changed by then. */
export async function prepareUndo(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
): Promise<PreparedUndo> {
  const { api, live, judged } = await look(snapshot, inputs, world);
  const slugs = judged.flatMap(({ slug, outcome }) => (outcome === "reverted" ? [slug] : []));
  if (slugs.length === 0) return { judged, switchBack: async () => judged };
  const bundles = bundlesOf(slugs, snapshot, live, inputs);
  const staged = await stageAll(api, bundles, world);
  return {
    judged,
    switchBack: async (journal) => {
      const done = await putBack(slugs, { api, snapshot, live, bundles, staged, journal, world });
      return judged.map((one) => done.find(({ slug }) => slug === one.slug) ?? one);
    },
  };
}

async function look(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
): Promise<{ readonly api: FunctionsApi; readonly live: Live; readonly judged: readonly Undone[] }> {
  const api = functionsApi(world, inputs);
  const live = await inspectLive(api, Object.keys(snapshot.functions));
  const judged = Object.entries(snapshot.functions).map(([slug, entry]) =>
    judge(slug, entry, live, inputs.deployed),
  );
  return { api, live, judged };
}

function judge(slug: string, entry: SnapshotEntry, live: Live, deployed: UndoInputs["deployed"]): Undone {
  const now = live.functions.get(slug)?.state ?? null;
  const before = entry.was?.state ?? null;
  if (isWhatItWas(entry, live.functions.get(slug)))
    return { slug, outcome: "already", said: `${slug} is what it was` };
  const ours = [entry.becomes, ...(deployed?.[slug] ?? [])];
  if (!ours.some((state) => sameState(now, state))) {
    const unreadable = live.functions.get(slug)?.unreadable;
    if (unreadable !== undefined) {
      const said = `${slug} cannot be compared (${unreadable}); it was left alone. Deploy what should be live by hand`;
      return { slug, outcome: "drift", said };
    }
    const said = `${slug} is neither what it was nor what this release deployed; it was left alone. Compare it, then deploy what should be live`;
    return { slug, outcome: "drift", said };
  }
  if (before !== null && sourceBefore(entry) === undefined && eszipBefore(entry) === undefined) {
    const said = `${slug} cannot be put back, because its former sources could not be read. Deploy the former commit: supabase functions deploy ${slug}`;
    return { slug, outcome: "irreversible", said };
  }
  return { slug, outcome: "reverted", said: `${slug} ${backOf(now, before)}` };
}

function backOf(now: FunctionState | null, before: FunctionState | null): string {
  if (before === null) return "was new, and is removed";
  return now === null ? "was removed, and is put back" : "is put back";
}

interface Undo {
  readonly api: FunctionsApi;
  readonly snapshot: FunctionsSnapshot;
  readonly live: Live;
  readonly bundles: readonly Bundle[];
  readonly staged: Staged;
  readonly journal: Journal;
  readonly world: World;
}

async function putBack(slugs: readonly string[], undo: Undo): Promise<readonly Undone[]> {
  const { api, snapshot, live, staged, journal, world } = undo;
  const fresh = slugs.filter((slug) => snapshot.functions[slug]?.was === null);
  const conflicts = conflictsOf(undo);
  const byBundle = onlyByBundle(slugs, snapshot);
  const going = [
    ...fresh,
    ...byBundle,
    ...[...staged.ready, ...conflicts.map(({ bundle }) => bundle)].map(({ slug }) => slug),
  ];
  const failed = staged.failed.flatMap(({ slug, error }) =>
    going.includes(slug) ? [] : [failure(slug, error)],
  );
  if (going.length === 0) return failed;
  const pick = (state: (slug: string) => FunctionState | null): Json =>
    Object.fromEntries(going.map((slug) => [slug, json(state(slug))]));
  const before = pick((slug) => live.functions.get(slug)?.state ?? null);
  const intended = pick((slug) => snapshot.functions[slug]?.was?.state ?? null);
  let after: Live | undefined;
  try {
    await journal.change("functions", { before, intended }, async () => {
      const freed = await freeConflicts(api, conflicts, world);
      await activate(api, [...staged.ready, ...freed.ready], fresh);
      await restoreBundles(api, byBundle, snapshot, live);
      const read = await inspectLive(api, going);
      after = read;
      return pick((slug) => read.functions.get(slug)?.state ?? null);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [...going.map((slug) => failure(slug, error)), ...failed];
  }
  return [...verified(going, after ?? (await inspectLive(api, going)), snapshot), ...failed];
}

/** Former bundles in whose way an abandoned one is: of a release that was cut, or of a rollback that was. */
function conflictsOf({ bundles, staged, live }: Undo): readonly Conflict[] {
  const blocked = staged.failed.flatMap(({ slug, conflict }) => (conflict ? [slug] : []));
  return bundles.flatMap((bundle) => {
    const now = live.functions.get(bundle.slug);
    const change = { slug: bundle.slug, live: now };
    return blocked.includes(bundle.slug) ? [{ change, bundle, old: undefined }] : [];
  });
}

function bundlesOf(
  slugs: readonly string[],
  snapshot: FunctionsSnapshot,
  live: Live,
  inputs: UndoInputs,
): readonly Bundle[] {
  return slugs.flatMap((slug) => {
    const entry = snapshot.functions[slug];
    const source = entry && sourceBefore(entry);
    const was = entry?.was ?? null;
    if (was === null || source === undefined) return [];
    const { verifyJwt } = was.state.settings;
    const upload = uploadOf(slug, source, verifyJwt, inputs.functionsDirectory);
    return [{ slug, upload, liveVersion: live.functions.get(slug)?.listed.version ?? 0 }];
  });
}

async function activate(
  api: FunctionsApi,
  ready: readonly ListedFunction[],
  fresh: readonly string[],
): Promise<void> {
  if (ready.length > 0) await api.activate(ready);
  for (const slug of fresh) await api.remove(slug);
}

/** Believes what was read after the activation, not its answer. */
function verified(slugs: readonly string[], live: Live, snapshot: FunctionsSnapshot): readonly Undone[] {
  return slugs.map((slug) => {
    const entry = snapshot.functions[slug];
    if (entry !== undefined && isWhatItWas(entry, live.functions.get(slug))) {
      return { slug, outcome: "reverted", said: `${slug} is what it was before the release` };
    }
    const said = `${slug} was put back, but the platform does not show its former state. Deploy the former commit: supabase functions deploy ${slug}`;
    return { slug, outcome: "failed", said };
  });
}

function failure(slug: string, error: UserError): Undone {
  const said = `${slug} could not be put back: ${describe(error)} By hand: supabase functions deploy ${slug}, from the former commit`;
  return { slug, outcome: "failed", said };
}
