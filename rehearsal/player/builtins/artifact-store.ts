import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { copyFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** An artifact of a run. `digest` is `sha256:…` over the names and contents of its files. */
export interface Artifact {
  readonly id: number;
  readonly run: string;
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly createdAt: string;
  /** Where its files are, below this folder. */
  readonly folder: string;
}

/** A file of an artifact: where it is now, and its path in the artifact. */
export interface ArtifactFile {
  readonly from: string;
  readonly path: string;
}

/** The artifacts of all runs of a world, in a folder. */
export interface ArtifactStore {
  list(run: string): readonly Artifact[];
  /** Keeps files under a name. @throws {Error} when the run has that name already and `overwrite` is not set. */
  save(run: string, name: string, files: readonly ArtifactFile[], overwrite: boolean, now: number): Artifact;
}

/** Opens the artifacts that are kept in a folder; what earlier plays kept is still there. */
export function openArtifactStore(folder: string): ArtifactStore {
  const folderOf = (run: string, name: string): string => join(folder, "runs", run, encodeURIComponent(name));
  const describe = (run: string, name: string): Artifact => {
    const described: unknown = JSON.parse(readFileSync(join(folderOf(run, name), "artifact.json"), "utf8"));
    return { ...(described as Omit<Artifact, "folder">), folder: join(folderOf(run, name), "files") };
  };
  return {
    list(run) {
      const at = join(folder, "runs", run);
      if (!existsSync(at)) return [];
      const names = readdirSync(at).filter((name) => !name.startsWith(".new-"));
      return names.map((name) => describe(run, decodeURIComponent(name))).sort((a, b) => a.id - b.id);
    },
    save(run, name, files, overwrite, now) {
      const kept = folderOf(run, name);
      if (existsSync(kept) && !overwrite) {
        throw new Error(
          `(409) Conflict: an artifact with this name already exists on the workflow run: ${name}`,
        );
      }
      const id = claimId(join(folder, "ids"));
      const fresh = join(folder, "runs", run, `.new-${id}`);
      const { digest, size } = copyIn(files, join(fresh, "files"));
      const createdAt = new Date(now).toISOString();
      writeFileSync(join(fresh, "artifact.json"), JSON.stringify({ id, run, name, digest, size, createdAt }));
      rmSync(kept, { recursive: true, force: true });
      renameSync(fresh, kept);
      return describe(run, name);
    },
  };
}

/** A zip archive loses who may execute a file, and follows links: so does this. */
function copyIn(files: readonly ArtifactFile[], into: string): { digest: string; size: number } {
  mkdirSync(into, { recursive: true });
  const all = createHash("sha256");
  let size = 0;
  for (const { from, path } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const to = join(into, path);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
    chmodSync(to, 0o644);
    const content = readFileSync(to);
    size += content.length;
    all.update(`${path}\0${createHash("sha256").update(content).digest("hex")}\n`);
  }
  return { digest: `sha256:${all.digest("hex")}`, size };
}

/** The lowest number that nobody has taken; making a folder takes it, also against other processes. */
function claimId(folder: string): number {
  mkdirSync(folder, { recursive: true });
  for (let id = readdirSync(folder).length + 1; ; id += 1) {
    try {
      mkdirSync(join(folder, String(id)));
      return id;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
