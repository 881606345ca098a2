import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fillText } from "../expressions/fill.ts";
import type { Step, Work } from "../read/model.ts";
import { type Bench, githubOf } from "./job-run.ts";
import { createStepFiles } from "./step-files.ts";
import { runStepProcess } from "./step-process.ts";
import type { Outcome, Tools } from "./tools.ts";

/** Runs a `run:` step's script in its shell. */
export async function runShell(
  step: Step,
  does: Extract<Work, { kind: "run" }>,
  bench: Bench,
  tools: Tools,
): Promise<Outcome> {
  const { run } = bench;
  const { defaults } = run.workflow;
  const script = join(run.folders.files, `script-${run.next()}.sh`);
  await writeFile(script, fillText(does.script, tools.scope));
  const shell = fillText(does.shell ?? run.job.defaults.shell ?? defaults.shell, tools.scope);
  const folder = does.workingDirectory ?? run.job.defaults.workingDirectory ?? defaults.workingDirectory;
  const [program, ...args] = shellCommand(shell, script);
  const files = await createStepFiles(run);
  let passed = false;
  let outputs: Record<string, string> = {};
  try {
    const command = {
      program,
      args,
      cwd: resolve(run.folders.workspace, fillText(folder, tools.scope)),
      env: {},
      github: { ...githubOf(bench), action: step.id ?? "__run" },
    };
    passed = await runStepProcess(command, run, files, tools);
  } finally {
    outputs = (await files.collect(tools.log, tools.ref)).outputs;
  }
  return { result: passed ? "success" : "failure", outputs };
}

/** The command for a shell's name, as GitHub has them: a bash that is named is stricter than the default. */
function shellCommand(shell: string, script: string): readonly [string, ...string[]] {
  switch (shell) {
    case "":
      return ["bash", "-e", script];
    case "bash":
      return ["bash", "--noprofile", "--norc", "-eo", "pipefail", script];
    case "sh":
      return ["sh", "-e", script];
    default: {
      const [program, ...args] = shell.split(/\s+/).map((word) => word.replaceAll("{0}", script));
      if (program === undefined || !shell.includes("{0}")) {
        throw new Error(`The shell "${shell}" cannot be played: bash, sh, or a command with {0} can.`);
      }
      return [program, ...args];
    }
  }
}
