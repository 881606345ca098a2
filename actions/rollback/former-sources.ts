import { join, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { findSnapshots } from "../../kit/parts/functions/find-snapshots.ts";
import type { FunctionsInputs } from "../../kit/parts/functions/inputs.ts";
import { changeToUndo, isLost } from "../../kit/parts/functions/recorded-change.ts";
import {
  type FunctionsSnapshot,
  type SnapshotEntry,
  eszipBefore,
  withSource,
} from "../../kit/parts/functions/snapshot.ts";
import { type SourcesAt, sourcesAt } from "../../kit/parts/functions/sources-at.ts";
import type { Receipt } from "../../kit/release/receipt.ts";
import { fetchSnapshots, runOf } from "../../kit/release/run-artifacts.ts";
import type { Known } from "./learn.ts";

/** By function: where its former sources are from, or why they are not to be had. */
export type Former = Readonly<Record<string, string>>;

interface Asked {
  readonly inputs: FunctionsInputs;
  readonly receipts: readonly Receipt[];
  readonly artifacts: string | undefined;
  readonly workingDirectory: string;
}

/**
 * What is to be undone, with the sources that were live: from the snapshots that are here, else from those that the
 * releases' runs have uploaded, else from git at the commit that was live before. All are the same bytes, by their
 * digest; the next one is asked only for what the one before does not have (ADR 34).
 */
export async function formerSources(
  asked: Asked,
  known: Known,
  world: Runtime,
): Promise<{ readonly snapshot: FunctionsSnapshot; readonly former: Former }> {
  const { inputs, receipts, artifacts } = asked;
  const snapshotsIn = (folder: string): Promise<readonly FunctionsSnapshot[]> =>
    findSnapshots(folder, inputs.supabase, world.log);
  const given = artifacts === undefined ? [] : await snapshotsIn(resolve(world.root, artifacts));
  const here = changeToUndo(inputs.supabase, receipts, given);
  if (!lacks(here)) return { snapshot: here, former: saidOf(here, () => undefined) };
  const folder = join(world.temp, "prism-rollout", "rollback-artifacts");
  await fetchUploaded(known, folder, world);
  const all = [...given, ...(await snapshotsIn(folder))];
  const kept = changeToUndo(inputs.supabase, receipts, all);
  return lacks(kept)
    ? await fromGit(kept, asked, known)
    : { snapshot: kept, former: saidOf(kept, () => undefined) };
}

/** What the runs of the releases themselves have uploaded, whoever asks for the rollback. */
async function fetchUploaded(
  { github, release, passed }: Known,
  folder: string,
  world: Runtime,
): Promise<void> {
  if (github === undefined) return;
  const runs = [release, ...passed.map((one) => one.release)].map(runOf);
  for (const run of runs) if (run !== undefined) await fetchSnapshots(github, run, folder, world.log);
}

async function fromGit(
  snapshot: FunctionsSnapshot,
  { inputs, workingDirectory }: Asked,
  { github, formerCommit: commit }: Known,
): Promise<{ readonly snapshot: FunctionsSnapshot; readonly former: Former }> {
  const sources: SourcesAt =
    github === undefined || commit === undefined
      ? async () => ({ unread: "the record does not tell which commit was live before" })
      : sourcesAt({ ...inputs, github, commit, root: workingDirectory });
  const said: Record<string, string> = {};
  const functions: Record<string, SnapshotEntry> = {};
  for (const [slug, entry] of Object.entries(snapshot.functions)) {
    functions[slug] = entry;
    if (entry.was === null || !isLost(entry)) continue;
    const found = await sources(slug, entry.was.state);
    if ("source" in found) functions[slug] = withSource(entry, found.source);
    said[slug] =
      "source" in found
        ? `its sources are those of git at ${(commit ?? "").slice(0, 12)}`
        : `no snapshot has its former sources; git: ${found.unread}`;
  }
  return {
    snapshot: { ...snapshot, functions },
    former: saidOf({ ...snapshot, functions }, (slug) => said[slug]),
  };
}

function lacks({ functions }: FunctionsSnapshot): boolean {
  return Object.values(functions).some(isLost);
}

/** Functions that were new have no sources to go back to. */
function saidOf({ functions }: FunctionsSnapshot, said: (slug: string) => string | undefined): Former {
  const known = Object.entries(functions).flatMap(([slug, entry]) => {
    const { was } = entry;
    if (was === null) return [];
    const bundle = eszipBefore(entry) === undefined ? undefined : "its bundle is that of the snapshot";
    const told = said(slug) ?? (was.source === null ? bundle : "its sources are those of the snapshot");
    return told === undefined ? [] : [[slug, told] as const];
  });
  return Object.fromEntries(known);
}
