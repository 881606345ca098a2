// The two that apply migrations: `migrate`, as a runner starts it, and the Supabase CLI. Both are children, so that
// both can be killed.
import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const own = createRequire(import.meta.url);
const cli = join(own.resolve("supabase/package.json"), "../dist/supabase.js");
const entries = new URL("../../../lib/scripts/entries.js", import.meta.url).href;

/** A folder with a project's migrations, and what its runners need around it. */
export async function projectIn(folder) {
  const migrations = join(folder, "app/supabase/migrations");
  await mkdir(migrations, { recursive: true });
  await mkdir(join(folder, "home"));
  return {
    folder,
    write: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        if (text === null) await rm(join(migrations, name));
        else await writeFile(join(migrations, name), text);
      }
    },
  };
}

/** Starts `migrate`; `inputs` by their names. */
export async function startOurs({ folder }, url, inputs = {}) {
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) await writeFile(file, "");
  const given = Object.entries({ "database-url": url, ...inputs });
  const env = {
    ...environment(folder),
    ...files,
    ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_RUN_ID: "42",
    GITHUB_WORKSPACE: join(folder, "app"),
    RUNNER_TEMP: join(folder, "home"),
  };
  const program = `const { run } = await import(${JSON.stringify(entries)}); await run("migrate");`;
  return start(["--input-type=module", "-e", program], folder, env);
}

/** Starts the CLI, as a person would write it. */
export function startCli({ folder }, url, words) {
  return start([cli, ...words, `--remote=${url}`, "--output-format", "json"], folder, environment(folder));
}

export const push = ["db", "push", "--yes"];

function environment(folder) {
  return {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    CI: "1",
    DO_NOT_TRACK: "1",
    SUPABASE_TELEMETRY_DISABLED: "1",
  };
}

function start(args, folder, env) {
  const child = spawn(process.execPath, args, { cwd: join(folder, "app"), env, detached: true });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  const ended = new Promise((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
  // The CLI's program starts another one: both are of one group.
  return { ended, kill: () => process.kill(-child.pid, "SIGKILL") };
}
