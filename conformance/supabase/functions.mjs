// What is deployed, asked of the Supabase CLI: before a release, after ours, after its rollback, and after the CLI's own.
// `functions list` shows the same functions with the same settings, `functions download` gives the same files, our own
// phase finds nothing to do, and each function answers with what it should.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { play } from "./functions/play.mjs";
import { scenarios } from "./functions/scenarios.mjs";
import { samples } from "./functions/sample.mjs";
import { REF, empty, tokenOf, withSupabase } from "./functions/world.mjs";

/** Plays all scenarios, one after the other, on one stand-in; prints a line for each. */
export default async function check() {
  const said = await withSupabase(async ({ supabase, folder }) => {
    const all = [];
    for (const [index, scenario] of [...scenarios, ...samples].entries()) {
      empty(supabase, index);
      const stage = await stageIn(join(folder, String(index)), supabase, tokenOf(index));
      const result = await play(stage, scenario).then(
        (asked) => `${asked} times asked, all agree`,
        (error) => error,
      );
      const agrees = typeof result === "string";
      process.stdout.write(`${scenario.name.padEnd(66)} ${agrees ? result : "DISAGREES"}\n`);
      if (!agrees) process.stdout.write(`    ${result.message.replaceAll("\n", "\n    ")}\n`);
      all.push(agrees);
    }
    return all;
  });
  const agree = said.filter(Boolean).length;
  const line = `${said.length} scenarios, ${agree} agree`;
  if (agree < said.length) throw new Error(line);
  return line;
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
