// Supabase stand-ins with real Deno behind them, for all scenarios: each finds its project empty.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startPostgres } from "../../../lib/rehearsal/engines/postgres.js";
import { startSupabase } from "../../../lib/rehearsal/stand-ins/supabase/start.js";
import { newSupabaseState } from "../../../lib/rehearsal/stand-ins/supabase/state.js";

export const REF = "abcdefghijklmnopqrst";

/** A user for each scenario: all tokens of one share 120 calls a minute. */
export function tokenOf(index) {
  return `sbp_${String(index).padStart(40, "0")}`;
}

const nodeModules = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** `work` gets so many stand-ins, and a folder for whatever is needed. */
export async function withSupabases(count, work) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-conformance-"));
  const opened = [() => rm(folder, { recursive: true, force: true })];
  try {
    const postgres = await startPostgres({ folder: join(folder, "data") });
    opened.unshift(() => postgres.stop());
    const all = [];
    for (let index = 0; index < count; index += 1) {
      const supabase = await start(await postgres.createDatabase(`prism_${index}`), join(folder, "deno"));
      opened.unshift(() => supabase.close());
      all.push(supabase);
    }
    return await work({ all, folder });
  } finally {
    for (const close of opened) await close();
  }
}

function start(databaseUrl, cache) {
  return startSupabase({
    state: newSupabaseState({ ref: REF, tokens: {} }),
    databaseUrl,
    jwtSecret: "a secret of at least thirty-two letters",
    clock: { now: () => Date.now() },
    cache,
    nodeModules,
  });
}

/** As on the first day, for another user: no functions, nothing that waits, no faults. */
export function empty(supabase, index) {
  supabase.change((state) => {
    state.tokens[tokenOf(index)] = { user: String(index), permissions: "all" };
    for (const part of [state.functions, state.parked])
      for (const slug of Object.keys(part)) delete part[slug];
    state.faults.length = 0;
  });
}
