import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

import { PROJECT, TEAM } from "../world.mjs";

/** The command line's program, as npm installs it. */
export const main = createRequire(import.meta.url).resolve("vercel/dist/vc.js");

/** What it needs to know of the account; its home is beside the checkout. */
export function environment(folder) {
  return {
    PATH: process.env.PATH,
    HOME: join(folder, "home"),
    CI: "1",
    NO_UPDATE_NOTIFIER: "1",
    VERCEL_TELEMETRY_DISABLED: "1",
    VERCEL_ORG_ID: TEAM,
    VERCEL_PROJECT_ID: PROJECT,
  };
}

/** `vercel <words>` in the folder `app`: its exit code and what it printed. Ends after a minute. */
export function startVercel(vercel, folder, token, words) {
  const where = ["--api", vercel.url, "--token", token, "--cwd", join(folder, "app"), "--no-color"];
  const options = { env: environment(folder), timeout: 60_000 };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words, ...where], options, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? 1) : 0, stdout, stderr });
    });
  });
}
