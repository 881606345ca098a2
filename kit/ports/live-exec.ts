import { randomUUID } from "node:crypto";
import { exec } from "@actions/exec";
import { UserError, describe } from "../errors/user-error.ts";
import type { Exec } from "./exec.ts";

const kept = 4000;

/**
 * Child processes through the runner's own means. What a child prints is taken as text only: a line that
 * looks like a workflow command is not obeyed.
 */
export function liveExec(write: (text: string) => void): Exec {
  return async (command, args, { cwd, env, quiet = false }) => {
    let tail = "";
    const listen = (data: Buffer): void => {
      tail = (tail + data.toString("utf8")).slice(-kept);
    };
    const token = randomUUID();
    if (!quiet) write(`::stop-commands::${token}\n`);
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
    } finally {
      if (!quiet) write(`::${token}::\n`);
    }
  };
}
