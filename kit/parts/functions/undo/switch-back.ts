import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe, sentence } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Json } from "../../../release/canonical.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { activateAll, removeEach } from "../change/ask-again.ts";
import { bundleMark } from "../live/bundle-mark.ts";
import { type Conflict, freeConflicts } from "../change/free-conflicts.ts";
import { type Live, atOnce, inspectLive } from "../live/inspect-live.ts";
import { changedByOthers } from "../live/others.ts";
import { json } from "../plan-functions.ts";
import type { FunctionsSnapshot } from "../snapshot/snapshot.ts";
import { roomFor } from "../change/rooms.ts";
import type { FunctionState } from "../declared/source.ts";
import { leaveStaged } from "../change/stage-changes.ts";
import type { Bundle, Staged } from "../change/stage.ts";
import { restoreBundles } from "../change/restore-bundles.ts";
import { isAs, isWhatItWas, onlyByBundle } from "./undo-by-bundle.ts";
import type { Undone } from "./undone.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;

/** Functions that are due, with their former bundles built. */
export interface Undo {
  readonly api: FunctionsApi;
  readonly snapshot: FunctionsSnapshot;
  readonly live: Live;
  readonly bundles: readonly Bundle[];
  readonly staged: Staged;
  readonly journal: Journal;
  readonly world: World;
}

/**
 * Switches what is due, and reads back what came of it: wholly the old set or wholly the new one, or it is said which
 * function is what.
 */
export async function putBack(slugs: readonly string[], undo: Undo): Promise<readonly Undone[]> {
  const { api, snapshot, live, journal, world } = undo;
  const { ready, conflicts, fresh, byBundle, going, left, shown: listed } = await dueNow(slugs, undo);
  if (going.length === 0) return left;
  const pick = (state: (slug: string) => FunctionState | null): Json =>
    Object.fromEntries(going.map((slug) => [slug, json(state(slug))]));
  const before = pick((slug) => live.functions.get(slug)?.state ?? null);
  const intended = pick((slug) => heldIn(snapshot.functions, slug)?.was?.state ?? null);
  let refused: UserError | undefined;
  let shown: Live | undefined;
  let built: readonly ListedFunction[] = [];
  const isBack = (slug: string, now: Live): boolean => isAsBefore(slug, now, snapshot, built);
  try {
    await journal.change("functions", { before, intended }, async () => {
      refused = await told(async () => {
        const freed = await freeConflicts(api, conflicts, { journal }, world);
        built = [...ready, ...freed.ready];
        // What made room for itself is in no list that was asked for before.
        if (built.length > 0) await activateAll(api, built, conflicts.length === 0 ? listed : undefined);
        await restoreBundles(byBundle, undo);
        // Last: until then what is new has what it calls, and nobody misses it once the others are back (ADR 29).
        await removeEach(api, fresh, { shown: listed });
      });
      const after = await readAfter(going, undo, isBack, refused);
      shown = after;
      const back = going.filter((slug) => isBack(slug, after));
      if (refused !== undefined && back.length < going.length) throw refused;
      return pick((slug) => after.functions.get(slug)?.state ?? null);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refused ??= error;
  }
  // What was read after the activation is not read twice.
  return [...(await verified(going, undo, isBack, refused, shown)), ...left];
}

/**
 * What the platform shows after the switch. Where that went well, sources are asked for beside the list; what does not show
 * the former state by these is read once more, after the list.
 */
async function readAfter(
  going: readonly string[],
  { api, snapshot }: Pick<Undo, "api" | "snapshot">,
  isBack: (slug: string, now: Live) => boolean,
  refused: UserError | undefined,
): Promise<Live> {
  const ahead = going.filter((slug) => heldIn(snapshot.functions, slug)?.was !== null);
  if (refused !== undefined || ahead.length > atOnce) return await inspectLive(api, going);
  const live = await inspectLive(api, going, { ahead });
  return going.every((slug) => isBack(slug, live)) ? live : await inspectLive(api, going);
}

interface Due {
  readonly ready: readonly ListedFunction[];
  readonly conflicts: readonly Conflict[];
  /** Were not there before the release. */
  readonly fresh: readonly string[];
  /** Go back as the platform had built them: it gave no sources. */
  readonly byBundle: readonly string[];
  readonly going: readonly string[];
  readonly left: readonly Undone[];
  /** The list by which that was told. */
  readonly shown: readonly ListedFunction[];
}

/** What is still due at the moment of switching: the web has gone back since it was judged, which takes its time. */
async function dueNow(slugs: readonly string[], undo: Undo): Promise<Due> {
  const { api, snapshot, live, staged, world } = undo;
  const seen = slugs.map((slug) => ({ slug, live: live.functions.get(slug) }));
  const { others, shown } = await changedByOthers(api, { changes: seen, removals: [] }, staged.ready);
  const isOurs = ({ slug }: { readonly slug: string }): boolean => !others.includes(slug);
  const ready = staged.ready.filter(isOurs);
  leaveStaged(
    staged.ready.filter((one) => !isOurs(one)),
    world,
  );
  const conflicts = conflictsOf(undo).filter(({ change }) => isOurs(change));
  const fresh = slugs.filter((slug) => heldIn(snapshot.functions, slug)?.was === null && isOurs({ slug }));
  const byBundle = onlyByBundle(slugs, snapshot).filter((slug) => isOurs({ slug }));
  const built = [...ready, ...conflicts.map(({ bundle }) => bundle)].map(({ slug }) => slug);
  const going = [...fresh, ...byBundle, ...built];
  const failed = staged.failed.filter((one) => isOurs(one) && !going.includes(one.slug));
  const left = [...others.map(drifted), ...failed.map(({ slug, error }) => failure(slug, error))];
  return { ready, conflicts, fresh, byBundle, going, left, shown };
}

/** What the platform refuses, or does not say whether it has done. A bug is still thrown. */
async function told(work: () => Promise<void>): Promise<UserError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Also where its sources are not given: then by the bundle that was built of the former ones. */
function isAsBefore(
  slug: string,
  live: Live,
  { functions }: FunctionsSnapshot,
  built: readonly ListedFunction[],
): boolean {
  const entry = heldIn(functions, slug);
  const now = live.functions.get(slug);
  if (entry === undefined || isWhatItWas(entry, now)) return entry !== undefined;
  const own = built.find((one) => one.slug === slug);
  const bundle = own && bundleMark(own);
  if (entry.was === null || bundle === undefined || now?.state.digest !== null) return false;
  return isAs(now, { ...entry.was.state, bundle });
}

function drifted(slug: string): Undone {
  const said = `${slug} was deployed by somebody else while the way back was prepared; it was left alone. Compare it, then deploy what should be live`;
  return { slug, outcome: "drift", said };
}

/** Former bundles in whose way an abandoned one is: of a release that was cut, or of a rollback that was. */
function conflictsOf({ bundles, staged, snapshot, live }: Undo): readonly Conflict[] {
  const blocked = staged.failed.flatMap(({ slug, conflict }) => (conflict ? [slug] : []));
  return bundles.flatMap((bundle) => {
    const now = live.functions.get(bundle.slug);
    const was = heldIn(snapshot.functions, bundle.slug)?.was;
    if (!was || !blocked.includes(bundle.slug)) return [];
    const change = { slug: bundle.slug, live: now };
    return [{ change, bundle, old: undefined, wanted: roomFor(was.state, was.listed) }];
  });
}

/** Believes the platform's list, not its answer: neither a good one nor one that says that it failed. */
async function verified(
  slugs: readonly string[],
  { api, world }: Pick<Undo, "api" | "world">,
  isBack: (slug: string, now: Live) => boolean,
  refused: UserError | undefined,
  read: Live | undefined,
): Promise<readonly Undone[]> {
  let shown = read;
  const unread = await told(async () => {
    shown ??= await inspectLive(api, slugs);
  });
  const live = shown;
  if (live === undefined) return slugs.map((slug) => unknown(slug, refused ?? unread));
  const undone = slugs.map((slug): Undone => {
    if (isBack(slug, live))
      return { slug, outcome: "reverted", said: `${slug} is what it was before the release` };
    if (refused !== undefined) return failure(slug, refused);
    const said = `${slug} was put back, but the platform does not show its former state. Deploy the former commit: supabase functions deploy ${slug}`;
    return { slug, outcome: "failed", said };
  });
  const back = undone.filter(({ outcome }) => outcome === "reverted").length;
  if (refused !== undefined)
    world.log.warn(`${refused.message} Read back, ${back} of ${slugs.length} functions are what they were.`);
  return undone;
}

function unknown(slug: string, error: UserError | undefined): Undone {
  const why = error === undefined ? "." : `: ${describe(error)}`;
  const said = `whether ${slug} is back could not be read${why} Compare it, then run this rollback again`;
  return { slug, outcome: "failed", said };
}

function failure(slug: string, error: UserError): Undone {
  const said = `${slug} could not be put back: ${sentence(describe(error))} By hand: supabase functions deploy ${slug}, from the former commit`;
  return { slug, outcome: "failed", said };
}
