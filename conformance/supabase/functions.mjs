// What is deployed, asked of the Supabase CLI: before a release, after ours, after its rollback, and after the CLI's own.
// `functions list` shows the same functions with the same settings, `functions download` gives the same files, our own
// phase finds nothing to do, and each function answers with what it should.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { tally } from "../../lib/scripts/tally.js";
import { play } from "./functions/play.mjs";
import { scenarios } from "./functions/scenarios.mjs";
import { samples } from "./functions/sample.mjs";
import { REF, empty, tokenOf, withSupabases } from "./functions/world.mjs";

/** A scenario waits as long as it works: for the CLI, for functions that start. */
const together = 2;

/** Plays all scenarios, so many at once, each on a stand-in of its own; prints a line for each, as it is done. */
export default async function check() {
  const all = [...scenarios, ...samples];
  return await tally(all.length, (count) =>
    withSupabases(together, async (stands) => {
      const waiting = [...all.entries()];
      const worker = async (supabase) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
          count(next[1].name, await tell(supabase, stands.folder, ...next));
      };
      await Promise.all(stands.all.map(worker));
    }),
  );
}

/** What does not agree in a scenario; undefined where all do. */
async function tell(supabase, folder, index, scenario) {
  empty(supabase, index);
  const stage = await stageIn(join(folder, String(index)), supabase, tokenOf(index));
  const result = await play(stage, scenario).catch((error) => error);
  const agrees = typeof result === "number";
  const said = agrees ? `asked ${result} times, all agree` : "DISAGREES";
  process.stdout.write(`${scenario.name.padEnd(66)} ${said}\n`);
  if (!agrees) process.stdout.write(`    ${result.message.replaceAll("\n", "\n    ")}\n`);
  return agrees ? undefined : result.message;
}

/** Where one scenario plays: a checkout, what both are told of the project, and a counter for folders. */
async function stageIn(folder, supabase, token) {
  await mkdir(join(folder, "app/supabase"), { recursive: true });
  await mkdir(join(folder, "home"));
  const profile = join(folder, "profile.yaml");
  const { url, gatewayUrl } = supabase;
  await writeFile(
    profile,
    `name: stand-in\napi_url: ${url}\ndashboard_url: ${url}\nproject_host: 127.0.0.1\n`,
  );
  let count = 0;
  return {
    supabase,
    folder,
    access: { supabase: REF, "supabase-api-url": url, "functions-url": `${gatewayUrl}/functions/v1` },
    inputs: { "supabase-access-token": token },
    cliEnv: { SUPABASE_ACCESS_TOKEN: token, SUPABASE_PROFILE: profile },
    next: () => (count += 1),
  };
}
