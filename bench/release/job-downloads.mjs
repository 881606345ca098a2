// What the runner of each job downloads before its first line of work: a runner has nothing of the job before it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { archiveBytes } from "../../lib/scripts/performance/archive-bytes.js";
import { packageBytes } from "./downloads.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { parse } = createRequire(new URL("../../package.json", import.meta.url))("yaml");
const archives = JSON.parse(await readFile(new URL("action-archives.json", import.meta.url), "utf8"));

/** The workflow as people write it: which actions and packages each of its jobs has. */
const today = {
  migrate: { actions: ["actions/checkout"], packages: ["supabase"] },
  functions: { actions: ["actions/checkout"], packages: ["supabase"] },
  web: { actions: ["actions/checkout", "actions/setup-node"], packages: ["vercel"] },
};

/** Of each job of the chain in bytes, by its name: the suite's archive, GitHub's own actions, the app's checkout of so many bytes. */
export async function chainDownloads(checkout) {
  const { jobs } = parse(await readFile(`${root}.github/workflows/rollout.yml`, "utf8"));
  const suite = suiteBytes();
  return new Map(
    Object.entries(jobs).map(([name, { steps }]) => {
      const used = steps.flatMap(({ uses = "" }) =>
        uses.startsWith("actions/") ? [uses.split("@")[0]] : [],
      );
      return [name, { suite, actions: archivesOf(used), checkout, packages: 0 }];
    }),
  );
}

/** The archive of this repository, as every job that uses an action of it downloads it. */
export function suiteBytes() {
  return archiveBytes(root);
}

/**
 * The same of a workflow of people's own; `versions` by package. Packages as npm brings them, once each job: NaN where they
 * cannot be had, which `tell` is told.
 */
export async function todayDownloads(checkout, versions, tell) {
  const jobs = [];
  for (const [name, { actions, packages }] of Object.entries(today)) {
    let bytes = 0;
    for (const one of packages) bytes += await packageBytes(`${one}@${versions[one]}`).catch(tell);
    jobs.push([name, { suite: 0, actions: archivesOf(actions), checkout, packages: bytes }]);
  }
  return new Map(jobs);
}

/** A runner downloads each action of a job once, also those whose steps are then left out. */
function archivesOf(used) {
  return [...new Set(used)].reduce((sum, action) => {
    if (!Object.hasOwn(archives, action)) throw new Error(`action-archives.json has no ${action}`);
    return sum + archives[action].bytes;
  }, 0);
}
