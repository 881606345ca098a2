import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Journal } from "../../../release/record/journal.ts";
import { bundleMark, isSameBundle } from "./bundle-mark.ts";
import { formerOf, statesIn } from "../change/change-states.ts";
import type { Beside } from "./in-reach.ts";
import { type Live, type LiveFunction, inspectLive } from "./inspect-live.ts";
import { keepAgain, withMarks } from "../snapshot/mark-snapshot.ts";
import type { FunctionsSnapshot } from "../snapshot/snapshot.ts";
import { type FunctionState, sameState } from "../declared/source.ts";
import { saying } from "./tell-live.ts";

/** What a command came to. */
export interface Commanded {
  readonly live: Live | undefined;
  /** Functions that were to stay, and are not what they were. */
  readonly touched: readonly string[];
  /** A sentence for each function that nobody declared, and that is not what it was. */
  readonly strangers: readonly string[];
}

interface Watched {
  readonly api: FunctionsApi;
  readonly besides: readonly Beside[];
  readonly strangers: readonly ListedFunction[];
  readonly snapshot: FunctionsSnapshot;
  readonly journal: Journal;
}

type World = Pick<Runtime, "temp" | "log">;

/**
 * Has a command deploy, and looks what it has done to functions that were to stay. Each that it has changed gets a receipt,
 * which nobody could write before, and stands in the snapshot as what it is now: so it goes back with the rest.
 */
export async function watchBesides(
  deploy: () => Promise<Live | undefined>,
  watched: Watched,
  world: World,
): Promise<Commanded> {
  let live: Live | undefined;
  try {
    live = await deploy();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw await afterFailure(error, watched, world);
  }
  if (live === undefined) return { live, touched: [], strangers: [] };
  const touched = await keepTouched(watched, live, world);
  const strangers = strangersIn(watched.strangers, live);
  for (const said of strangers) world.log.warn(said);
  return { live, touched, strangers };
}

async function afterFailure(error: UserError, watched: Watched, world: World): Promise<UserError> {
  try {
    const slugs = Object.keys(watched.snapshot.functions);
    const touched = await keepTouched(watched, await inspectLive(watched.api, slugs), world);
    if (touched.length === 0) return error;
    return saying(`Besides, the command has changed ${touched.join(", ")}.`)(error);
  } catch (other) {
    if (!(other instanceof UserError)) throw other;
    return saying(`What it has changed besides is not known: ${describe(other)}`)(error);
  }
}

async function keepTouched(
  { besides, snapshot, journal }: Watched,
  live: Live,
  world: World,
): Promise<readonly string[]> {
  const touched = besides.filter(({ slug, live: was }) => !isSame(was, live.functions.get(slug)));
  const slugs = touched.map(({ slug }) => slug);
  const blind = unread(live);
  if (touched.length + blind.length > 0)
    await keepAgain(withStates(withMarks(snapshot, blind), slugs, live), world);
  if (touched.length === 0) return [];
  const before = Object.fromEntries(touched.map(({ slug, live: was }) => [slug, formerOf(was)]));
  const intended = statesIn(live, slugs);
  await journal.change("functions", { before, intended }, async () => intended);
  return slugs;
}

/** The same sources sent once more are no change, and neither is the same bundle. */
function isSame(was: LiveFunction, now: LiveFunction | undefined): boolean {
  if (now === undefined) return false;
  if (sameState(was.state, now.state)) return true;
  const isUnread = was.state.digest === null || now.state.digest === null;
  const isSameSetting = was.state.settings.verifyJwt === now.state.settings.verifyJwt;
  return isUnread && isSameSetting && isSameBundle(was.listed, now.listed);
}

function unread({ functions }: Live): readonly ListedFunction[] {
  return [...functions.values()].flatMap(({ state, listed }) => (state.digest === null ? [listed] : []));
}

function withStates(snapshot: FunctionsSnapshot, slugs: readonly string[], live: Live): FunctionsSnapshot {
  const entries = Object.entries(snapshot.functions).map(([slug, entry]) => {
    if (!slugs.includes(slug)) return [slug, entry] as const;
    return [slug, { ...entry, becomes: stateIn(live, slug) }] as const;
  });
  return { ...snapshot, functions: Object.fromEntries(entries) };
}

function stateIn({ functions }: Live, slug: string): FunctionState | null {
  const now = functions.get(slug);
  if (now === undefined) return null;
  const bundle = bundleMark(now.listed);
  return bundle === undefined ? now.state : { ...now.state, bundle };
}

/** What a command has done to functions that are none of the release's: nothing of them is kept. */
function strangersIn(before: readonly ListedFunction[], { strangers: now }: Live): readonly string[] {
  const said = (slug: string, what: string): string =>
    `${slug}: not among \`functions\`, but ${what} by the command; no rollback knows it`;
  const changed = now.flatMap((one) => {
    const was = before.find(({ slug }) => slug === one.slug);
    if (was === undefined) return [said(one.slug, "deployed")];
    const isWhatItWas = isSameBundle(was, one) && was.verify_jwt === one.verify_jwt;
    return isWhatItWas ? [] : [said(one.slug, "deployed again")];
  });
  const gone = before.filter(({ slug }) => now.every((one) => one.slug !== slug));
  return [...changed, ...gone.map(({ slug }) => said(slug, "removed"))];
}
