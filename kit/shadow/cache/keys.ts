import { createHash } from "node:crypto";
import type { SqlFile } from "../../judge/finding.ts";
import { shadowSource } from "../admin.ts";

/** Changes when a shadow is made in another way than its sources in SQL say: what is left out of a file, how it runs. */
const format = 2;

/**
 * For each beginning of what is applied, the empty one first, what a snapshot of it is called: engine, machine, what a
 * shadow is made of, and the files' texts in order.
 */
export function snapshotKeys(engine: string, applied: readonly SqlFile[]): readonly string[] {
  const first = sha256(`${format} ${engine} ${process.platform} ${process.arch}\n${shadowSource()}`);
  const keys = [first];
  for (const { text } of applied) keys.push(sha256(`${keys.at(-1) ?? ""} ${sha256(text)}`));
  return keys;
}

export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
