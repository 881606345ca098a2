import { copyFile, mkdir, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { readZip } from "../../ports/read-zip.ts";

interface Shard {
  readonly current: number;
  readonly total: number;
}

/** GitHub starts at most 256 jobs of a matrix. */
const mostShards = 1000;
/** Of a report no more is unpacked to read its first line. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Copies the reports that a matrix of the user's has made, since merging writes beside them. Gives the copies' folder;
 * or why they are no whole: Playwright merges two of three parts without a word.
 */
export async function takeBlobs(from: string, to: string): Promise<string | { readonly why: string }> {
  const files = await readdir(from, { recursive: true, encoding: "utf8" }).catch(() => []);
  const zips = files.filter((file) => file.endsWith(".zip")).sort();
  if (zips.length === 0) return { why: `there are no blob reports in ${from}` };
  await mkdir(to, { recursive: true });
  const shards: Shard[] = [];
  for (const [index, zip] of zips.entries()) {
    const shard = shardOf(await readFile(join(from, zip)));
    if (shard === undefined) return { why: `${zip} is no blob report of Playwright` };
    if (shard !== "whole") shards.push(shard);
    await copyFile(join(from, zip), join(to, `report-${index + 1}.zip`));
  }
  const missing = missingOf(shards);
  return missing === undefined ? to : { why: `the blob reports are no whole: ${missing}` };
}

function shardOf(zip: Uint8Array): Shard | "whole" | undefined {
  const events = readZip(zip)?.find(({ path }) => path.endsWith(".jsonl"));
  if (events === undefined) return undefined;
  try {
    const [first = ""] = Buffer.from(events.content(mostBytes)).toString("utf8").split("\n", 1);
    const event = JSON.parse(first) as {
      method?: unknown;
      params?: { shard?: Partial<Shard> | null };
    } | null;
    if (event?.method !== "onBlobReportMetadata") return undefined;
    const { current, total } = event.params?.shard ?? {};
    if (typeof current !== "number" || typeof total !== "number") return "whole";
    return Number.isInteger(total) && total > 0 && total <= mostShards ? { current, total } : undefined;
  } catch {
    return undefined;
  }
}

/** Each part as often as the others of as many parts (once for a browser or a system, say). */
function missingOf(shards: readonly Shard[]): string | undefined {
  for (const total of new Set(shards.map((one) => one.total))) {
    const counts = Array.from({ length: total }, (_, index) => {
      return shards.filter((one) => one.total === total && one.current === index + 1).length;
    });
    const most = Math.max(...counts);
    const less = counts.findIndex((count) => count < most);
    if (less >= 0) return `part ${less + 1} of ${total} is missing`;
  }
  return undefined;
}
