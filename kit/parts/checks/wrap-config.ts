import { access, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { UserError } from "../../errors/user-error.ts";
import type { BrowserCookie } from "./access.ts";

const extensions = [".ts", ".js", ".mts", ".mjs", ".cts", ".cjs"];

/** A configuration for one run. `remove` takes it away again. */
export interface WrappedConfig {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * A configuration beside the user's own that takes it over as it is and only adds cookies to the state with
 * which every browser context starts. It stands in the same folder with the same ending, so that paths and
 * module kinds mean the same.
 * @throws {UserError} PR461 when there is no configuration.
 */
export async function wrapConfig(
  root: string,
  named: string | undefined,
  cookies: readonly BrowserCookie[],
): Promise<WrappedConfig> {
  const own = await findConfig(root, named);
  const ending = extname(own);
  const path = join(dirname(own), `.${basename(own, ending)}.rollout-${process.pid}${ending}`);
  const common = /^\.c[jt]s$/.test(ending);
  const from = JSON.stringify(`./${basename(own)}`);
  const take = common
    ? `const { existsSync, readFileSync } = require("node:fs");\nconst own = require(${from});\nmodule.exports =`
    : `import { existsSync, readFileSync } from "node:fs";\nimport own from ${from};\nexport default`;
  await writeFile(path, `${take} wrapped(own?.default ?? own);\n${wrapper(cookies)}`);
  return { path, remove: () => rm(path, { force: true }) };
}

/** A state that a setup project writes later already holds the cookie: its own context had it. */
function wrapper(cookies: readonly BrowserCookie[]): string {
  return `
function wrapped(config) {
  const cookies = ${JSON.stringify(cookies)};
  const state = (given) => {
    if (typeof given === "string" && !existsSync(given)) return given;
    const own = typeof given === "string" ? JSON.parse(readFileSync(given, "utf8")) : given;
    return { ...own, origins: own?.origins ?? [], cookies: [...(own?.cookies ?? []), ...cookies] };
  };
  const use = (given) => ({ ...given, storageState: state(given?.storageState) });
  const projects = config.projects?.map((project) =>
    project.use?.storageState === undefined ? project : { ...project, use: use(project.use) },
  );
  return { ...config, use: use(config.use), ...(projects ? { projects } : {}) };
}
`;
}

/** The configuration that Playwright takes: the one that is named, or its own choice. */
export async function findConfig(root: string, named: string | undefined): Promise<string> {
  const candidates = named === undefined ? extensions.map((ending) => `playwright.config${ending}`) : [named];
  for (const candidate of candidates) {
    const path = resolve(root, candidate);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  throw new UserError(
    "PR461",
    `There is no ${named ?? "playwright.config.ts (or .js, .mts, .mjs, .cts, .cjs)"} in ${root}.`,
    "Name the file as smoke.playwright-config.",
  );
}
