import { execFile } from "node:child_process";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { linkAll } from "../../engines/link-all.ts";
import { asText } from "../expressions/data.ts";
import { inputNames } from "./input-names.ts";
import type { Builtin, BuiltinStep } from "../run/world.ts";

/** Where the files of a repository come from. */
export interface CheckoutSource {
  /** A git repository, or a plain folder that is copied as it is. */
  readonly folder: string;
  readonly commit: string;
  /** What is linked into the workspace, such as `{ node_modules: "/…/node_modules" }`; never copied. */
  readonly links: Readonly<Record<string, string>>;
  /** Variables for git, PATH and HOME at least. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds the files of a repository at a ref; '' is the commit of the run. A repository that a token may not read is not
 * there for it.
 */
export type FindSource = (repository: string, ref: string, token: string) => CheckoutSource | undefined;

const known =
  "repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter " +
  "sparse-checkout sparse-checkout-cone-mode fetch-tags show-progress lfs submodules set-safe-directory " +
  "github-server-url";

/** Stands in for actions/checkout. */
export function checkout(find: FindSource): Builtin {
  return {
    inputs: { ...inputNames(known), "fetch-depth": "1" },
    outputs: ["ref", "commit"],
    async run(step) {
      const { inputs, workspace, github, log } = step;
      const repository = inputs["repository"] || asText(github["repository"] ?? "");
      const ref = inputs["ref"] ?? "";
      const token = inputs["token"] || asText(github["token"] ?? "");
      const source = find(repository, ref, token);
      if (!source) throw new Error(`Repository not found: ${repository}${ref === "" ? "" : ` at ${ref}`}`);
      const into = resolve(workspace, inputs["path"] ?? "");
      if (!`${into}/`.startsWith(`${workspace}/`))
        throw new Error(`The path ${into} is not below ${workspace}.`);
      await mkdir(into, { recursive: true });
      await empty(into);
      if (existsSync(join(source.folder, ".git"))) await clone(source, into, step);
      else await copy(source, into);
      await linkAll(source.links, into);
      log(`${repository} at ${source.commit}`);
      return { ref: ref || asText(github["ref"] ?? ""), commit: source.commit };
    },
  };
}

async function empty(folder: string): Promise<void> {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
}

/** A clone that shares its objects with the source; without `fetch-depth: 0` it has no history. */
async function clone(
  { folder, commit, env }: CheckoutSource,
  into: string,
  step: BuiltinStep,
): Promise<void> {
  const run = promisify(execFile);
  const git = (...args: readonly string[]): Promise<unknown> =>
    run("git", ["-c", "advice.detachedHead=false", ...args], {
      cwd: into,
      env: { ...env },
      signal: step.signal,
    });
  await git("init", "--quiet", "--initial-branch=main", ".");
  await git("remote", "add", "origin", folder);
  const depth = step.inputs["fetch-depth"] ?? "1";
  const serve = "git -c uploadpack.allowAnySHA1InWant=true -c safe.directory=* upload-pack";
  const shallow = depth === "0" ? [] : [`--depth=${depth}`];
  await git(
    "-c",
    "protocol.file.allow=always",
    "fetch",
    "--quiet",
    "--no-tags",
    `--upload-pack=${serve}`,
    ...shallow,
    "origin",
    commit,
  );
  await git("checkout", "--quiet", "--detach", commit);
}

async function copy({ folder, links }: CheckoutSource, into: string): Promise<void> {
  const linked = new Set(Object.keys(links).map((path) => join(folder, path)));
  await cp(folder, into, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (from) => !linked.has(from) && basename(from) !== "node_modules",
  });
}
