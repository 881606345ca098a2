import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "../../kit/ports/clock.ts";
import { githubPatience } from "../player/player.ts";
import { killGroup, runProcess } from "../player/run/spawn.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";
import { type ActEvent, type ActResult, readActLine } from "./events.ts";
import { type ActWorld, actArguments, branch } from "./arguments.ts";
import { callerPath, prepareCopy } from "./prepare-copy.ts";

/** How act is to play. */
export interface ActRequest {
  /** The program. */
  readonly act: string;
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
  readonly onEvent: (event: ActEvent) => void;
}

/** What became of a run under act. */
export interface ActPlay {
  /** The result of every job but those that call a workflow, by its id. */
  readonly jobs: Readonly<Record<string, ActResult>>;
  readonly result: "success" | "failure";
  /** As `rollback` said it; empty where it was not asked. */
  readonly outcome: string;
  readonly dropped: readonly string[];
  /** What act itself complained of, and the errors of its steps. */
  readonly errors: readonly string[];
}

/** Longer than any release of a rehearsal takes, in ms. */
const limit = 300_000;

/** Plays a caller workflow of the app's repository under act, as a push to main starts it. */
export async function playUnderAct(world: ActWorld, { act, caller, onEvent }: ActRequest): Promise<ActPlay> {
  const folder = join(world.folder, "act");
  mkdirSync(folder);
  const program = new URL("./shim.js", import.meta.url).href;
  const copy = prepareCopy(world, caller, folder, program);
  const { github, commit: sha } = world;
  const opened = { name: "release", path: callerPath, event: "push", sha, branch, actor: "bob" };
  const run = github.runs.open(opened);
  approveAll(world, run);
  const heard = listen(github, run);
  const spawned: (() => void)[] = [];
  const { code } = await runProcess({
    program: act,
    args: actArguments(world, { run, folder, ...copy }),
    env: { ...world.env, HOME: folder, XDG_CONFIG_HOME: folder, ACT_DISABLE_VERSION_CHECK: "1" },
    cwd: copy.repository,
    onLine: (line) => {
      const event = readActLine(line);
      if (event === undefined) return;
      heard.event(event);
      onEvent(event);
    },
    stop: AbortSignal.timeout(limit),
    patience: githubPatience,
    clock: systemClock,
    onSpawn: (pid) => {
      const adopted = world.reaper.process(pid);
      spawned.push(() => (killGroup(pid), adopted.release()));
    },
  }).finally(() => spawned.forEach((end) => end()));
  const result = code === 0 ? "success" : "failure";
  github.runs.finish(run, result);
  return { ...heard.told(), result, dropped: copy.dropped };
}

/** Keeps what act tells, and tells GitHub of the jobs, as its own scheduler would know of them. */
function listen(
  github: GithubStandIn,
  run: number,
): { event(event: ActEvent): void; told(): Pick<ActPlay, "jobs" | "outcome" | "errors"> } {
  const jobs: Record<string, ActResult> = {};
  const errors: string[] = [];
  let outcome = "";
  return {
    told: () => ({ jobs, outcome, errors }),
    event(event) {
      if (event.kind === "job-started") github.runs.job(run, event.job.name, "in_progress");
      if (event.kind === "job-finished") {
        jobs[event.job.id] = event.result;
        github.runs.job(run, event.job.name, "completed", event.result);
      }
      if (event.kind === "output" && event.name === "outcome") outcome = event.value;
      if (event.kind === "error") errors.push(event.message);
    },
  };
}

/** act has no gates: every job goes on at once. So the reviews that GitHub would have asked for are there already. */
function approveAll({ github }: ActWorld, run: number): void {
  github.change(({ environments, runs, users }) => {
    const approvals = runs.find(({ id }) => id === run)?.approvals;
    for (const { name, reviewers } of environments) {
      const login = users.find(({ id }) => id === reviewers[0]?.id)?.login;
      if (login === undefined) continue;
      approvals?.push({ state: "approved", comment: "act", login, environments: [name], at: Date.now() });
    }
  });
}
