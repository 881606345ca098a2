import { access } from "node:fs/promises";
import { basename, dirname, join, posix, relative, resolve } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { type GitEnv, askGit } from "./git.ts";

/** A commit whose stack counts as live, and what to call it. */
export interface LiveCommit {
  readonly commit: string;
  readonly called: string;
}

/** The repository that is rehearsed. */
export interface OwnRepository {
  /** The checkout's top; without git, the stack's folder. */
  readonly root: string;
  /** Where in it the stack lies: `.`, or a path with `/`. */
  readonly workingDirectory: string;
  /** Its configuration, relative to that. */
  readonly config: string;
  /** OWNER/NAME, from the remote `origin`; else what the folder is called. */
  readonly name: string;
  readonly isGit: boolean;
  /** How many files are changed or new since the last commit. */
  readonly uncommitted: number;
  /** The commit that is checked out; undefined where nothing is committed. */
  readonly head: string | undefined;
  readonly live: LiveCommit | undefined;
  /** Why nothing is live, where that may surprise. */
  readonly because: string | undefined;
}

/** How the repository was named. */
export interface RepositoryOrder {
  /** The folder of the stack, in which the configuration is. */
  readonly folder: string;
  readonly config: string;
  /** The commit that counts as live: a ref, `none`, or undefined for what can be told. */
  readonly from: string | undefined;
  readonly env: GitEnv;
}

/**
 * Finds the repository around a stack's folder, and what counts as live there.
 * @throws {UserError} PR101 when the configuration is not there, PR105 for a ref that git does not know.
 */
export async function findRepository(order: RepositoryOrder): Promise<OwnRepository> {
  const { config, env } = order;
  const folder = resolve(order.folder);
  await refuseMissing(folder, config);
  const top = (await askGit(folder, ["rev-parse", "--show-toplevel"], env))?.trim();
  if (top === undefined || top === "") {
    if (order.from !== undefined && order.from !== "none") throw noGit(order.from, folder);
    const because = "this is no git repository: the whole of it is new";
    const facts = { root: folder, workingDirectory: ".", isGit: false, uncommitted: 0 };
    const commits = { head: undefined, live: undefined };
    return { ...facts, ...commits, config, name: nameOf(undefined, folder), because };
  }
  const prefix = (await askGit(folder, ["rev-parse", "--show-prefix"], env))?.trim() ?? "";
  const status =
    (await askGit(folder, ["status", "--porcelain", "-z", "--no-renames", "--", top], env)) ?? "";
  const uncommitted = status.split("\0").filter((line) => line !== "").length;
  const remote = (await askGit(folder, ["remote", "get-url", "origin"], env))?.trim();
  return {
    root: resolve(top),
    workingDirectory: prefix === "" ? "." : posix.normalize(prefix).replace(/\/$/, ""),
    config,
    name: nameOf(remote, top),
    isGit: true,
    uncommitted,
    ...(await liveOf(folder, order.from, uncommitted > 0, env)),
  };
}

async function refuseMissing(folder: string, config: string): Promise<void> {
  const file = join(folder, config);
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) return;
  throw new UserError(
    "PR101",
    `There is no ${config} in ${folder}.`,
    "`npx prism-rollout init` writes one; `--repo` names another folder, `--config` another file; `--sample` plays the sample stack instead.",
  );
}

type Found = Pick<OwnRepository, "head" | "live" | "because">;

/** The ref that was named; else where this branch left the default branch; on that one, the commit before. */
async function liveOf(folder: string, from: string | undefined, dirty: boolean, env: GitEnv): Promise<Found> {
  const commitOf = async (ref: string): Promise<string | undefined> =>
    (
      await askGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`], env)
    )?.trim();
  const head = await commitOf("HEAD");
  const is = (commit: string, called: string): Found => ({
    head,
    live: { commit, called },
    because: undefined,
  });
  if (from === "none") return { head, live: undefined, because: undefined };
  if (from !== undefined) {
    const commit = await commitOf(from);
    if (commit === undefined) throw noRef(from, folder);
    return is(commit, from);
  }
  if (head === undefined) return { head, live: undefined, because: "nothing is committed yet" };
  for (const branch of ["origin/HEAD", "origin/main", "origin/master"]) {
    const base = (await askGit(folder, ["merge-base", "HEAD", branch], env))?.trim();
    if (base !== undefined && base !== head) return is(base, `where this branch left ${branch}`);
  }
  if (dirty) return is(head, "HEAD");
  const before = await commitOf("HEAD^1");
  if (before !== undefined) return is(before, "HEAD^1");
  const shallow = (await askGit(folder, ["rev-parse", "--is-shallow-repository"], env))?.trim() === "true";
  const because = shallow
    ? "this clone has no history: check out with `fetch-depth: 0`, or name by --from what it has"
    : "this is the first commit";
  return { head, live: undefined, because };
}

function noRef(ref: string, folder: string): UserError {
  return new UserError(
    "PR105",
    `--from names ${JSON.stringify(ref)}, which git does not know in ${folder}.`,
    "Name a branch, tag or commit that is fetched here, or `none` where nothing is live.",
  );
}

function noGit(ref: string, folder: string): UserError {
  return new UserError(
    "PR105",
    `--from names ${JSON.stringify(ref)}, but ${folder} is in no git repository.`,
    "Rehearse in a clone, or leave --from out: then nothing is live, and the whole of it is new.",
  );
}

/** Of any form of a remote's address; its end is told as it is, since GitHub knows the repository by that. */
function nameOf(remote: string | undefined, folder: string): string {
  const found = /[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(remote ?? "");
  if (found !== null) return `${found[1]}/${found[2]}`;
  const plain = basename(folder).replaceAll(/[^\w.-]/g, "-");
  return `local/${plain === "" ? "repository" : plain}`;
}

/** Whether a folder is, or lies in, another one. */
export function isInside(folder: string, outer: string): boolean {
  const path = relative(outer, folder);
  return path === "" || !(path === ".." || path.startsWith("../") || dirname(path) === path);
}
