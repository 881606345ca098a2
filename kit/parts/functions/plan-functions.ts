import type { Runtime } from "../../action/runtime.ts";
import type { Json } from "../../release/canonical.ts";
import type { PlanPart, Undo } from "../../release/plan/plan.ts";
import { type FunctionsApi, functionsApi } from "../../providers/supabase/functions-api.ts";
import { sayBeyond } from "./imports/beyond-imports.ts";
import { type Beside, besidesIn } from "./live/in-reach.ts";
import { configDisagreements } from "./declared/config-toml.ts";
import { functionDetail } from "./tell/function-details.ts";
import { checkSecrets } from "./declared/needed-secrets.ts";
import type { Remembered } from "./live/bundle-mark.ts";
import { type Live, type LiveFunction, inspectLive } from "./live/inspect-live.ts";
import { type WantedFunction, inspectWanted } from "./declared/inspect-wanted.ts";
import type { FunctionsInputs } from "./inputs.ts";
import { type Removal, concerned, removalDetail, removalsIn, sayRemoval } from "./change/prune.ts";
import { refuseTooLarge } from "./declared/size-limit.ts";
import { sayings } from "./tell/sayings.ts";
import { type FunctionState, sameState } from "./declared/source.ts";
import { isKept, readBundles, readUnread } from "./undo/way-back.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "root" | "env">;

/** One declared function that is not live as it is declared. */
export interface Change {
  readonly slug: string;
  readonly live: LiveFunction | undefined;
  readonly wanted: WantedFunction;
}

/** What is wanted, what is live, and the difference. */
export interface Inspected {
  readonly wanted: readonly WantedFunction[];
  readonly live: Live;
  readonly changes: readonly Change[];
  /** What `prune` takes away. */
  readonly removals: readonly Removal[];
  /** What stays as it is, but is in reach of a `command`. */
  readonly besides: readonly Beside[];
  /** What Supabase's own configuration says otherwise. */
  readonly disagreements: readonly string[];
  /** What cannot be told of the secrets that the changed functions read. */
  readonly doubts: readonly string[];
}

export interface InspectOptions {
  /** What releases of this suite have brought live is known by its bundle, without its sources. */
  readonly remembered?: () => Promise<Remembered>;
  /** Whether the sources of what changes are read later: see `withSources`. */
  readonly later?: boolean;
  /** The platform's list, where others need it, too. */
  readonly list?: FunctionsApi["list"];
}

/**
 * Reads the repository and the platform; changes nothing.
 * @throws {UserError} PR102, PR424, PR437, PR443 for what is wanted, PR301 to PR307 for the platform.
 */
export async function inspectFunctions(
  inputs: FunctionsInputs,
  world: World,
  { remembered, later = false, list }: InspectOptions = {},
): Promise<Inspected> {
  const wanted = await inspectWanted(inputs, world);
  const api = functionsApi(world, inputs);
  const live = await inspectLive(list ? { ...api, list } : api, await concerned(inputs, world), {
    remembered,
    expected: wanted.length,
  });
  const seen = inspected(wanted, live, inputs.command !== undefined);
  const found = later ? seen : await withBundles(api, await withSources(api, seen), "without-sources");
  // A command may bundle elsewhere, where the limit is another.
  if (inputs.command === undefined)
    refuseTooLarge(
      found.changes.map((change) => change.wanted),
      inputs.sizeLimit,
    );
  const [disagreements, doubts] = await Promise.all([
    configDisagreements(world.root, inputs.functionsDirectory, wanted),
    checkSecrets(
      api,
      found.changes.map((change) => change.wanted),
    ),
  ]);
  return { ...found, disagreements, doubts };
}

/** The same with all live sources that a way back needs. */
export async function withSources<T extends InReach>(api: FunctionsApi, work: T): Promise<T> {
  return await withEach(work, (some) => readUnread(api, some));
}

/** The same with bundles: of those alone whose sources are not given, or of all. */
export async function withBundles<T extends InReach>(
  api: FunctionsApi,
  work: T,
  only?: "without-sources",
): Promise<T> {
  return await withEach(work, (some) => readBundles(api, some, only));
}

/** All that a release may change. */
type InReach = Pick<Inspected, "changes" | "removals" | "besides">;

async function withEach<T extends InReach>(
  work: T,
  read: <S extends { readonly live: LiveFunction | undefined }>(some: readonly S[]) => Promise<readonly S[]>,
): Promise<T> {
  const changes = await read(work.changes);
  const removals = await read(work.removals);
  const besides = await read(work.besides);
  // What is removed is live: what was read of it is, too.
  return { ...work, changes, removals, besides };
}

/** What `plan` calls: the part of a plan that `deploy-functions` would carry out. */
export async function planFunctions(inputs: FunctionsInputs, world: World): Promise<PlanPart> {
  return functionsPart(await inspectFunctions(inputs, world));
}

function inspected(
  wanted: readonly WantedFunction[],
  live: Live,
  byCommand: boolean,
): Pick<Inspected, "wanted" | "live" | "changes" | "removals" | "besides"> {
  const changes = wanted.flatMap((one) => {
    const now = live.functions.get(one.slug);
    return sameState(now?.state ?? null, one.state) ? [] : [{ slug: one.slug, live: now, wanted: one }];
  });
  const removals = removalsIn(
    live,
    wanted.map(({ slug }) => slug),
  );
  const besides = byCommand && changes.length > 0 ? besidesIn(wanted, changes, live) : [];
  return { wanted, live, changes, removals, besides };
}

/** The part of a plan; pure. */
export function functionsPart(found: Inspected): PlanPart {
  const { wanted, live, changes, removals, besides, disagreements, doubts } = found;
  const changed = changes.map((change) => change.slug);
  const unchanged = wanted.map(({ slug }) => slug).filter((slug) => !changed.includes(slug));
  return {
    phase: "deploy-functions",
    work: changes.length + removals.length === 0 ? "none" : "some",
    decisions: { functions: decided(found), unchanged: unchanged.sort() },
    measurements: { undeclared: [...live.undeclared], files: fileCounts(changes) },
    undo: undoOf([...changes, ...removals]),
    unverified: [
      ...[...changes, ...removals].flatMap(unreadable),
      ...disagreements,
      ...doubts,
      ...sayBeyond(wanted),
      ...besides.flatMap(inReach),
      ...leftAlone(live),
    ],
    says: [
      ...changes.flatMap(({ slug, live: now, wanted: { state } }) => sayings(slug, now?.state, state)),
      ...removals.map(sayRemoval),
    ],
    details: [...changes.map(functionDetail), ...removals.map(removalDetail)],
  };
}

function decided({ changes, removals }: Pick<Inspected, "changes" | "removals">): Json {
  const changed = changes.map(
    ({ slug, live, wanted: { state } }) =>
      [slug, { was: json(live?.state ?? null), becomes: json(state) }] as const,
  );
  const removed = removals.map(({ slug, live }) => [slug, { was: json(live.state), becomes: null }] as const);
  return Object.fromEntries([...changed, ...removed]);
}

/** A state as it stands in decisions, receipts and snapshots. */
export function json(state: FunctionState | null): Json {
  if (state === null) return null;
  const { digest, settings } = state;
  return { digest, settings: { ...settings } };
}

/** What is live without being declared was not looked at. */
function leftAlone({ undeclared }: Live): readonly string[] {
  if (undeclared.length === 0) return [];
  const one = undeclared.length === 1;
  return [
    `${undeclared.join(", ")} ${one ? "is" : "are"} live, but not among \`functions\`: not looked at, and ${one ? "stays" : "stay"} as ${one ? "it is" : "they are"}.`,
  ];
}

function unreadable({ slug, live }: Pick<Change, "slug" | "live">): readonly string[] {
  if (live?.unreadable === undefined) return [];
  return [`${slug}: the live sources cannot be compared (${live.unreadable}).`];
}

function inReach({ slug, live }: Beside): readonly string[] {
  if (isKept(live)) return [];
  return [
    `${slug}: stays as it is, but should \`command\` change it, nothing brings it back: it cannot be read.`,
  ];
}

function undoOf(changes: readonly Pick<Change, "slug" | "live">[]): Undo {
  const lost = changes.filter(({ live }) => live !== undefined && !isKept(live));
  if (lost.length === 0) return { possible: "yes" };
  const names = lost.map(({ slug }) => slug).join(", ");
  return { possible: "no", why: `the live sources of ${names} cannot be read, so they cannot be put back` };
}

function fileCounts(changes: readonly Change[]): Json {
  return Object.fromEntries(changes.map(({ slug, wanted }) => [slug, wanted.source.files.length]));
}
