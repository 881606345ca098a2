// Plays one scenario on an empty project, and has everybody asked after each step of it.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";

import { startAction, startCli } from "../support/children.mjs";
import { agree } from "./agree.mjs";
import { checkOut } from "./project.mjs";
import { REF } from "./world.mjs";

/** @returns how often all agreed. @throws {Error} what does not agree */
export async function play(stage, { steps, play: own }) {
  if (own !== undefined) return await own(stage);
  let [asked, temp] = [0, ""];
  for (const step of steps) {
    if (step.fault !== undefined) stage.supabase.change(({ faults }) => void faults.push(step.fault));
    if (step.at !== undefined) await checkOut(join(stage.folder, "app"), step.at, stage.access);
    if (step.by === "ours") temp = await newTemp(stage);
    await take(stage, step, temp);
    if (step.live === undefined) continue;
    asked += 1;
    await agree(stage, step.live).catch((error) => {
      throw new Error(`after step ${steps.indexOf(step) + 1} (${step.by}): ${error.message}`);
    });
  }
  return asked;
}

/** The temp folder of a job: a rollback gets what the last deployment has left there, as its artifacts. */
async function newTemp(stage) {
  const temp = join(stage.folder, `temp-${stage.next()}`);
  await mkdir(temp);
  return temp;
}

/** A step: who acts, and whether that fails. */
async function take(stage, { by, words = [], fails }, temp) {
  const child = await start(stage, by, words, temp);
  const { code, stdout, stderr } = await child.ended;
  const summary = by === "cli" ? "" : await readFile(join(stage.folder, "summary"), "utf8");
  const all = `${stdout}\n${stderr}\n${summary}`.trim();
  if (fails === undefined && code !== 0) throw new Error(`${by} failed: ${all}`);
  if (fails !== undefined && (code === 0 || !all.includes(fails))) {
    throw new Error(`${by} did not fail with «${fails}»: ${all}`);
  }
}

async function start(stage, by, words, temp) {
  if (by === "cli") return startCli(stage, ["functions", ...words, "--yes", `--remote=${REF}`], stage.cliEnv);
  if (by === "ours") return await startAction("deploy-functions", { ...stage, temp }, stage.inputs);
  const inputs = { ...stage.inputs, artifacts: temp, reason: "conformance" };
  return await startAction("rollback", { ...stage, temp: await newTemp(stage) }, inputs);
}
