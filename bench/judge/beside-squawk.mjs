// Whole processes over the same 1,000 files: `prism-rollout judge --each` by the text alone, and squawk with its own rules.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../../conformance/support/actions.mjs";
import { eachInTurn, inRounds } from "../release/measure.mjs";
import { corpusFiles } from "./corpus-files.mjs";

const path = (file) => fileURLToPath(new URL(file, import.meta.url));
const cli = path("../../lib/cli/prism-rollout.js");
const byText = ["--each", "--no-shadow", "--json"];
const squawk = path("../peers/node_modules/squawk-cli/js/bin/squawk");

/** Each round both times, in ms. */
export async function besideSquawk(rounds) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-judge-"));
  try {
    const files = corpusFiles();
    const names = files.map((file) => join(folder, "app", file.path));
    await mkdir(join(folder, "app"));
    for (const [at, name] of names.entries()) await writeFile(name, files[at].text);
    return await inRounds(rounds, async (round) =>
      eachInTurn(round, [
        async () => ({ squawk: await toldOf(folder, [squawk, "--reporter", "json", ...names]) }),
        async () => ({ ours: await toldOf(folder, [cli, "judge", join(folder, "app"), ...byText]) }),
      ]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Until it has judged them all: both end with 1 where they find something. */
async function toldOf(folder, args) {
  const began = performance.now();
  const { code, stdout, stderr } = await start(args, folder, { PATH: process.env.PATH }).ended;
  const took = performance.now() - began;
  if (code === 1 && stdout.length > 10_000) return took;
  throw new Error(`${args[0]} ended with ${code}: ${stdout.slice(0, 500)}\n${stderr}`);
}
