import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../../errors/user-error.ts";
import { type NamedFile, orderFiles } from "./order-files.ts";
import { type NoText, readSql } from "./read-sql.ts";

/** A migration in the repository. `path` starts at the stack's folder; `text` has no byte order mark. */
export interface MigrationFile {
  readonly version: string;
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Of the file's bytes as they are. */
  readonly sha256: string;
}

/**
 * The migrations of a folder in the order in which they run.
 * @throws {UserError} PR105 when the folder is not there, PR416 with all that makes the order unclear, PR430 with all that has no text.
 */
export async function discoverMigrations(root: string, directory: string): Promise<readonly MigrationFile[]> {
  const entries = await entriesIn(root, directory);
  const { files, issues } = orderFiles([...entries.keys()]);
  const read = await Promise.all(
    files.map((file) => readMigration(root, directory, file, entries.get(file.file)?.isFile() === true)),
  );
  const unreadable = read.flatMap((one) => ("problem" in one ? [one.problem] : []));
  if (issues.length > 0) {
    throw new UserError(
      "PR416",
      `Migrations in ${directory} cannot be put in order:\n${listed([...issues, ...unreadable])}`,
      "Rename or correct these files (one that is applied already: its version must stay).",
    );
  }
  if (unreadable.length > 0) {
    throw new UserError(
      "PR430",
      `Migrations in ${directory} cannot be read:\n${listed(unreadable)}`,
      "Correct these files; nothing was changed.",
    );
  }
  return read.flatMap((one) => ("problem" in one ? [] : [one]));
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}`).join("\n");
}

async function entriesIn(root: string, directory: string): Promise<ReadonlyMap<string, Dirent>> {
  try {
    const entries = await readdir(join(root, directory), { withFileTypes: true });
    return new Map(
      entries
        .filter((entry) => !entry.isDirectory() || entry.name.endsWith(".sql"))
        .map((entry) => [entry.name, entry]),
    );
  } catch (error) {
    throw new UserError(
      "PR105",
      `The migrations' folder ${directory} is not there or cannot be read.`,
      "Name it by `directory` in the migrate section; it starts at `working-directory`.",
      { cause: error },
    );
  }
}

async function readMigration(
  root: string,
  directory: string,
  { file, version, name }: NamedFile,
  plain: boolean,
): Promise<MigrationFile | NoText> {
  const read = await readSql(join(root, directory), file, plain);
  if ("problem" in read) return { problem: `${file}: ${read.problem}` };
  return { version, name, path: `${directory.replace(/^\.\/|\/+$/g, "")}/${file}`, ...read };
}
