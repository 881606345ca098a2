import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ExecResult, childEnv } from "../../ports/exec.ts";
import { type PlaywrightCall, type Ran, ending } from "./playwright-call.ts";
import { suiteEnv } from "./suite-env.ts";
import { findConfig } from "./wrap-config.ts";

/** Merging takes a second or two; a reporter of the user's may upload. */
const patience = 120_000;

/** One report of all that lie in a folder, as Playwright merges them. */
export async function mergeReports(call: PlaywrightCall, blobs: string): Promise<Ran> {
  const file = join(call.folder, "merged.json");
  const ended = await merge(call, blobs, ["--reporter=json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const text = await readFile(file, "utf8").catch(() => "");
  return text === "" ? { why: `Playwright could not merge the reports (${ending(ended)})` } : { text };
}

/** The reporters of the user's configuration are told of all parts together; what they come to decides nothing. */
export async function tellReporters(call: PlaywrightCall, blobs: string): Promise<void> {
  const ended = await merge(call, blobs, [], {});
  if (ended.stopped === "time-limit")
    call.world.log.info("The reporters of the configuration were ended: they took more than two minutes.");
}

/** By the configuration, so that the paths of another machine become those of this one. */
async function merge(
  { tool, inputs, run, world, config }: PlaywrightCall,
  blobs: string,
  how: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ExecResult> {
  const own = config ?? (await findConfig(world.root, inputs.playwrightConfig).catch(() => undefined));
  const args = [tool.cli, "merge-reports", ...(own === undefined ? [] : ["--config", own]), ...how, blobs];
  return await world.exec("node", args, {
    cwd: world.root,
    env: childEnv(world.env, { ...suiteEnv(inputs, run.origin), PLAYWRIGHT_HTML_OPEN: "never", ...env }),
    prefix: "[playwright] ",
    limit: patience,
    signal: world.signal,
  });
}
