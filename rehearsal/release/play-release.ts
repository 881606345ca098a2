import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../kit/ports/clock.ts";
import { createBuiltins } from "../player/builtins/builtins.ts";
import { openArtifactStore } from "../player/builtins/artifact-store.ts";
import {
  type Play,
  type Repository,
  type PlayEvent,
  type PlayResult,
  githubPatience,
  loadWorkflow,
  play,
} from "../player/player.ts";
import type { World } from "../world/world.ts";
import { mirrorJobs } from "./mirror-jobs.ts";
import { type Steering, steer } from "./steer.ts";

/** How one release is to be played. */
export interface ReleaseRequest extends Steering {
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
  /** Told of everything that happens; may act on the play (cancel it, lose a runner). */
  readonly onEvent: (event: PlayEvent, play: Play) => void;
}

const suiteName = "prism-rollout/prism-rollout";
export const appName = "acme/prism";

/** Plays a caller workflow of the app's repository, as a push to main starts it. */
export async function playRelease(world: World, request: ReleaseRequest): Promise<PlayResult> {
  const { github, commit, repository: folder } = world;
  const path = ".github/workflows/release.yml";
  const branch = "main";
  const run = github.runs.open({ name: "release", path, event: "push", sha: commit, branch, actor: "bob" });
  const builtins = createBuiltins({
    clock: systemClock,
    artifacts: openArtifactStore(join(world.folder, "artifacts")),
    sources: () => ({ folder, commit, links: { node_modules: world.nodeModules }, env: world.env }),
  });
  const find = (name: string, ref: string): Repository | undefined =>
    name === suiteName ? { name, ref, sha: suiteSha, folder: world.suite } : undefined;
  const home = { name: appName, ref: `refs/heads/${branch}`, sha: commit, folder };
  const text = readFileSync(join(world.suite, request.caller), "utf8");
  const workflow = await loadWorkflow({ text, path, home }, { builtins, find });
  const mirror = mirrorJobs(github, run);
  const playing = play({
    workflow,
    event: { name: "push", payload: { after: commit } },
    onEvent: (event) => {
      mirror(event);
      request.onEvent(event, playing);
    },
    world: {
      repository: appName,
      sha: commit,
      ref: `refs/heads/${branch}`,
      actor: "bob",
      runId: run,
      runNumber: run % 1000,
      runAttempt: github.runs.find(run).attempt,
      urls: { server: "https://github.example", api: github.url },
      secrets: world.secrets,
      vars: {},
      env: world.env,
      node: process.execPath,
      temp: join(world.folder, "runners"),
      builtins,
      find,
      gatekeeper: steer(github, run, request),
      tokenFor: (_, permissions) => github.issueToken(permissions),
      clock: systemClock,
      patience: githubPatience,
      onSpawn: (pid) => {
        const adopted = world.reaper.process(pid);
        return () => adopted.release();
      },
    },
  });
  const result = await playing.finished;
  github.runs.finish(run, result.result === "skipped" ? "success" : result.result);
  return result;
}

const suiteSha = "0".repeat(40);
