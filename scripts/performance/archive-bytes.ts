import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * Bytes of the archive that a runner downloads in every job: the files as they are in the work tree, whatever of them is
 * committed, without what `.gitattributes` leaves out. Nothing is written into the repository.
 * @throws {Error} where `root` is no work tree of git's
 */
export function archiveBytes(root: string): number {
  const temp = mkdtempSync(join(tmpdir(), "prism-archive-"));
  try {
    const objects = git(root, {}, "rev-parse", "--git-path", "objects").toString().trim();
    const env = {
      GIT_INDEX_FILE: join(temp, "index"),
      GIT_OBJECT_DIRECTORY: temp,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: resolve(root, objects),
    };
    git(root, env, "read-tree", "HEAD");
    git(root, env, "add", "--all", "--", "action.yml", "LICENSE", "actions", "dist", ".gitattributes");
    const tree = git(root, env, "write-tree").toString().trim();
    return gzipSync(git(root, env, "archive", "--format=tar", "--worktree-attributes", tree)).byteLength;
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function git(cwd: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): Buffer {
  return execFileSync("git", args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1e9 });
}
