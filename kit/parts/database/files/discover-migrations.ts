import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { UserError, describe } from "../../../errors/user-error.ts";
import { sha256 } from "../../../release/canonical.ts";
import { type NamedFile, orderFiles } from "./order-files.ts";

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
 * @throws {UserError} PR105 when the folder is not there, PR416 with all that makes the order unclear.
 */
export async function discoverMigrations(root: string, directory: string): Promise<readonly MigrationFile[]> {
  const { files, issues } = orderFiles(await namesIn(root, directory));
  const read = await Promise.all(files.map((file) => readMigration(root, directory, file)));
  const unreadable = read.flatMap((one) => (typeof one === "string" ? [one] : []));
  const all = [...issues, ...unreadable];
  if (all.length > 0) {
    throw new UserError(
      "PR416",
      `Migrations in ${directory} cannot be put in order:\n${all.map((line) => `  - ${line}`).join("\n")}`,
      "Rename or correct these files (one that is applied already: its version must stay).",
    );
  }
  return read.flatMap((one) => (typeof one === "string" ? [] : [one]));
}

async function namesIn(root: string, directory: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, directory), { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() || entry.name.endsWith(".sql"))
      .map((entry) => entry.name);
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
): Promise<MigrationFile | string> {
  const bytes = await readFile(join(root, directory, file)).catch((error: unknown) => describe(error));
  if (typeof bytes === "string") return `${file}: cannot be read: ${bytes}`;
  const path = `${directory.replace(/^\.\/|\/+$/g, "")}/${file}`;
  try {
    // Drops a byte order mark, which the server would take for a syntax error.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { version, name, path, text, sha256: sha256(bytes) };
  } catch {
    return `${file}: not UTF-8 text`;
  }
}
