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
import { type Live, inspectLive } from "./inspect-live.ts";
import { json } from "./plan-functions.ts";
import { type FunctionsSnapshot, type SnapshotEntry, sourceBefore } from "./snapshot.ts";
import { type FunctionState, sameState } from "./source.ts";
import { stageAll } from "./stage.ts";
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
  /** What the receipt says was live after the deployment; without it, what was to be. */
  readonly deployed?: Readonly<Record<string, FunctionState | null>>;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

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
  const api = functionsApi(world, inputs);
  const live = await inspectLive(api, Object.keys(snapshot.functions));
  const judged = Object.entries(snapshot.functions).map(([slug, entry]) =>
    judge(slug, entry, live, inputs.deployed),
  );
  const due = judged.filter(({ outcome }) => outcome === "reverted");
  if (dryRun || due.length === 0) return judged;
  const done = await putBack(due, { api, snapshot, live, inputs, journal, world });
  return judged.map((one) => done.find(({ slug }) => slug === one.slug) ?? one);
}

function judge(slug: string, entry: SnapshotEntry, live: Live, deployed: UndoInputs["deployed"]): Undone {
  const now = live.functions.get(slug)?.state ?? null;
  const before = entry.was?.state ?? null;
  if (sameState(now, before)) return { slug, outcome: "already", said: `${slug} is what it was` };
  const ours = [entry.becomes, ...(deployed?.[slug] === undefined ? [] : [deployed[slug]])];
  if (!ours.some((state) => sameState(now, state))) {
    const unreadable = live.functions.get(slug)?.unreadable;
    if (unreadable !== undefined) {
      const said = `${slug} cannot be compared (${unreadable}); it was left alone. Deploy what should be live by hand`;
      return { slug, outcome: "drift", said };
    }
    const said = `${slug} is neither what it was nor what this release deployed; it was left alone. Compare it, then deploy what should be live`;
    return { slug, outcome: "drift", said };
  }
  if (before !== null && sourceBefore(entry) === undefined) {
    const said = `${slug} cannot be put back, because its former sources could not be read. Deploy the former commit: supabase functions deploy ${slug}`;
    return { slug, outcome: "irreversible", said };
  }
  return {
    slug,
    outcome: "reverted",
    said: before === null ? `${slug} was new, and is removed` : `${slug} is put back`,
  };
}

interface Undo {
  readonly api: FunctionsApi;
  readonly snapshot: FunctionsSnapshot;
  readonly live: Live;
  readonly inputs: UndoInputs;
  readonly journal: Journal;
  readonly world: World;
}

async function putBack(due: readonly Undone[], undo: Undo): Promise<readonly Undone[]> {
  const { api, snapshot, live, journal, world } = undo;
  const slugs = due.map(({ slug }) => slug);
  const fresh = slugs.filter((slug) => snapshot.functions[slug]?.was === null);
  const staged = await stageAll(api, bundlesOf(slugs, undo), world);
  const going = [...fresh, ...staged.ready.map(({ slug }) => slug)];
  const failed = staged.failed.map(({ slug, error }) => failure(slug, error));
  if (going.length === 0) return failed;
  const pick = (state: (slug: string) => FunctionState | null): Json =>
    Object.fromEntries(going.map((slug) => [slug, json(state(slug))]));
  const before = pick((slug) => live.functions.get(slug)?.state ?? null);
  const intended = pick((slug) => snapshot.functions[slug]?.was?.state ?? null);
  try {
    await journal.change("functions", { before, intended }, async () => {
      await activate(api, staged.ready, fresh);
      const after = await inspectLive(api, going);
      return pick((slug) => after.functions.get(slug)?.state ?? null);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [...going.map((slug) => failure(slug, error)), ...failed];
  }
  return [...(await verify(going, undo)), ...failed];
}

function bundlesOf(
  slugs: readonly string[],
  { snapshot, live, inputs }: Undo,
): Parameters<typeof stageAll>[1] {
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

/** Believes the platform's list, not its answer. */
async function verify(slugs: readonly string[], { api, snapshot }: Undo): Promise<readonly Undone[]> {
  const live = await inspectLive(api, slugs);
  return slugs.map((slug) => {
    const was = snapshot.functions[slug]?.was?.state ?? null;
    if (sameState(live.functions.get(slug)?.state ?? null, was)) {
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
