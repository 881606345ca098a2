import type { Runtime } from "../../action/runtime.ts";
import { childEnv } from "../../ports/exec.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { CommandInputs } from "./inputs.ts";
import { commandLines } from "./package-scripts.ts";

export interface CommandRun {
  readonly command: string;
  readonly outcome: "passed" | "failed" | "timed out" | "stopped";
  /** In one line, how it ended. */
  readonly said: string;
  readonly tail: string;
}

export interface CommandsProof extends Verdict {
  readonly runs: readonly CommandRun[];
}

/** How a `run:` step starts a command. */
const asStep = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];

type World = Pick<Runtime, "exec" | "env" | "root" | "signal" | "clock" | "log">;

/** Waits for a turn, works, gives the turn back. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Runs all commands, as many at once as there are turns. When one fails, the others are stopped: the verdict is
 * known. `stop` ends them as well.
 * @throws {UserError} PR102 for a script that is not there.
 */
export async function runCommands(
  inputs: CommandInputs,
  turns: Turns,
  world: World,
  stop?: AbortSignal,
): Promise<CommandsProof> {
  const lines = await commandLines(world.root, inputs.commands);
  const failed = new AbortController();
  const signal = AbortSignal.any([world.signal, failed.signal, ...(stop ? [stop] : [])]);
  const runs = await Promise.all(
    lines.map((command) =>
      turns(async () => {
        const run = await runOne(command, inputs, world, signal);
        if (run.outcome === "failed" || run.outcome === "timed out") failed.abort();
        return run;
      }),
    ),
  );
  world.signal.throwIfAborted();
  return { ...judge(runs), runs };
}

async function runOne(
  command: string,
  inputs: CommandInputs,
  { exec, env, root, clock, log }: World,
  signal: AbortSignal,
): Promise<CommandRun> {
  if (signal.aborted) return { command, outcome: "stopped", said: "was not started", tail: "" };
  log.info(`Running \`${command}\`.`);
  const began = clock.now();
  const { exitCode, tail, stopped } = await exec("bash", [...asStep, command], {
    cwd: root,
    env: childEnv(env, inputs.commandEnv),
    prefix: `[${command}] `,
    limit: inputs.commandTimeout,
    signal,
  });
  const took = `${((clock.now() - began) / 1000).toFixed(1)} s`;
  if (stopped === "signal") return { command, outcome: "stopped", said: `was stopped after ${took}`, tail };
  if (stopped === "time-limit") {
    return { command, outcome: "timed out", said: `did not end within its time limit (${took})`, tail };
  }
  if (exitCode === 0) return { command, outcome: "passed", said: `passed in ${took}`, tail };
  return { command, outcome: "failed", said: `ended with exit code ${exitCode} after ${took}`, tail };
}

function judge(runs: readonly CommandRun[]): Verdict {
  const n = runs.length;
  const x = runs.filter(({ outcome }) => outcome === "passed").length;
  const bad = runs.find(({ outcome }) => outcome === "failed" || outcome === "timed out");
  if (bad !== undefined) {
    const reason = `\`${bad.command}\` ${bad.said}.`;
    return { verdict: "fail", x, n, reason, next: "Read its output below." };
  }
  if (x < n) return { verdict: "inconclusive", x, n, reason: "The commands were stopped.", next: "See why." };
  return { verdict: "pass", x, n, reason: `${x} of ${n} commands passed.`, next: "Nothing to do." };
}
