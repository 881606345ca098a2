import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One `vite build` as it really ran: which Vite, where, with which arguments and environment. */
export interface ViteRun {
  readonly entry: string;
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A place where every `vite build` below a command leaves a note of itself. */
export interface Observer {
  /** The environment with which a command is observed. */
  observed(env: Readonly<Record<string, string>>): Record<string, string>;
  runs(): Promise<readonly ViteRun[]>;
  close(): Promise<void>;
}

// Loaded by every Node process of the build before its own program, so that inline variables, `--mode` and
// task runners are seen as they are, not guessed from package.json.
const preload = `
const { isMainThread } = require("node:worker_threads");
const { realpathSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
try {
  const entry = realpathSync(process.argv[1]);
  const args = process.argv.slice(2);
  if (isMainThread && /[\\\\/]bin[\\\\/]vite\\.js$/.test(entry) && args.includes("build")) {
    const note = { entry, cwd: process.cwd(), args, env: process.env };
    writeFileSync(join(__dirname, "vite-" + process.pid + ".json"), JSON.stringify(note));
  }
} catch {}
`;

/** Opens an observer in a folder of its own. */
export async function observeVite(temp: string): Promise<Observer> {
  const folder = join(temp, "prism-rollout", "vite");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const script = join(folder, "observe.cjs");
  await writeFile(script, preload);
  const own = `--require ${JSON.stringify(script)}`;
  return {
    observed: (env) => {
      const given = env["NODE_OPTIONS"];
      return { ...env, NODE_OPTIONS: given === undefined ? own : `${given} ${own}` };
    },
    runs: async () => {
      const notes = (await readdir(folder)).filter((name) => name.startsWith("vite-")).sort();
      return await Promise.all(
        notes.map(async (name) => {
          const run = JSON.parse(await readFile(join(folder, name), "utf8")) as ViteRun;
          const { NODE_OPTIONS = "", ...env } = run.env;
          return { ...run, env: { ...env, NODE_OPTIONS: NODE_OPTIONS.replace(own, "").trim() } };
        }),
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
