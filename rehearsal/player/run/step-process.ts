import { delimiter } from "node:path";
import type { JobRun, StepCommand } from "./job-run.ts";
import { killGroup, runProcess } from "./spawn.ts";
import type { StepFiles } from "./step-files.ts";
import type { Tools } from "./tools.ts";
import { runnerVariables } from "./variables.ts";

/**
 * Runs a step's process with the environment that a runner gives it: the machine's, the step's, the
 * runner's own. Nothing of the player's environment gets through.
 * @returns whether it ended with 0. @throws {Error} when it cannot be started.
 */
export async function runStepProcess(
  command: StepCommand,
  run: JobRun,
  files: StepFiles,
  tools: Pick<Tools, "env" | "log" | "stop">,
): Promise<boolean> {
  const { world } = run;
  const env = {
    ...world.env,
    ...tools.env,
    ...runnerVariables(run, command.github),
    ...files.env,
    ...command.env,
  };
  const path = [...run.paths, tools.env["PATH"] ?? world.env["PATH"] ?? ""].join(delimiter);
  const exit = await runProcess({
    program: command.program,
    args: command.args,
    cwd: command.cwd,
    env: { ...env, PATH: path },
    onLine: (line, stream) => {
      world.onSaid?.(run.ref, line);
      tools.log.line(line, stream);
    },
    stop: tools.stop,
    patience: world.patience,
    clock: world.clock,
    onSpawn: (pid) => adopt(run, pid),
  });
  if (exit.code === 0) return true;
  if (!tools.stop.aborted) {
    const how = exit.code === null ? `was ended by ${exit.signal}` : `completed with exit code ${exit.code}`;
    tools.log.annotate("error", `Process ${how}.`);
  }
  return false;
}

/** A group lives until its job ends: what a step leaves in the background goes on for the next steps. */
function adopt(run: JobRun, pid: number): void {
  run.groups.set(pid, run.world.onSpawn(pid));
  if (run.stop.killed.aborted) killGroup(pid);
}
