// A rehearsal in small that waits to be killed: it says what it started, then does nothing.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../../../rehearsal/engines/child.ts";
import { startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { startReaper } from "../../../rehearsal/engines/reaper.ts";
import { startSupabase } from "../../../rehearsal/stand-ins/supabase/start.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";

const reaper = startReaper();
const folder = await mkdtemp(join(tmpdir(), "prism-rollout-victim-"));
reaper.folder(folder);
const postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin", reaper });
const supabase = await startSupabase({
  state: newSupabaseState({ ref: "a".repeat(20), tokens: { sbp_x: { user: "ada", permissions: "all" } } }),
  databaseUrl: postgres.url,
  jwtSecret: "a secret of at least thirty-two characters",
  clock: { now: () => Date.now() },
  reaper,
});
const form = new FormData();
form.append("file", new Blob([`Deno.serve(() => new Response("up"))`]), "index.ts");
form.append("metadata", JSON.stringify({ entrypoint_path: "index.ts", verify_jwt: false }));
const deploy = `${supabase.url}/v1/projects/${"a".repeat(20)}/functions/deploy?slug=hello`;
await fetch(deploy, { method: "POST", body: form, headers: { authorization: "Bearer sbp_x" } });
const called = await fetch(`${supabase.gatewayUrl}/functions/v1/hello`);

const forever = "setInterval(() => {}, 1000)";
const stubborn = startChild({
  command: process.execPath,
  args: [
    "-e",
    `process.on("SIGTERM", () => {}); require("child_process").spawn(process.execPath, ["-e", "${forever}"]); ${forever}; console.log("up")`,
  ],
  env: {},
  reaper,
  onLine: () => {
    const said = { folder, status: called.status, port: postgres.port, group: stubborn.pid };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  },
});
setInterval(() => {}, 1000);
