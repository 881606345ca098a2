import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { byBytes, orderFiles } from "../../kit/parts/database/files/order-files.ts";
import { readSql } from "../../kit/parts/database/files/read-sql.ts";

/** A file of the folder; `problem` where it has no text. */
export interface FolderFile {
  readonly path: string;
  /** Undefined where it is named otherwise. */
  readonly version: string | undefined;
  readonly text: string;
  readonly problem?: string;
}

export interface Folder {
  readonly files: readonly FolderFile[];
  /** Why `migrate` would not take the folder as it is. */
  readonly issues: readonly string[];
}

/**
 * All SQL files of a folder in the order of their names, also those that `migrate` would refuse for their names.
 * @throws {UserError} PR105 when the folder is not there.
 */
export async function readFolder(cwd: string, directory: string): Promise<Folder> {
  const names = await namesIn(cwd, directory);
  const { files, issues } = orderFiles(names);
  const versions = new Map(files.map(({ file, version }) => [file, version]));
  const key = (name: string): string => versions.get(name) ?? name;
  const ordered = names
    .filter((name) => /\.sql$/i.test(name))
    .sort((a, b) => byBytes(key(a), key(b)) || byBytes(a, b));
  const read = ordered.map((name) => readOne(cwd, directory, name, versions.get(name)));
  return { files: await Promise.all(read), issues };
}

async function namesIn(cwd: string, directory: string): Promise<readonly string[]> {
  try {
    return await readdir(resolve(cwd, directory));
  } catch (error) {
    throw new UserError(
      "PR105",
      `The migrations' folder ${directory} is not there or cannot be read.`,
      "Name the folder that has the .sql files, such as supabase/migrations.",
      { cause: error },
    );
  }
}

async function readOne(
  cwd: string,
  directory: string,
  name: string,
  version: string | undefined,
): Promise<FolderFile> {
  const path = `${directory.replace(/\/+$/, "")}/${name}`;
  const read = await readSql(resolve(cwd, directory), name);
  if ("text" in read) return { path, version, text: read.text };
  return { path, version, text: "", problem: read.problem };
}
