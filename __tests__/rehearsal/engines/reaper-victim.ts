// A rehearsal in small that waits to be killed: it says what it started, then does nothing.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../../../rehearsal/engines/child.ts";
import { startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { startReaper } from "../../../rehearsal/engines/reaper.ts";

const reaper = startReaper();
const folder = await mkdtemp(join(tmpdir(), "prism-rollout-victim-"));
reaper.folder(folder);
const postgres = await startPostgres({ folder: join(folder, "data"), reaper });
const forever = "setInterval(() => {}, 1000)";
const stubborn = startChild({
  command: process.execPath,
  args: [
    "-e",
    `process.on("SIGTERM", () => {}); require("child_process").spawn(process.execPath, ["-e", "${forever}"]); ${forever}; console.log("up")`,
  ],
  env: {},
  reaper,
  onLine: () =>
    process.stdout.write(`${JSON.stringify({ folder, port: postgres.port, group: stubborn.pid })}\n`),
});
setInterval(() => {}, 1000);
