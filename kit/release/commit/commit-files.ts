import { mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { childEnv } from "../../ports/exec.ts";
import { gitPlace } from "../../ports/git-place.ts";
import type { GitHub } from "../../ports/github.ts";
import { type FileBytes, bytesAt } from "./file-at.ts";

/** The files of one commit. */
export interface CommitFiles {
  readonly commit: string;
  /** Paths start at the top of the repository. */
  bytes(path: string): Promise<FileBytes>;
  /** The paths of all of them. */
  paths(): Promise<readonly string[]>;
}

/** As GitHub has them: a call for each. */
export function githubFiles(github: GitHub, commit: string): CommitFiles {
  return {
    commit,
    bytes: (path) => bytesAt(github, path, commit),
    paths: async () => {
      // GitHub leaves some out of more than 100,000.
      const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
      const { data } = await github.request(route, { tree_sha: commit, recursive: "1" });
      const { tree = [] } = data as {
        readonly tree?: readonly { readonly path: string; readonly type: string }[];
      };
      return tree.filter(({ type }) => type === "blob").map(({ path }) => path);
    },
  };
}

type World = Pick<Runtime, "exec" | "env" | "root" | "temp" | "signal">;

/** As the checkout itself has them, without a call; undefined where it does not have the commit, as most have only their own. */
export async function checkoutFiles(world: World, commit: string): Promise<CommitFiles | undefined> {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
  const isThere = await git(world, ["cat-file", "-t", commit]);
  if (isThere?.toString().trim() !== "commit") return undefined;
  return {
    commit,
    bytes: async (path) => {
      const bytes = await git(world, ["cat-file", "blob", `${commit}:${path}`]);
      return bytes === undefined
        ? { unread: `${path} at ${commit.slice(0, 12)} is not in the checkout` }
        : { bytes };
    },
    paths: async () => {
      const listed = await git(world, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit]);
      return (listed?.toString() ?? "").split("\0").filter((path) => path !== "");
    },
  };
}

/** What git prints, by a file: of what a child prints only the end is kept. What is not there is not fetched. */
async function git(
  { exec, env, root, temp, signal }: World,
  args: readonly string[],
): Promise<Buffer | undefined> {
  const place = await gitPlace(root);
  if (place === undefined) return undefined;
  const folder = await mkdtemp(join(temp, "git-"));
  const out = join(folder, "out");
  const quiet = { ...place, GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
  const options = { cwd: root, env: childEnv(env, quiet), quiet: true, limit: 30_000, signal };
  try {
    const { exitCode } = await exec(
      "sh",
      ["-c", 'exec git "$@" > "$ROLLOUT_OUT" 2> /dev/null', "sh", ...args],
      {
        ...options,
        env: { ...options.env, ROLLOUT_OUT: out },
      },
    );
    return exitCode === 0 ? await readFile(out) : undefined;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
