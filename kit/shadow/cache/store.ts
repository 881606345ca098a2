import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Form, misfit } from "../../ports/misfit.ts";
import type { AppliedSoFar } from "../engines/engine.ts";
import { sha256 } from "./keys.ts";
import type { Packed } from "./pack.ts";

/** What a server had in it after the files of its key. */
export interface Snapshot extends Packed {
  readonly key: string;
  readonly applied: AppliedSoFar;
}

/** As many are kept, the last used ones. */
const most = 4;
const suffix = ".shadow";

/**
 * The snapshot of the longest of these beginnings that is kept. One that is damaged, is another's or can be changed by
 * others is removed and not believed; `doubts` says so.
 */
export async function findSnapshot(
  folder: string,
  keys: readonly string[],
): Promise<{ readonly snapshot?: Snapshot; readonly doubts: readonly string[] }> {
  const kept = new Set(await readdir(folder).catch(() => []));
  const doubts: string[] = [];
  for (const key of keys.toReversed()) {
    if (!kept.has(key + suffix)) continue;
    const path = join(folder, key + suffix);
    const read = await readSnapshot(path, key).catch(() => "cannot be read");
    if (typeof read !== "string") {
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return { snapshot: read, doubts };
    }
    doubts.push(`a kept snapshot ${read}, and is not used: ${path}`);
    await removeSnapshot(folder, key);
  }
  return { doubts };
}

export async function removeSnapshot(folder: string, key: string): Promise<void> {
  await rm(join(folder, key + suffix), { force: true }).catch(() => undefined);
}

const texts: Form = { each: "text" };
/** A right sum says that a file is whole, not who has written it. */
const form: Form = {
  fields: {
    key: "text",
    entries: { each: { fields: { path: "text", size: { optional: "number" } } } },
    applied: {
      fields: {
        problems: texts,
        assumed: texts,
        kept: {
          fields: {
            weak: { each: texts },
            strong: texts,
            doubted: texts,
            unsureRows: "flag",
            things: "number",
          },
        },
      },
    },
  },
};

/** Or, in a few words, why it is not believed. */
async function readSnapshot(path: string, key: string): Promise<Snapshot | string> {
  const { uid, mode } = await stat(path);
  if (process.getuid && uid !== process.getuid()) return "is another user's";
  if ((mode & 0o022) !== 0) return "can be changed by others";
  const file = await readFile(path);
  const [sum, head] = [file.indexOf("\n"), file.indexOf("\n", 65)];
  if (sum !== 64 || head === -1 || sha256(file.subarray(65)) !== file.toString("latin1", 0, 64))
    return "is damaged";
  const read = JSON.parse(file.toString("utf8", 65, head)) as Snapshot;
  if (misfit(read, form) !== undefined) return "is of another form";
  return read.key === key ? { ...read, bytes: file.subarray(head + 1) } : "is of something else";
}

/** Whole or not at all; the oldest ones go. */
export async function saveSnapshot(folder: string, { bytes, ...head }: Snapshot): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
  const part = join(folder, `${head.key}.${process.pid}`);
  await writeFile(part, [`${sha256(body)}\n`, body], { mode: 0o600 });
  await rename(part, join(folder, head.key + suffix));
  await prune(folder);
}

async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(suffix));
  const aged = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(most))
    await rm(join(folder, name), { force: true });
}
