import { cp } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { linkAll } from "../engines/link-all.ts";
import { copyAsItIs, copyCommit } from "./copies.ts";
import type { Machine } from "./machine.ts";
import { providePackageManager } from "./package-manager.ts";
import { type Links, install, installedLinks, packageFolders, sameLock } from "./packages.ts";
import type { OwnOrder } from "./order.ts";

/** The copies that a world is made of; nothing of the repository itself is written. */
export interface Prepared {
  /** The release: the folder as it is. */
  readonly copy: string;
  /** The stack's folder in it. */
  readonly stack: string;
  readonly live: { readonly copy: string; readonly stack: string; readonly called: string } | undefined;
  /** Where the stack's packages are installed. */
  readonly tools: string;
  readonly links: Links;
  /** Whether a job that needs packages has to install them itself, since nobody else could. */
  readonly installs: boolean;
  /** How its packages came, a sentence each. */
  readonly packages: readonly string[];
  /** Installs what the build of what is live needs. */
  readonly prepareLive: () => Promise<void>;
}

/**
 * Copies the release and what is live, and sees to the packages: those that are installed in the folder, else by its
 * own install.
 */
export async function prepareCopies(order: OwnOrder, folder: string, machine: Machine): Promise<Prepared> {
  const { repository, out } = order;
  const { env } = machine;
  const copy = join(folder, "repository");
  await copyAsItIs(repository, copy, { env, without: out });
  const stack = join(copy, repository.workingDirectory);
  const live = await liveCopy(order, folder, machine);
  const provided = await providePackageManager(stack, folder, machine);
  const facts = { copy, stack, live };
  const { packages, links, ...came } = await packagesFor(facts, order, join(folder, "installed"), env);
  return {
    ...facts,
    ...came,
    links,
    packages: [provided, packages].filter((one) => one !== undefined),
    prepareLive: preparing(facts, links, order, env),
  };
}

type Packages = Pick<Prepared, "tools" | "links" | "installs"> & { readonly packages: string | undefined };

/** Those of the person's folder; else `own` is a copy in which they are installed. */
async function packagesFor(
  { copy }: Pick<Prepared, "copy">,
  { repository: { root, workingDirectory }, wanted, say }: OwnOrder,
  own: string,
  env: Machine["env"],
): Promise<Packages> {
  const folders = await packageFolders(copy);
  const present = await installedLinks(root, folders);
  if (Object.keys(present).length > 0) {
    const packages =
      "The packages are those that are installed in your folder; `npm ci` and the like were not run.";
    return { tools: join(root, workingDirectory), links: present, installs: false, packages };
  }
  const tools = join(own, workingDirectory);
  await cp(copy, own, { recursive: true, verbatimSymlinks: true });
  if (existsSync(join(tools, "package.json"))) say("Packages are installed, as a runner would …");
  const installed = await tryInstall(tools, wanted.build.install, env);
  if ("failed" in installed) {
    const packages = "The packages could not be installed beforehand, so that each job does it itself.";
    return { tools, links: {}, installs: true, packages };
  }
  const { line } = installed;
  const links = line === undefined ? {} : await installedLinks(own, folders);
  // What brings the package manager stands before it.
  const packages =
    line && `The packages were installed once, by \`${line.split("; ").at(-1)}\`, for all jobs.`;
  return { tools, links, installs: false, packages };
}

/** What fails is told by the phase that installs, in its own words. */
async function tryInstall(
  tools: string,
  given: string,
  env: Machine["env"],
): Promise<{ readonly line: string | undefined } | { readonly failed: true }> {
  try {
    return { line: await install(tools, given, env) };
  } catch (error) {
    if (error instanceof UserError) return { failed: true };
    throw error;
  }
}

async function liveCopy(
  { repository: { live, root, workingDirectory } }: OwnOrder,
  folder: string,
  { env }: Machine,
): Promise<Prepared["live"]> {
  if (live === undefined) return undefined;
  const copy = join(folder, "live");
  await copyCommit(root, live.commit, copy, env);
  return { copy, stack: join(copy, workingDirectory), called: live.called };
}

function preparing(
  { copy, live }: Pick<Prepared, "copy" | "live">,
  links: Links,
  { repository: { workingDirectory }, wanted }: OwnOrder,
  env: Machine["env"],
): () => Promise<void> {
  return async () => {
    if (live === undefined) return;
    if (!(await sameLock(copy, live.copy, workingDirectory))) {
      await install(live.stack, wanted.build.install, env);
      return;
    }
    await linkAll(links, live.copy);
  };
}
