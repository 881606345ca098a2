import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What git is asked with. */
export const env = { PATH: process.env["PATH"] ?? "", HOME: tmpdir() };

/** Writes files, by their paths. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A folder with these files, which is removed with the temp folder of all tests. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "prism-own-")));
  write(folder, files);
  return folder;
}

export function git(folder: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=ada", "-c", "user.email=ada@example.com"];
  const plain = { ...env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  return execFileSync("git", [...who, "-C", folder, ...args], { env: plain, encoding: "utf8" }).trim();
}

/** Makes a folder a repository whose files are all committed; gives the commit. */
export function commit(folder: string, message = "a commit"): string {
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message", message);
  return git(folder, "rev-parse", "HEAD");
}
