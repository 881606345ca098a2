import { type CommitsInside, commitsInside, proceduresIn } from "../judge/bodies/commits.ts";
import type { SqlFile } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import { type Catalog, readCatalog } from "./catalog.ts";
import type { Engine, ShadowSession } from "./engines/engine.ts";
import { onlyLive } from "./live-things.ts";
import type { HeldLock } from "./locks.ts";
import { type Look, type PlacedFact, lookAt } from "./look.ts";
import { failing, prepare, run, runWhatRuns } from "./run.ts";
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
    }
  | { readonly path: string; readonly unverified: string };

export interface Replayed {
  readonly files: readonly ShadowFacts[];
  /** Applied files that did not run, a line each. */
  readonly history: readonly string[];
  /** What there was after what is applied, and before what is pending. */
  readonly live: Catalog;
}

export interface ReplayFiles {
  /** What is applied already. */
  readonly history: readonly SqlFile[];
  readonly pending: readonly SqlFile[];
  /** Every pending file is a change set of its own: what those before it made is live. */
  readonly each?: boolean;
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
  const history = [...(engine?.restored?.problems ?? [])];
  for (const file of files.history.slice(engine?.restored?.files ?? 0)) {
    const problem = await runApplied(context, file);
    if (problem !== undefined) history.push(`${file.path} does not run on the shadow: ${problem}`);
  }
  await database.script(database.anew);
  await engine?.keep?.(history);
  await visitor?.live?.(database);
  let now = await readCatalog(database);
  const first = now;
  let live = now;
  let sure = true;
  const seen: ShadowFacts[] = [];
  for (const [index, file] of files.pending.entries()) {
    const watch = await watched(context, file, { live, now, sure });
    sure &&= !("unverified" in watch.seen);
    seen.push(watch.seen);
    await database.script(database.anew);
    await visitor?.after?.(index, database, watch.seen);
    now = watch.now;
    if (files.each) live = now;
  }
  return { files: seen, history, live: first };
}

async function runApplied(
  { database, parser, abilities, commits }: Replay,
  file: SqlFile,
): Promise<string | undefined> {
  const ready = prepare(parser, abilities, file, commits);
  if (typeof ready === "string") return ready;
  const problem = await failing(database, () => run(database, ready));
  if (problem !== undefined) await failing(database, () => runWhatRuns(database, ready));
  return problem;
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
  file: SqlFile,
  { live, now, sure }: States,
): Promise<{ readonly seen: ShadowFacts; readonly now: Catalog }> {
  const { path } = file;
  const ready = prepare(parser, abilities, file, commits);
  if (typeof ready === "string") return { seen: { path, unverified: ready }, now };
  let look: Look | undefined;
  const problem = await failing(database, async () => {
    look = await lookAt(database, ready, onlyLive(now, live));
  });
  if (look) {
    const { facts, locks, after } = look;
    return { seen: { path, facts, locks, stubbed: ready.stubbed, sure }, now: after };
  }
  await failing(database, () => runWhatRuns(database, ready));
  return { seen: { path, unverified: problem ?? "it gave no answer" }, now: await readCatalog(database) };
}
