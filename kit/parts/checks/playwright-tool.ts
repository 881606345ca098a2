import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError } from "../../errors/user-error.ts";

/** The user's own Playwright. `cli` is the file to run with Node. */
export interface PlaywrightTool {
  readonly cli: string;
  readonly version: string;
}

/**
 * Finds `@playwright/test` as Node would from `root`. It is never ours: its version pins the browsers, and the
 * user's configuration imports the same module.
 * @throws {UserError} PR461 when it is not installed.
 */
export async function findPlaywright(root: string): Promise<PlaywrightTool> {
  for (let folder = root; ; folder = dirname(folder)) {
    const own = join(folder, "node_modules", "@playwright", "test");
    const text = await readFile(join(own, "package.json"), "utf8").catch(() => undefined);
    if (text !== undefined) {
      const { version, bin } = JSON.parse(text) as { version: string; bin?: { playwright?: string } };
      return { cli: join(own, bin?.playwright ?? "cli.js"), version };
    }
    if (dirname(folder) !== folder) continue;
    throw new UserError(
      "PR461",
      `@playwright/test is not installed for ${root}, but smoke.playwright names suites.`,
      "Add it to devDependencies, and check that `install` installs them; or leave smoke.playwright out.",
    );
  }
}

/** `--add-reporter` came with 1.63; before it, naming reporters replaces those of the configuration. */
export function jsonReporter({ version }: PlaywrightTool): string {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || minor >= 63 ? "--add-reporter=json" : "--reporter=list,json";
}
