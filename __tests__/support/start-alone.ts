import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "../../rehearsal/world/world.ts";
import { root } from "./rehearse.ts";

/** Starts one action's bundle in a checkout of the app, with the target's secrets and nothing of a chain. */
export async function startAlone(
  world: World,
  action: string,
  inputs: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
) {
  const temp = mkdtempSync(join(world.folder, "alone-"));
  const [output, summary] = [join(temp, "output"), join(temp, "summary")];
  for (const file of [output, summary]) writeFileSync(file, "");
  const secrets = world.github.state().environments.find(({ name }) => name === world.target)?.secrets ?? {};
  const given = {
    target: "production",
    gates: "none",
    "database-url": secrets["DATABASE_URL"],
    "supabase-access-token": secrets["SUPABASE_ACCESS_TOKEN"],
    "host-token": secrets["HOST_TOKEN"],
    "cdn-token": secrets["CDN_TOKEN"],
    "protection-bypass": world.secrets["HOST_PROTECTION_BYPASS"],
    ...inputs,
  };
  const env = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const child = spawn(process.execPath, [join(root, "dist", `${action}.js`)], {
    env: {
      ...world.env,
      GITHUB_WORKSPACE: world.repository,
      GITHUB_SHA: world.commit,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: temp,
      ...more,
      ...(Object.fromEntries(env) as Record<string, string>),
    },
  });
  let out = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (out += data.toString()));
  const code = await new Promise<number | null>((done) => child.on("close", done));
  return { code, out, temp, outputs: readFileSync(output, "utf8"), summary: readFileSync(summary, "utf8") };
}
