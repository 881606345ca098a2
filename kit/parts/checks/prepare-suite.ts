import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { childEnv } from "../../ports/exec.ts";
import { lastLines, runCommand } from "../web/run-command.ts";
import type { SuiteInputs } from "./inputs.ts";
import { installLine } from "./install-line.ts";

type World = Pick<Runtime, "exec" | "env" | "root" | "log" | "signal">;
type Inputs = Pick<SuiteInputs, "install" | "installBrowsers" | "playwright">;

/**
 * Installs what commands and suites need, and Playwright's browsers where there are suites.
 * @throws {UserError} PR441 when a command fails.
 */
export async function prepareSuite(inputs: Inputs, world: World): Promise<void> {
  const browsers = inputs.playwright.length === 0 ? "none" : inputs.installBrowsers;
  const install = await installLine(world.root, inputs.install);
  for (const command of [install, browsers].filter((one) => one !== "none")) {
    await world.log.group(`Install: ${command}`, async () => {
      const { exitCode, tail } = await runCommand(world, command, childEnv(world.env));
      if (exitCode === 0) return;
      throw new UserError(
        "PR441",
        `\`${command}\` ended with exit code ${exitCode}:\n${lastLines(tail)}`,
        "Correct smoke.install or smoke.install-browsers; `none` where it is there already.",
      );
    });
  }
}
