// The sample app, released through its own script (`npm run deploy:functions`) with the real Supabase CLI as our phase's
// `command`, and rolled back. What is live is held against the sample's own files.
import { deepStrictEqual } from "node:assert";
import { chmod, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

import { copyApp } from "../../../lib/rehearsal/world/app-folder.js";
import { cli, startAction } from "../support/children.mjs";
import { agreeWith } from "./agree.mjs";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const sample = join(root, "examples/prism");
const previous = join(root, "rehearsal/previous");
const functions = ["finalizeAssessment", "get-results-by-session", "score_prism", "score_fc_session"];

export const samples = [
  {
    name: "the sample by its own script, rolled back",
    play: async (stage) => {
      const [old, next] = await bothIn(stage);
      const command = commandOf(stage);
      await ours(stage, old, command);
      const temp = await ours(stage, next, command, { live: next });
      await rollback(stage, temp, old);
      return 2;
    },
  },
  {
    name: "the sample by its own script, which fails halfway: rolled back",
    play: async (stage) => {
      const [old, next] = await bothIn(stage);
      await ours(stage, old, {});
      const file = join(next, "supabase/functions/score_fc_session/index.ts");
      const text = await readFile(file, "utf8");
      await writeFile(file, `${text}const = 1;\n`);
      const temp = await ours(stage, next, commandOf(stage), { fails: "PR441" });
      await rollback(stage, temp, old);
      return 1;
    },
  },
];

/** The sample as the release before it was, and as it is; each a checkout of its own. */
async function bothIn({ folder }) {
  const [old, next] = [join(folder, "old"), join(folder, "next")];
  await copyApp(sample, old, join(root, "node_modules"), [previous]);
  await copyApp(sample, next, join(root, "node_modules"));
  return [old, next];
}

function commandOf({ cliEnv: { SUPABASE_PROFILE } }) {
  return {
    command: "npm run deploy:functions",
    "command-env": { SUPABASE_PROJECT_REF: "{supabase}", SUPABASE_PROFILE },
    "command-token": "SUPABASE_ACCESS_TOKEN",
  };
}

/** Runs deploy-functions on that checkout; gives its temp folder. */
async function ours(stage, checkout, settings, { live, fails } = {}) {
  const temp = await act(stage, "deploy-functions", checkout, settings, {}, fails);
  if (live !== undefined) await samplesAgree(stage, live);
  return temp;
}

async function rollback(stage, artifacts, live) {
  await act(stage, "rollback", undefined, {}, { artifacts, reason: "conformance" });
  await samplesAgree(stage, live);
}

async function act(stage, name, checkout, settings, inputs, fails) {
  const app = join(stage.folder, "app");
  if (checkout !== undefined) {
    await rm(app, { recursive: true, force: true });
    await cp(checkout, app, { recursive: true });
    const section = { ...stage.access, functions, "verify-jwt": false, "deno-check": "off", ...settings };
    await writeFile(join(app, "rollout.yml"), JSON.stringify({ "deploy-functions": section }));
  }
  const temp = join(stage.folder, `temp-${stage.next()}`);
  await mkdir(temp);
  const PATH = `${await binIn(stage.folder)}${delimiter}${process.env.PATH}`;
  const child = await startAction(name, { ...stage, temp }, { ...stage.inputs, ...inputs }, { PATH });
  const { code, stdout, stderr } = await child.ended;
  const said = `${stdout}\n${stderr}\n${await readFile(join(stage.folder, "summary"), "utf8")}`;
  const well = fails === undefined ? code === 0 : code !== 0 && said.includes(fails);
  if (!well) throw new Error(`${name} ended with ${code}: ${said}`);
  return temp;
}

/** A folder with a program `supabase`, which is what the sample's script calls. */
async function binIn(folder) {
  const bin = join(folder, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, "supabase"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  await chmod(join(bin, "supabase"), 0o755);
  return bin;
}

/** Each file that comes back is the checkout's, the two of each function's folder among them; ours has nothing to do. */
async function samplesAgree(stage, checkout) {
  const settings = { jwt: false, map: false, entrypoint: "index.ts" };
  const live = functions.map((slug) => [slug, { ...settings, folder: `supabase/functions/${slug}` }]);
  await agreeWith(stage, Object.fromEntries(live), async (files) => {
    for (const [path, text] of Object.entries(files))
      deepStrictEqual(text, await readFile(join(checkout, path), "utf8"), `${path} is another one`);
    const own = functions.flatMap((slug) => [`${slug}/handler.ts`, `${slug}/index.ts`]);
    const absent = own.filter((path) => files[`supabase/functions/${path}`] === undefined);
    deepStrictEqual(absent, [], "functions download leaves files out");
  });
  await act(stage, "deploy-functions", checkout, {}, {}).then(async () => {
    const said = await readFile(join(stage.folder, "summary"), "utf8");
    if (!said.includes("4 of 4 functions are live already"))
      throw new Error(`ours finds work to do: ${said}`);
  });
}
