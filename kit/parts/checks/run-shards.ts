import { access } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type PlaywrightCall, callPlaywright, ending } from "./playwright-call.ts";
import { newTurns } from "./turns.ts";

export interface Shards {
  /** The folder of their reports. */
  readonly blobs: string;
  /** Why a part has none. */
  readonly missing: string | undefined;
}

/**
 * Runs the suites in parts, as many at once as there are cores, each with its own folder for what it leaves: Playwright
 * empties that before it begins.
 */
export async function runShards(call: PlaywrightCall): Promise<Shards> {
  const { inputs, world, folder } = call;
  const turns = newTurns(availableParallelism());
  const blobs = join(folder, "blobs");
  const end = world.clock.now() + inputs.playwrightTimeout;
  const parts = Array.from({ length: inputs.shards }, (_, index) => `${index + 1}/${inputs.shards}`);
  const said = await Promise.all(
    parts.map((part, index) =>
      turns(async () => {
        const file = join(blobs, `part-${index + 1}.zip`);
        const left = Math.max(1000, end - world.clock.now());
        const how = [
          `--shard=${part}`,
          "--reporter=list,blob",
          `--output=${join(folder, `part-${index + 1}`)}`,
        ];
        const ended = await callPlaywright(
          call,
          how,
          { PLAYWRIGHT_BLOB_OUTPUT_FILE: file },
          { name: part, left },
        );
        const there = await access(file).then(
          () => true,
          () => false,
        );
        return there ? undefined : `part ${part} ended without a report (${ending(ended)})`;
      }),
    ),
  );
  return { blobs, missing: said.find((one) => one !== undefined) };
}
