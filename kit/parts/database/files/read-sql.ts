import { readFileSync } from "node:fs";
import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { describe } from "../../../errors/user-error.ts";
import { sha256 } from "../../../release/canonical.ts";

/** A file's text without its byte order mark, and the hash of its bytes as they are. */
export interface SqlText {
  readonly text: string;
  readonly sha256: string;
}

/** Why a file has no text, and what to do. */
export interface NoText {
  readonly problem: string;
}

/**
 * Reads a file of a folder: an ordinary one that is in it, as UTF-8. `plain`: the folder's list says that it is one, and
 * no link, so nobody has to be asked where it leads.
 */
export async function readSql(folder: string, name: string, plain = false): Promise<SqlText | NoText> {
  try {
    if (plain) return textOf(readFileSync(join(folder, name)));
    const [home, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    if (!path.startsWith(home + sep))
      return { problem: "a symbolic link that leads out of the folder; put the file itself there" };
    const kind = await stat(path);
    if (kind.isDirectory()) return { problem: "a folder, which is named like a migration" };
    if (!kind.isFile()) return { problem: "no ordinary file" };
    return textOf(await readFile(path));
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ENOENT")
      return { problem: "a symbolic link that leads nowhere" };
    return { problem: `cannot be read: ${describe(error)}` };
  }
}

function textOf(bytes: Buffer): SqlText | NoText {
  const text = decoded(bytes);
  return text === undefined ? { problem: foreign(bytes) } : { text, sha256: sha256(bytes) };
}

/** Drops a byte order mark, which the server would take for a syntax error. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Where text that is not UTF-8 begins, and what it seems to be. */
function foreign(bytes: Buffer): string {
  if (bytes.length > 1 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0)))
    return "UTF-16, not UTF-8: save the file as UTF-8";
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (decoded(bytes.subarray(start, end)) === undefined) break;
    [line, start] = [line + 1, end + 1];
  }
  const shown = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(start));
  const good = shown.slice(0, shown.indexOf("\uFFFD"));
  const byte = bytes[start + Buffer.byteLength(good)] ?? 0;
  const latin = byte >= 0xa0 ? `, which is ${String.fromCharCode(byte)} in Latin-1` : "";
  const what = `byte ${byte.toString(16).toUpperCase()}${latin}`;
  return `not UTF-8 text at ${line}:${good.length + 1} (${what}): save the file as UTF-8`;
}
