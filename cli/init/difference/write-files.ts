import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { UserError, describe } from "../../../kit/errors/user-error.ts";
import type { Difference } from "./difference.ts";

/**
 * Writes what differs, each file whole or not at all. Returns the paths that were written.
 * @throws {UserError} PR105 naming the file, and those that were written before it.
 */
export async function writeFiles(root: string, all: readonly Difference[]): Promise<readonly string[]> {
  const due = all.filter(({ state }) => state === "new" || state === "differs");
  const written: string[] = [];
  for (const { path, text } of due) {
    try {
      await writeWhole(join(root, path), text);
    } catch (error) {
      const before =
        written.length === 0 ? "Nothing was written." : `Written before it: ${written.join(", ")}.`;
      throw new UserError(
        "PR105",
        `${path} cannot be written: ${describe(error).split(", ")[0]}. ${before}`,
        "Give yourself the right to write there, and run init again: what is written already is left as it is.",
        { cause: error },
      );
    }
    written.push(path);
  }
  return written;
}

async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${randomBytes(4).toString("hex")}.part`;
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
