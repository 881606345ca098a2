import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** What an action has loaded of the bundle when it has read its configuration. */
export interface Loaded {
  readonly files: number;
  /** Modules in these files. */
  readonly modules: number;
  readonly bytes: number;
}

/** Node tells a hook of each module that it loads; the hook writes it down. */
const hooks = `import { appendFileSync } from "node:fs";
export async function load(url, context, next) { appendFileSync(process.env.LOADED, url + "\\n"); return next(url, context); }`;
const asData = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
const register = `import { register } from "node:module"; register(${JSON.stringify(asData(hooks))});`;

/**
 * Starts an action of a bundle with a configuration that nobody can read, which it says and ends: what it has loaded until
 * then does not hang on the machine. @throws {Error} where it says something else
 */
export async function startModules(dist: string, action: string): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), "prism-modules-"));
  try {
    const loaded = join(folder, "loaded");
    writeFileSync(join(folder, "rollout.yml"), "migrate: [1\n");
    const env = {
      PATH: process.env["PATH"],
      INPUT_TARGET: "production",
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: folder,
    };
    const args = ["--import", asData(register), join(dist, `${action}.js`)];
    const said = await new Promise<string>((done) => {
      const options = { cwd: folder, env: { ...env, LOADED: loaded } };
      execFile(process.execPath, args, options, (_, stdout, stderr) => done(stdout + stderr));
    });
    if (!said.includes("::error::PR101"))
      throw new Error(`${action} does not refuse its configuration: ${said}`);
    return weigh(readFileSync(loaded, "utf8").split("\n"), dist);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function weigh(urls: readonly string[], dist: string): Loaded {
  const paths = [...new Set(urls)].filter((url) => url.startsWith("file:")).map((url) => fileURLToPath(url));
  const own = paths.filter((path) => dirname(path) === dist && basename(path).endsWith(".js"));
  const texts = own.map((path) => readFileSync(path, "utf8"));
  return {
    files: own.length,
    modules: texts.reduce(
      (sum, text) => sum + (text.match(/^\/\*\*\*\/ (?:\d+|"[^"]+"):$/gm) ?? []).length,
      0,
    ),
    bytes: own.reduce((sum, path) => sum + statSync(path).size, 0),
  };
}
