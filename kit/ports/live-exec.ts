import { randomUUID } from "node:crypto";
import { exec } from "@actions/exec";
import { UserError, describe } from "../errors/user-error.ts";
import { type Exec, type ExecOptions, type ExecResult, keptOfTail } from "./exec.ts";
import { runStoppable } from "./stoppable.ts";

/**
 * Child processes through the runner's own means, or where one must be stoppable by ours. What a child prints
 * is taken as text only: a line that looks like a workflow command is not obeyed.
 */
export function liveExec(write: (text: string) => void): Exec {
  const asText = textOnly(write);
  return async (command, args, options) => {
    const { quiet = false, prefix, limit, signal } = options;
    const stoppable = prefix !== undefined || limit !== undefined || signal !== undefined;
    const run = (): Promise<ExecResult> =>
      stoppable ? runStoppable(write, command, args, options) : runByRunner(command, args, options);
    return quiet ? await run() : await asText(run);
  };
}

async function runByRunner(
  command: string,
  args: readonly string[],
  { cwd, env, quiet = false }: ExecOptions,
): Promise<ExecResult> {
  let tail = "";
  const listen = (data: Buffer): void => {
    tail = (tail + data.toString("utf8")).slice(-keptOfTail);
  };
  try {
    const exitCode = await exec(`"${command}"`, [...args], {
      cwd,
      env: { ...env },
      silent: quiet,
      ignoreReturnCode: true,
      listeners: { stdout: listen, stderr: listen },
    });
    return { exitCode, tail };
  } catch (error) {
    throw new UserError(
      "PR441",
      `${command} could not be started: ${describe(error)}.`,
      "Install it in a step before this one, or correct the command.",
      { cause: error },
    );
  }
}

/** From the first child to the last of those that run at once, the runner obeys no line of output. */
function textOnly(write: (text: string) => void): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  let token = "";
  return async (work) => {
    if (running === 0) {
      token = randomUUID();
      write(`::stop-commands::${token}\n`);
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      if (running === 0) write(`::${token}::\n`);
    }
  };
}
