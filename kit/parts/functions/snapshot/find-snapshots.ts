import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { UserError } from "../../../errors/user-error.ts";
import type { Log } from "../../../ports/log.ts";
import {
  type FunctionsSnapshot,
  type SnapshotEntry,
  eszipBefore,
  loadSnapshot,
  sourceBefore,
} from "./snapshot.ts";
import { sourceDigest } from "../declared/source.ts";

/**
 * The snapshots of a project below a folder of downloaded artifacts. One that cannot be read, or is of another
 * project, is left out with a warning; so is a function whose kept sources are not the ones that were live.
 */
export async function findSnapshots(
  folder: string,
  project: string,
  log: Log,
): Promise<readonly FunctionsSnapshot[]> {
  const files = await readdir(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
  const named = files.filter((file) => basename(file) === "snapshot.json").sort();
  const found = await Promise.all(named.map((file) => readable(join(folder, file), project, log)));
  return found.flatMap((snapshot) => (snapshot === undefined ? [] : [whole(snapshot, log)]));
}

async function readable(file: string, project: string, log: Log): Promise<FunctionsSnapshot | undefined> {
  try {
    const snapshot = await loadSnapshot(file);
    if (snapshot.project === project) return snapshot;
    log.warn(`${file} is a snapshot of the project ${snapshot.project}, not of ${project}: it is left out.`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`${error.message} It is left out.`);
  }
  return undefined;
}

function whole(snapshot: FunctionsSnapshot, log: Log): FunctionsSnapshot {
  const entries = Object.entries(snapshot.functions).filter(([slug, entry]) => {
    const isBundleOther = entry.was?.eszip !== undefined && eszipBefore(entry) === undefined;
    if (isWhole(entry)) {
      if (isBundleOther)
        log.warn(
          `The snapshot of ${slug} does not have the bundle that was live: only its sources are used.`,
        );
      return true;
    }
    const what = isBundleOther ? "bundle" : "sources";
    const were = isBundleOther ? "was" : "were";
    log.warn(`The snapshot of ${slug} does not have the ${what} that ${were} live: it is left out.`);
    return false;
  });
  return { ...snapshot, functions: Object.fromEntries(entries) };
}

/** Whether the sources that are kept are those that were live; where there are none, whether the bundle is. */
export function isWhole(entry: SnapshotEntry): boolean {
  const source = sourceBefore(entry);
  if (source !== undefined) return sourceDigest(source.files) === entry.was?.state.digest;
  return entry.was?.eszip === undefined || eszipBefore(entry) !== undefined;
}
