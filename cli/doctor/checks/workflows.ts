import { readFile, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { firstOf } from "../../../kit/errors/first-of.ts";
import { describe } from "../../../kit/errors/user-error.ts";
import { suiteFolder } from "../../../rehearsal/engines/package-folder.ts";
import { type Check, type Told, fail, ok, warn } from "../check.ts";
import type { Target } from "../target.ts";
import { callProblems, chainPermissions, refProblem } from "./calls.ts";
import { ownManifest } from "./machine.ts";
import { type CallingJob, type Use, asMap } from "./use.ts";
import { asText } from "../../../kit/ports/as-text.ts";

const group = "Workflows";

/** How the repository's own workflows use this suite: version, permissions, secrets and target. */
export function workflowChecks(targets: readonly Target[]): readonly Check[] {
  const what = ".github/workflows";
  return [
    {
      group,
      what,
      ask: async ({ root }) => {
        const { uses, unreadable } = await usesIn(root);
        const fix = "`npx prism-rollout init` writes the callers; examples/workflows has them to copy.";
        const none = uses.length === 0 ? [warn(what, "no workflow uses prism-rollout", fix)] : [];
        const told = await Promise.all(uses.map((use) => tellUse(use, targets)));
        return { told: [...unreadable, ...none, ...told.flat()] };
      },
    },
  ];
}

async function tellUse(use: Use, targets: readonly Target[]): Promise<readonly Told[]> {
  const { file, job, part, ref } = use;
  const what = `${file}, job ${job}`;
  const stale = refProblem(ref, (await ownManifest()).version);
  const chain = join(suiteFolder(), ".github/workflows/rollout.yml");
  const wrong = part.endsWith("rollout.yml")
    ? callProblems(use, targets, chainPermissions(await readFile(chain, "utf8")))
    : [];
  return [
    ...wrong.map(({ says, fix }) => fail(what, says, fix)),
    ...(stale === undefined ? [] : [warn(what, stale.says, stale.fix)]),
    ...(wrong.length === 0 && stale === undefined
      ? [ok(what, `uses ${part || "the chain in one job"} at ${ref}`)]
      : []),
  ];
}

/** Every use below the nearest `.github/workflows`; a step's use stands once a job. */
export async function usesIn(
  root: string,
): Promise<{ readonly uses: readonly Use[]; readonly unreadable: readonly Told[] }> {
  const folder = await workflowsFolder(root);
  const names =
    folder === undefined ? [] : (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const uses: Use[] = [];
  const unreadable: Told[] = [];
  for (const name of names) {
    try {
      uses.push(
        ...usesOf(
          name,
          parse(await readFile(join(folder ?? "", name), "utf8"), { logLevel: "error", prettyErrors: false }),
        ),
      );
    } catch (error) {
      const says = `cannot be read: ${firstOf([describe(error)], 1, 200)[0]}`;
      unreadable.push(warn(name, says, "Mend it: GitHub does not start it either."));
    }
  }
  return { uses, unreadable };
}

async function workflowsFolder(root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = join(folder, ".github/workflows");
    if (await isThere(found)) return found;
    if (dirname(folder) === folder || (await isThere(join(folder, ".git")))) return undefined;
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function usesOf(file: string, document: unknown): readonly Use[] {
  const { jobs, permissions: all } = asMap(document);
  return Object.entries(asMap(jobs)).flatMap(([job, value]) => {
    const called = asMap(value) as CallingJob;
    const steps = Array.isArray(called.steps) ? called.steps.map((step) => asMap(step)["uses"]) : [];
    const found = [called.uses, ...steps].flatMap((text) => {
      const [, part = "", ref = ""] =
        /^[\w.-]+\/prism-rollout((?:\/[\w.-]+)*)@(\S+)$/.exec(asText(text)) ?? [];
      return ref === "" ? [] : [{ part: part.replace(/^\//, ""), ref }];
    });
    const [first] = found;
    if (first === undefined) return [];
    return [{ file, job, ...first, called, permissions: called.permissions ?? all }];
  });
}
