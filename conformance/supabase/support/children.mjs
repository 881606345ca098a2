// The two that change a project: an action of ours, as a runner starts it, and the Supabase CLI. Both are children, so
// that both can be killed.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const own = createRequire(new URL("../package.json", import.meta.url));
const entries = new URL("../../../lib/scripts/entries.js", import.meta.url).href;

/** The CLI's program, as npm installs it. */
export const cli = join(own.resolve("supabase/package.json"), "../dist/supabase.js");

/** Starts an action in a project's folder; `inputs` by their names. Its temp folder is `temp`. */
export function startAction(name, place, inputs, more = {}) {
  const program = `const { run } = await import(${JSON.stringify(entries)}); await run(${JSON.stringify(name)});`;
  return startWith(["--input-type=module", "-e", program], place, inputs, more);
}

/** The same action from the bundle that a runner downloads. */
export function startBundled(name, place, inputs, more = {}) {
  const stub = fileURLToPath(new URL(`../../../dist/${name}.js`, import.meta.url));
  return startWith([stub], place, inputs, more);
}

async function startWith(args, { folder, temp = join(folder, "home") }, inputs, more) {
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) await writeFile(file, "");
  const env = {
    ...environment(folder),
    ...files,
    ...Object.fromEntries(
      Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]),
    ),
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_RUN_ID: "42",
    GITHUB_WORKSPACE: join(folder, "app"),
    RUNNER_TEMP: temp,
    ...more,
  };
  return start(args, folder, env);
}

/** Starts the CLI in a project's folder, as a person would write it. */
export function startCli({ folder }, words, env = {}) {
  return start([cli, ...words], folder, { ...environment(folder), ...env });
}

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
