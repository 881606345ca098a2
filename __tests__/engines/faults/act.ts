import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Reaper } from "../../../rehearsal/engines/reaper.ts";
import { runBundle } from "../../bundle/bundle-child.ts";
import { writeFiles } from "../../support/vite-project.ts";
import type { CallBook } from "./faults.ts";
import { type Addresses, commit, rolloutOf } from "./release.ts";
import type { Act, Done } from "./scene.ts";

/** Where a process is started, and as which run. */
export interface Place {
  readonly at: Addresses;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly reaper: Reaper;
  readonly env: {
    readonly run: number;
    readonly url: string;
    readonly token: string;
    attempt(): number;
  };
}

const fast = pathToFileURL(join(import.meta.dirname, "fast-timers.mjs")).href;

/** Runs the real bundle of an action in a process of its own. */
export async function actIn(
  place: Place,
  { action, inputs, files, functions, order }: Act,
  book: CallBook,
): Promise<Done> {
  const { at, folder, env, databaseUrl, reaper } = place;
  const workspace = await mkdtemp(join(folder, "checkout-"));
  const temp = await mkdtemp(join(folder, "temp-"));
  await writeFiles(workspace, { ...files, "rollout.yml": rolloutOf(at, functions) });
  const own = "release" in inputs || action === "plan" ? { "github-token": env.token } : {};
  const all = { target: "production", ...own, ...inputs };
  const ran = await runBundle(action, {
    workspace,
    inputs: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, value === "{database}" ? databaseUrl : value]),
    ),
    env: {
      // One that nothing disturbs waits for little, and its time limits are those of a runner.
      ...(order === undefined ? {} : { NODE_OPTIONS: `--import=${fast}` }),
      GITHUB_REPOSITORY: "acme/prism",
      GITHUB_SHA: commit,
      GITHUB_RUN_ID: String(env.run),
      GITHUB_RUN_ATTEMPT: String(env.attempt()),
      GITHUB_ACTOR: "bob",
      GITHUB_REF: "refs/heads/main",
      GITHUB_EVENT_NAME: "push",
      GITHUB_API_URL: env.url,
      RUNNER_TEMP: temp,
    },
    reaper,
  });
  const { calls, hit } = book;
  return { ...ran, calls: [...calls], hit, temp };
}
