import { mkdir, mkdtemp, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spec } from "../../actions/smoke/spec.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { findBrowser } from "../../rehearsal/engines/chromium.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";
import { writeFiles } from "./vite-project.ts";

const home = join(import.meta.dirname, "../..");

/** A repository with suites of its own, this suite's node_modules, and a browser that its Playwright finds. */
export interface SuiteProject {
  readonly world: TestWorld;
  readonly inputs: (given?: Readonly<Record<string, string>>) => InputsOf<typeof spec>;
}

export const config = `import { defineConfig } from "@playwright/test";
export default defineConfig({ testDir: "e2e", reporter: "line", retries: Number(process.env["RETRIES"] ?? "0"),
  use: { baseURL: process.env["BASE_URL"] } });
`;

/** What is named as undefined is left out: `playwright.config.ts` and `package.json` are there by themselves. */
export async function suiteProject(
  files: Readonly<Record<string, string | undefined>>,
  options: { readonly browser?: boolean; readonly origin?: string } = {},
): Promise<SuiteProject> {
  const { browser = true, origin = "http://127.0.0.1:9" } = options;
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-suite-"));
  const all = { "package.json": '{ "type": "module" }', "playwright.config.ts": config, ...files };
  const kept = Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]));
  await writeFiles(root, Object.fromEntries(kept) as Record<string, string>);
  await symlink(join(home, "node_modules"), join(root, "node_modules"));
  const nothing = join(root, "no-browsers");
  await mkdir(nothing);
  const found = browser
    ? (await findBrowser({ cache: join(home, ".cache"), app: root, env: process.env })).env
    : { PLAYWRIGHT_BROWSERS_PATH: nothing };
  const temp = join(root, ".temp");
  const env = { PATH: process.env["PATH"], HOME: root, ...found };
  const world = await testWorld({ root, temp, env });
  const common = { install: "none", "install-browsers": "none", origins: origin, playwright: "." };
  return {
    world,
    inputs: (given = {}) => inputsFrom(spec.inputs, { ...common, ...given }),
  };
}
