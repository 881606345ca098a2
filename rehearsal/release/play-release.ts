import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { systemClock } from "../../kit/ports/clock.ts";
import { createBuiltins } from "../player/builtins/builtins.ts";
import {
  type Play,
  type Patience,
  type PlayEvent,
  type PlayResult,
  type Repository,
  type World as PlayerWorld,
  githubPatience,
  loadWorkflow,
  play,
} from "../player/player.ts";
import type { World } from "../world/world.ts";
import { keepArtifacts } from "./keep-artifacts.ts";
import { type PullRequestStart, type Start, howStarted, permissionsOf } from "./how-started.ts";
import { mirrorJobs } from "./mirror-jobs.ts";
import { type Steering, steer } from "./steer.ts";

/** How one release is to be played. */
export interface ReleaseRequest extends Steering {
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
  /** What a person gave to `workflow_dispatch`; without it a push to main starts the caller. */
  readonly inputs?: Readonly<Record<string, string>> | undefined;
  /** How long a minute lasts, and how soon the player insists; GitHub's own times by default. */
  readonly patience?: Patience | undefined;
  /** The pull request that starts the caller, instead of a push. */
  readonly pullRequest?: PullRequestStart | undefined;
  /** Told of everything that happens; may act on the play (cancel it, lose a runner). */
  readonly onEvent: (event: PlayEvent, play: Play) => void;
}

export const appName = "acme/prism";
export const suiteName = "prism-rollout/prism-rollout";
const suiteSha = "0".repeat(40);
const path = ".github/workflows/release.yml";

/** Plays a caller workflow of the app's repository, as a push to main, a pull request or a person starts it. */
export async function playRelease(world: World, request: ReleaseRequest): Promise<PlayResult> {
  const { github, commit, repository: folder } = world;
  const { inputs } = request;
  const start = howStarted(request, { commit, repository: appName });
  const { event, branch } = start;
  const run = github.runs.open({
    name: "release",
    path,
    event: event.name,
    sha: commit,
    branch,
    actor: "bob",
  });
  const machine = playerWorld(world, run, start, request);
  const home = { name: appName, ref: machine.ref, sha: commit, folder };
  const text = callerIn(world, readFileSync(join(world.suite, request.caller), "utf8"));
  const workflow = await loadWorkflow({ text, path, home }, machine);
  const mirror = mirrorJobs(github, run);
  const playing = play({
    workflow,
    event,
    ...(inputs === undefined ? {} : { inputs }),
    onEvent: (happened) => {
      mirror(happened);
      request.onEvent(happened, playing);
    },
    world: machine,
  });
  const forget = github.onCancel((id) => (id === run ? playing.cancel() : undefined));
  const result = await playing.finished.finally(forget);
  github.runs.finish(run, result.result === "skipped" ? "success" : result.result);
  return result;
}

/** The shipped caller, as a team writes it whose app lies in a folder of its repository. */
function callerIn({ workingDirectory }: World, text: string): string {
  if (workingDirectory === ".") return text;
  const caller = parseDocument(text);
  caller.setIn(["jobs", "rollout", "with", "working-directory"], workingDirectory);
  return caller.toString();
}

function playerWorld(world: World, run: number, start: Start, request: ReleaseRequest): PlayerWorld {
  const { github, commit, repository: folder, env } = world;
  const links = { node_modules: world.nodeModules };
  return {
    repository: appName,
    sha: commit,
    ref: start.ref,
    actor: "bob",
    runId: run,
    runNumber: run % 1000,
    runAttempt: github.runs.find(run).attempt,
    urls: { server: "https://github.example", api: github.url },
    secrets: start.trusted ? world.secrets : {},
    vars: {},
    env,
    node: process.execPath,
    temp: join(world.folder, "runners"),
    builtins: createBuiltins({
      clock: systemClock,
      artifacts: keepArtifacts(join(world.folder, "artifacts"), github),
      sources: () => ({ folder, commit, links, env }),
    }),
    find: (name, ref): Repository | undefined =>
      name === suiteName ? { name, ref, sha: suiteSha, folder: world.suite } : undefined,
    gatekeeper: steer(world, run, request),
    tokenFor: (_, permissions) => github.issueToken(permissionsOf(start, permissions)),
    clock: systemClock,
    patience: request.patience ?? githubPatience,
    onSpawn: (pid) => {
      const adopted = world.reaper.process(pid);
      return () => adopted.release();
    },
  };
}
