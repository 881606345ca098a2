import { join, resolve } from "node:path";
import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { findSnapshots } from "../../kit/parts/functions/snapshot/find-snapshots.ts";
import type { FunctionsInputs } from "../../kit/parts/functions/inputs.ts";
import { changeToUndo, isLost } from "../../kit/parts/functions/undo/recorded-change.ts";
import {
  type FunctionsSnapshot,
  type SnapshotEntry,
  eszipBefore,
  withSource,
} from "../../kit/parts/functions/snapshot/snapshot.ts";
import { type SourcesAt, sourcesAt } from "../../kit/parts/functions/declared/sources-at.ts";
import { type CommitFiles, checkoutFiles, githubFiles } from "../../kit/release/commit/commit-files.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import { fetchSnapshots, runOf } from "../../kit/release/run/run-artifacts.ts";
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
 * What is to be undone, with the sources that were live: from the snapshots that are here, else from git at the commit
 * that was live before, as far as the checkout has it, else from the snapshots that the releases' runs have uploaded, else
 * from GitHub. All are the same bytes, by their digest; the next one is asked only for what the ones before it do not
 * have (ADR 34).
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
  const none: Traced = { snapshot: changeToUndo(inputs.supabase, receipts, given), said: {} };
  const here = lacks(none.snapshot) ? await fromGit(none, asked, await filesHere(known, world)) : none;
  if (!lacks(here.snapshot)) return withSayings(here);
  const folder = join(world.temp, "prism-rollout", "rollback-artifacts");
  await fetchUploaded(known, folder, world);
  const all = changeToUndo(inputs.supabase, receipts, [...given, ...(await snapshotsIn(folder))]);
  const kept = withFound(all, here);
  return withSayings(lacks(kept.snapshot) ? await fromGit(kept, asked, filesAtGitHub(known)) : kept);
}

/** What is to be undone, and what is to be said of functions whose sources are from git, or were not there. */
interface Traced {
  readonly snapshot: FunctionsSnapshot;
  readonly said: Readonly<Record<string, string>>;
}

type Files = CommitFiles | { readonly unread: string };

async function filesHere({ formerCommit: commit }: Known, world: Runtime): Promise<Files> {
  const files = commit === undefined ? undefined : await checkoutFiles(world, commit);
  return files ?? { unread: "the checkout does not have the commit that was live before" };
}

function filesAtGitHub({ github, formerCommit: commit }: Known): Files {
  return github === undefined || commit === undefined
    ? { unread: "the record does not tell which commit was live before" }
    : githubFiles(github, commit);
}

/** What was found here counts; what the checkout did not have is no last word. */
function withFound(snapshot: FunctionsSnapshot, here: Traced): Traced {
  const isFound = (slug: string): boolean => {
    const found = heldIn(here.snapshot.functions, slug);
    return found !== undefined && !isLost(found);
  };
  const functions = Object.entries(snapshot.functions).map(
    ([slug, entry]) => [slug, (isFound(slug) && heldIn(here.snapshot.functions, slug)) || entry] as const,
  );
  const said = Object.entries(here.said).filter(([slug]) => isFound(slug));
  return {
    snapshot: { ...snapshot, functions: Object.fromEntries(functions) },
    said: Object.fromEntries(said),
  };
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
  { snapshot, said: before }: Traced,
  { inputs, workingDirectory }: Asked,
  files: Files,
): Promise<Traced> {
  const sources: SourcesAt =
    "unread" in files
      ? async () => ({ unread: files.unread })
      : sourcesAt({ ...inputs, files, root: workingDirectory });
  const commit = "unread" in files ? "" : files.commit.slice(0, 12);
  const said: Record<string, string> = { ...before };
  const functions: Record<string, SnapshotEntry> = {};
  for (const [slug, entry] of Object.entries(snapshot.functions)) {
    functions[slug] = entry;
    if (entry.was === null || !isLost(entry)) continue;
    const found = await sources(slug, entry.was.state);
    if ("source" in found) functions[slug] = withSource(entry, found.source);
    said[slug] =
      "source" in found
        ? `its sources are those of git at ${commit}`
        : `no snapshot has its former sources; git: ${found.unread}`;
  }
  return { snapshot: { ...snapshot, functions }, said };
}

function withSayings({ snapshot, said }: Traced): {
  readonly snapshot: FunctionsSnapshot;
  readonly former: Former;
} {
  return { snapshot, former: saidOf(snapshot, (slug) => heldIn(said, slug)) };
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
