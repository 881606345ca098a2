import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Makes a folder a git repository by files that any commit can hold (`HEAD`, `config`, `objects`, …; only `.git` none
 * can). What it is set to start leaves `started` in the folder.
 */
export async function gitInside(folder: string): Promise<string> {
  const as = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
  execFileSync("git", ["init", "--quiet", "--bare", folder]);
  const tree = execFileSync("git", ["-C", folder, "mktree"], { input: "", encoding: "utf8" }).trim();
  const made = execFileSync("git", ["-C", folder, ...as, "commit-tree", "-m", "one", tree], {
    encoding: "utf8",
  });
  const program = join(folder, "start.sh");
  await writeFile(program, `#!/bin/sh\n: > "${join(folder, "started")}"\n`, { mode: 0o755 });
  await writeFile(
    join(folder, "config"),
    `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n\tfsmonitor = ${program}\n`,
  );
  return made.trim();
}
