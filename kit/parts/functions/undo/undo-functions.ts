import { heldIn } from "../../../action/held-in.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { type FunctionsApi, functionsApi } from "../../../providers/supabase/functions-api.ts";
import type { ProjectAccess } from "../../../providers/supabase/functions-api.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { type Live, inspectLive } from "../live/inspect-live.ts";
import {
  type FunctionsSnapshot,
  type SnapshotEntry,
  eszipBefore,
  sourceBefore,
} from "../snapshot/snapshot.ts";
import { type Rooms, isRoom, isRoomFor } from "../change/rooms.ts";
import type { FunctionState } from "../declared/source.ts";
import { type Bundle, stageAll } from "../change/stage.ts";
import { leaveStaged } from "../change/stage-changes.ts";
import { putBack } from "./switch-back.ts";
import { isAs, isWhatItWas } from "./undo-by-bundle.ts";
import type { Undone } from "./undone.ts";
import { uploadOf } from "../change/upload.ts";

export interface UndoInputs extends ProjectAccess {
  readonly functionsDirectory: string;
  /** What else the releases that go back have made of a function, by its slug: it may be what is live. */
  readonly deployed?: ReadonlyMap<string, readonly FunctionState[]>;
  /** Abandoned bundles that they, or their way back, have made live to make room, as receipts tell. */
  readonly rooms?: Rooms;
}

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Functions that are ready to go back: judged, and their former bundles built, not active yet. */
export interface PreparedUndo {
  readonly judged: readonly Undone[];
  /** Switches. With nothing due it asks nothing and gives what was judged. */
  switchBack(journal: Journal): Promise<readonly Undone[]>;
  /** Instead of switching: tells which former bundles stay on the platform, not active. */
  leave(): void;
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
async function judgeUndo(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
): Promise<readonly Undone[]> {
  return (await lookBeforeUndo(snapshot, inputs, world)).judged;
}

/**
 * Judges, unless that was done a moment ago, and builds what is due, so that switching is one call; nothing that is
 * served has changed by then. What somebody else deploys after the look is seen before the switch.
 */
export async function prepareUndo(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
  looked?: Promise<LookBefore>,
): Promise<PreparedUndo> {
  const { api, live, judged } = await (looked ?? lookBeforeUndo(snapshot, inputs, world));
  const slugs = judged.flatMap(({ slug, outcome }) => (outcome === "reverted" ? [slug] : []));
  if (slugs.length === 0) return { judged, switchBack: async () => judged, leave: () => {} };
  const bundles = bundlesOf(slugs, snapshot, live, inputs);
  const staged = await stageAll(api, bundles, world);
  return {
    judged,
    switchBack: async (journal) => {
      const done = await putBack(slugs, { api, snapshot, live, bundles, staged, journal, world });
      return judged.map((one) => withRoom(done.find(({ slug }) => slug === one.slug) ?? one, one));
    },
    leave: () => leaveStaged(staged.ready, world),
  };
}

/** What came of a function, with what was found of it: that neither of the two releases was live is said. */
function withRoom(came: Undone, found: Undone): Undone {
  const isLeft = came !== found && came.outcome === "reverted" && found.said.endsWith(abandoned);
  return isLeft ? { ...came, said: `${came.said}; ${abandoned}` } : came;
}

/** What is live, and what would become of each function. */
export interface LookBefore {
  readonly api: FunctionsApi;
  readonly live: Live;
  readonly judged: readonly Undone[];
}

/** Looks; nothing is changed. @throws {UserError} PR301 to PR307 when the platform cannot be read. */
export async function lookBeforeUndo(
  snapshot: FunctionsSnapshot,
  inputs: UndoInputs,
  world: World,
): Promise<LookBefore> {
  const api = functionsApi(world, inputs);
  const live = await inspectLive(api, Object.keys(snapshot.functions));
  const judged = Object.entries(snapshot.functions).map(([slug, entry]) => judge(slug, entry, live, inputs));
  return { api, live, judged };
}

function judge(
  slug: string,
  entry: SnapshotEntry,
  live: Live,
  { deployed, rooms }: Pick<UndoInputs, "deployed" | "rooms">,
): Undone {
  const now = live.functions.get(slug)?.state ?? null;
  const before = entry.was?.state ?? null;
  if (isWhatItWas(entry, live.functions.get(slug)))
    return { slug, outcome: "already", said: `${slug} is what it was` };
  const ours = [entry.becomes, ...(deployed?.get(slug) ?? [])];
  const isOurs = ours.some((state) => isAs(live.functions.get(slug), state));
  const madeRoom =
    !isOurs &&
    (isRoom(live.functions.get(slug), [...(entry.rooms ?? []), ...(rooms?.get(slug) ?? [])]) ||
      isRoomFor(live.functions.get(slug), entry, deployed?.get(slug) ?? []));
  if (!isOurs && !madeRoom) {
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
  const said = `${slug} ${backOf(now, before)}`;
  return { slug, outcome: "reverted", said: madeRoom ? `${said}; ${abandoned}` : said };
}

const abandoned =
  "live was a bundle that an earlier deployment had left, and that had to be activated to make room";

function backOf(now: FunctionState | null, before: FunctionState | null): string {
  if (before === null) return "was new, and is removed";
  return now === null ? "was removed, and is put back" : "is put back";
}

function bundlesOf(
  slugs: readonly string[],
  snapshot: FunctionsSnapshot,
  live: Live,
  inputs: UndoInputs,
): readonly Bundle[] {
  return slugs.flatMap((slug) => {
    const entry = heldIn(snapshot.functions, slug);
    const source = entry && sourceBefore(entry);
    const was = entry?.was ?? null;
    if (was === null || source === undefined) return [];
    const { verifyJwt } = was.state.settings;
    const upload = uploadOf(slug, source, verifyJwt, inputs.functionsDirectory);
    return [{ slug, upload, liveVersion: live.functions.get(slug)?.listed.version ?? 0 }];
  });
}
