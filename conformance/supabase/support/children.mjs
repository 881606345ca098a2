// The two that change a project: an action of ours, as a runner starts it, and the Supabase CLI. Both are children, so
// that both can be killed.
import { createRequire } from "node:module";
import { join } from "node:path";

import { start } from "../../support/actions.mjs";

export { startAction, startBundled } from "../../support/actions.mjs";

const own = createRequire(new URL("../package.json", import.meta.url));

/** The CLI's program, as npm installs it. */
export const cli = join(own.resolve("supabase/package.json"), "../dist/supabase.js");

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
