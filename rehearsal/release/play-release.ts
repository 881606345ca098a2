import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { heldIn } from "../../kit/action/held-in.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { briefly } from "../engines/brief-node.ts";
import { createBuiltins } from "../player/builtins/builtins.ts";
import type { CheckoutSource } from "../player/builtins/checkout.ts";
import {
  type Again,
  type Play,
  type Patience,
  type Permissions,
  type PlayEvent,
  type PlayResult,
  type Repository,
  type Workflow,
  type World as PlayerWorld,
  githubPatience,
  keptJobs,
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
  /** Who starts the run, or runs it again. */
  readonly by?: string | undefined;
  /** The pull request that starts the caller, instead of a push. */
  readonly pullRequest?: PullRequestStart | undefined;
  /** What a job's token may, of what its workflow asks for; all of that by default. */
  readonly grants?: ((job: string, asked: Permissions) => Permissions) | undefined;
  /** Told of everything that happens; may act on the play (cancel it, lose a runner). */
  readonly onEvent: (event: PlayEvent, play: Play) => void;
  /** Told of every line of a process as it was said. */
  readonly onSaid?: PlayerWorld["onSaid"];
}

export const appName = "acme/prism";
export const suiteName = "prism-rollout/prism-rollout";
const suiteSha = "0".repeat(40);
const path = ".github/workflows/release.yml";
const author = "bob";

/** A run, and how its latest attempt ended. */
export interface Ran {
  readonly run: number;
  readonly workflow: Workflow;
  readonly attempt: number;
  readonly result: PlayResult;
}

/** Plays a caller workflow of the app's repository, as a push to main, a pull request or a person starts it. */
export async function playRelease(world: World, request: ReleaseRequest): Promise<PlayResult> {
  return (await playRun(world, request)).result;
}

/** The same, for whoever may want to run it again. */
export async function playRun(world: World, request: ReleaseRequest): Promise<Ran> {
  const { github, commit, repository: folder } = world;
  const start = howStarted(request, { commit, repository: nameOf(world) });
  const run = github.runs.open({
    name: "release",
    path,
    event: start.event.name,
    sha: commit,
    branch: start.branch,
    actor: request.by ?? author,
  });
  const machine = playerWorld(world, run, start, request);
  const home = { name: nameOf(world), ref: machine.ref, sha: commit, folder };
  const text = callerIn(world, readFileSync(join(world.suite, request.caller), "utf8"));
  const workflow = await loadWorkflow({ text, path, home }, machine);
  return await playAttempt(world, { run, workflow, machine, start }, request);
}

/** Runs failed jobs or all jobs of a run again, as a person asks for it on its page. */
export async function playAgain(
  world: World,
  { run, workflow, attempt, result }: Ran,
  jobs: Again["jobs"],
  request: ReleaseRequest,
): Promise<Ran> {
  const { github, commit } = world;
  const start = howStarted(request, { commit, repository: nameOf(world) });
  const again = { jobs, former: result, attempt };
  const kept = keptJobs(workflow, again).map(({ name }) => name);
  github.runs.again(run, request.by ?? author, kept);
  const machine = playerWorld(world, run, start, request);
  return await playAttempt(world, { run, workflow, machine, start, again }, request);
}

interface Attempt extends Pick<Ran, "run" | "workflow"> {
  readonly machine: PlayerWorld;
  readonly start: Start;
  readonly again?: Again;
}

async function playAttempt(
  { github }: Pick<World, "github">,
  { run, workflow, machine, start: { event }, again }: Attempt,
  { inputs, onEvent }: ReleaseRequest,
): Promise<Ran> {
  const mirror = mirrorJobs(github, run);
  const playing = play({
    workflow,
    event,
    ...(inputs === undefined ? {} : { inputs }),
    again,
    onEvent: (happened) => {
      mirror(happened);
      onEvent(happened, playing);
    },
    world: machine,
  });
  const forget = github.onCancel((id) => (id === run ? playing.cancel() : undefined));
  const result = await playing.finished.finally(forget);
  github.runs.finish(run, result.result === "skipped" ? "success" : result.result);
  return { run, workflow, attempt: machine.runAttempt, result };
}

/** The shipped caller, as a team writes it whose app lies in a folder of its repository, or that has names of its own. */
function callerIn({ workingDirectory, callerWith = {} }: World, text: string): string {
  const given = {
    ...callerWith,
    ...(workingDirectory === "." ? {} : { "working-directory": workingDirectory }),
  };
  if (Object.keys(given).length === 0) return text;
  const caller = parseDocument(text);
  for (const [name, value] of Object.entries(given)) caller.setIn(["jobs", "rollout", "with", name], value);
  return caller.toString();
}

function nameOf({ repositoryName = appName }: World): string {
  return repositoryName;
}

/** What is private is checked out with `contents: read` only. */
function sourceFor(token: string, world: World): CheckoutSource | undefined {
  const { github, commit, repository: folder, env } = world;
  const { repository, tokens } = github.state();
  const { contents } = heldIn(tokens, token)?.permissions ?? {};
  if (repository.visibility !== "public" && contents === undefined) return undefined;
  return { folder, commit, links: world.links ?? { node_modules: world.nodeModules }, env };
}

function playerWorld(world: World, run: number, start: Start, request: ReleaseRequest): PlayerWorld {
  const { github, commit, env } = world;
  return {
    repository: nameOf(world),
    sha: commit,
    ref: start.ref,
    actor: github.runs.find(run).actor,
    triggeringActor: github.runs.find(run).triggeringActor,
    runId: run,
    runNumber: run % 1000,
    runAttempt: github.runs.find(run).attempt,
    urls: { server: "https://github.example", api: github.url },
    secrets: start.trusted ? world.secrets : {},
    vars: {},
    env,
    node: process.execPath,
    nodeOptions: [...briefly(), ...(world.nodeOptions ?? [])],
    temp: join(world.folder, "runners"),
    builtins: createBuiltins({
      clock: systemClock,
      artifacts: keepArtifacts(join(world.folder, "artifacts"), github),
      sources: (_repository, _ref, token) => sourceFor(token, world),
    }),
    find: (name, ref): Repository | undefined =>
      name === suiteName ? { name, ref, sha: suiteSha, folder: world.suite } : undefined,
    gatekeeper: steer(world, run, request),
    tokenFor: (job, asked) => github.issueToken(permissionsOf(start, request.grants?.(job, asked) ?? asked)),
    clock: systemClock,
    patience: request.patience ?? githubPatience,
    onSaid: request.onSaid,
    onSpawn: (pid) => {
      const adopted = world.reaper.process(pid);
      return () => adopted.release();
    },
  };
}
