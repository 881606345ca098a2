// A child of ours, as a runner starts it, in a folder that holds the checkout (`app`) and a home.
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const entries = new URL("../../lib/scripts/entries.js", import.meta.url).href;

/** Starts an action in a project's folder; `inputs` by their names. Its temp folder is `temp`. */
export function startAction(name, place, inputs, more = {}) {
  const program = `const { run } = await import(${JSON.stringify(entries)}); await run(${JSON.stringify(name)});`;
  return startWith(["--input-type=module", "-e", program], place, inputs, more);
}

/** The same action from the bundle that a runner downloads. */
export function startBundled(name, place, inputs, more = {}) {
  const stub = fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url));
  return startWith([stub], place, inputs, more);
}

async function startWith(args, { folder, temp = join(folder, "home") }, inputs, more) {
  const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
  for (const file of Object.values(files)) await writeFile(file, "");
  const env = {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    CI: "1",
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

/** Starts a program of Node's in the checkout. */
export function start(args, folder, env) {
  const child = spawn(process.execPath, args, { cwd: join(folder, "app"), env, detached: true });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => (stdout += data));
  child.stderr.on("data", (data) => (stderr += data));
  const ended = new Promise((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
  // A program may start others: all are of one group.
  return { ended, kill: () => process.kill(-child.pid, "SIGKILL") };
}
