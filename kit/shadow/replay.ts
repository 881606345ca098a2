import { type CommitsInside, commitsInside, proceduresIn } from "../judge/bodies/commits.ts";
import type { SqlFile } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import { type Catalog, readShadow } from "./catalog.ts";
import type { Engine, ShadowSession } from "./engines/engine.ts";
import { onlyLive } from "./live-things.ts";
import type { HeldLock } from "./locks.ts";
import { without } from "./assume/doubt.ts";
import { runHealed } from "./assume/run-healed.ts";
import { type Assuming, assuming, keptOf } from "./assume/state.ts";
import { summaryOf } from "./assume/told.ts";
import { type PlacedFact, lookAt } from "./look.ts";
import { prepare, run } from "./run.ts";
import type { Abilities } from "./shim.ts";
import type { Visitor } from "./visitor.ts";

export type { HeldLock } from "./locks.ts";
export type { PlacedFact } from "./look.ts";

/** What the replay of one pending file has shown, or why it could not be replayed. */
export type ShadowFacts =
  | {
      readonly path: string;
      readonly facts: readonly PlacedFact[];
      /** Strong locks before COMMIT on tables that are live; none where the file is not one transaction. */
      readonly locks: readonly HeldLock[];
      readonly stubbed: readonly string[];
      /** All pending files before it have run: what is not there was not there. */
      readonly sure: boolean;
      /** What it took to be there though no file before makes it, and what was left out for that, a line each. */
      readonly assumed: readonly string[];
      /** Names (`public.t`) of all that is assumed so far: nothing is known of these. */
      readonly doubted: readonly string[];
    }
  | { readonly path: string; readonly unverified: string };

export interface Replayed {
  readonly files: readonly ShadowFacts[];
  /** Applied files that did not run, a line each. */
  readonly history: readonly string[];
  /** What of the applied files ran only with what was assumed, a line each. */
  readonly assumed: readonly string[];
  /** How much was replayed, where something was assumed for it. */
  readonly summary: readonly string[];
  /** What there was after what is applied, and before what is pending. */
  readonly live: Catalog;
}

export interface ReplayFiles {
  /** What is applied already. */
  readonly history: readonly SqlFile[];
  readonly pending: readonly SqlFile[];
  /** Every pending file is a change set of its own: what those before it made is live. */
  readonly each?: boolean;
  /** What the live database has: asked only where a file needs what no file makes. */
  readonly live?: (() => Promise<Catalog>) | undefined;
}

interface Replay {
  readonly database: ShadowSession;
  readonly parser: SqlParser;
  readonly abilities: Abilities;
  readonly commits: CommitsInside;
  readonly visitor?: Visitor | undefined;
  /** What of the applied files is there already, and who keeps it after these. */
  readonly engine?: Pick<Engine, "restored" | "keep">;
}

/**
 * Runs what is applied, then what is pending, each file as `migrate` would, with a look at the catalog before and
 * after each pending one. A file that does not run stops none of those after it.
 */
export async function replay(given: Omit<Replay, "commits">, files: ReplayFiles): Promise<Replayed> {
  const { database, parser, visitor, engine } = given;
  const texts = [...files.history, ...files.pending].map(({ text }) => text);
  const context = { ...given, commits: commitsInside(parser, proceduresIn(parser, texts)) };
  const state = assuming(parser, [...files.history, ...files.pending], engine?.restored?.kept, files.live);
  const { problems: history, assumed } = await applied(context, state, files.history);
  await database.script(database.anew);
  await engine?.keep?.({ problems: history, assumed, kept: keptOf(state) });
  await visitor?.live?.(database);
  state.pending.now = true;
  let now = await readShadow(database);
  const first = now;
  let live = now;
  let sure = true;
  const before = state.things.count;
  const seen: ShadowFacts[] = [];
  for (const [index, file] of files.pending.entries()) {
    const watch = await watched(context, state, file, { live, now, sure });
    sure &&= !("unverified" in watch.seen) && state.things.count === before;
    seen.push(watch.seen);
    await database.script(database.anew);
    await visitor?.after?.(index, database, watch.seen);
    now = watch.now;
    if (files.each) live = now;
  }
  const ran = files.history.length - history.length + seen.filter((one) => "facts" in one).length;
  const summary = summaryOf(files.history.length + seen.length, ran, state.things.count);
  return { files: seen, history, assumed, summary, live: first };
}

async function applied(
  context: Replay,
  state: Assuming,
  files: readonly SqlFile[],
): Promise<{ readonly problems: readonly string[]; readonly assumed: readonly string[] }> {
  const { database, parser, abilities, engine, commits } = context;
  const problems = [...(engine?.restored?.problems ?? [])];
  const assumed = [...(engine?.restored?.assumed ?? [])];
  for (const file of files.slice(engine?.restored?.files ?? 0)) {
    const ready = prepare(parser, abilities, file, commits);
    const outcome =
      typeof ready === "string"
        ? { problem: ready }
        : await runHealed(database, state, ready, (one) => run(database, one));
    if ("problem" in outcome) problems.push(`${file.path} does not run on the shadow: ${outcome.problem}`);
    else assumed.push(...outcome.assumed.map((line) => `${file.path} was ${line}`));
  }
  return { problems, assumed };
}

interface States {
  /** Before the first pending file: what live code can know. */
  readonly live: Catalog;
  /** Before this one. */
  readonly now: Catalog;
  readonly sure: boolean;
}

async function watched(
  { database, parser, abilities, commits }: Replay,
  state: Assuming,
  file: SqlFile,
  { live, now, sure }: States,
): Promise<{ readonly seen: ShadowFacts; readonly now: Catalog }> {
  const { path } = file;
  const ready = prepare(parser, abilities, file, commits);
  if (typeof ready === "string") return { seen: { path, unverified: ready }, now };
  const outcome = await runHealed(database, state, ready, async (one, changed) => {
    // What was made or has made way for the file is none of its doing, and of what is assumed nothing is known.
    const known = onlyLive(changed ? await readShadow(database) : now, live);
    return await lookAt(database, one, without(known, state.doubted));
  });
  if ("problem" in outcome)
    return { seen: { path, unverified: outcome.problem }, now: await readShadow(database) };
  const { facts, locks, after } = outcome.value;
  const { assumed } = outcome;
  const doubted = [...state.doubted];
  return { seen: { path, facts, locks, stubbed: ready.stubbed, sure, assumed, doubted }, now: after };
}
