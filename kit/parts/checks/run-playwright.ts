import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mergeReports, tellReporters } from "./merge-reports.ts";
import { type PlaywrightCall, type Ran, callPlaywright, ending } from "./playwright-call.ts";
import { jsonReporter } from "./playwright-tool.ts";
import { runShards } from "./run-shards.ts";
import { takeBlobs } from "./take-blobs.ts";
import { wrapConfig } from "./wrap-config.ts";

/** Runs the user's Playwright, whole or in parts; or merges what it has reported elsewhere. */
export async function runPlaywright(call: PlaywrightCall): Promise<Ran> {
  const { inputs, run, world, folder } = call;
  if (run.blobs !== undefined) {
    const blobs = await takeBlobs(join(world.root, run.blobs), join(folder, "blobs"));
    return typeof blobs === "string" ? await mergeReports(call, blobs) : blobs;
  }
  const { cookies = [] } = run;
  const wrapped =
    cookies.length > 0 ? await wrapConfig(world.root, inputs.playwrightConfig, cookies) : undefined;
  const own = { ...call, config: wrapped?.path ?? inputs.playwrightConfig };
  if (run.listOnly !== true) world.log.info(`Playwright runs the suites on ${run.origin}.`);
  try {
    if (inputs.shards === 1 || run.listOnly === true) return await runWhole(own);
    const { blobs, missing } = await runShards(own);
    const merged = await mergeReports(own, blobs);
    await tellReporters(own, blobs);
    return "text" in merged && missing !== undefined ? { ...merged, missing } : merged;
  } finally {
    await wrapped?.remove();
  }
}

async function runWhole(call: PlaywrightCall): Promise<Ran> {
  const { tool, run, folder } = call;
  const file = join(folder, "report.json");
  // A list needs no reporters of the user's, which may upload what they are told.
  const how = run.listOnly === true ? ["--list", "--reporter=json"] : [jsonReporter(tool)];
  const ended = await callPlaywright(call, how, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const text = await readFile(file, "utf8").catch(() => "");
  return text === "" ? { why: `Playwright ended without a report (${ending(ended)})` } : { text };
}
