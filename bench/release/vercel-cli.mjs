// Vercel's command line, as conformance/vercel starts it: a child of its own each time.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

import { project, team, tokens } from "./web.mjs";

/** Starts `vercel <words>` in the folder `app` beside `home`, against an API. */
export function startVercelCli({ folder, app }, words, api) {
  const main = createRequire(new URL("../../conformance/package.json", import.meta.url)).resolve(
    "vercel/dist/vc.js",
  );
  const env = {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    CI: "1",
    NO_UPDATE_NOTIFIER: "1",
    VERCEL_TELEMETRY_DISABLED: "1",
    VERCEL_ORG_ID: team,
    VERCEL_PROJECT_ID: project,
  };
  const more = ["--api", api, "--token", tokens.host, "--cwd", app, "--no-color"];
  return run(process.execPath, [main, ...words, ...more], { env });
}

export function run(command, words, options) {
  const ended = new Promise((resolve) => {
    execFile(command, words, { ...options, timeout: 600_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? 1) : 0, stdout, stderr });
    });
  });
  return { ended };
}
