import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { format, resolveConfig } from "prettier";

/** A text that goes into a file that is there, before the one place where `anchor` stands, or instead of it. */
export interface Insertion {
  readonly file: string;
  readonly anchor: string;
  readonly text: string;
  readonly instead?: true;
}

/** What a new piece of the house consists of: files of its own, a row in each table that must know it, what is left to do. */
export interface Scaffold {
  readonly files: ReadonlyMap<string, string>;
  readonly insertions: readonly Insertion[];
  /** What a person does now, a sentence each, in this order. */
  readonly next: readonly string[];
}

/** A scaffold that cannot be laid out; nothing was written. */
export class CannotLayOut extends Error {}

/**
 * Writes a scaffold into the repository at `root`, all or nothing, in the house's form.
 * @returns the paths that were written. @throws {CannotLayOut} where a file is there already, or a table is not as it was.
 */
export async function layOut(root: string, { files, insertions }: Scaffold): Promise<readonly string[]> {
  const there = [...files.keys()].filter((file) => existsSync(join(root, file)));
  if (there.length > 0) throw new CannotLayOut(`${there.join(", ")} is there already; nothing was written.`);
  const changed = new Map<string, string>();
  for (const insertion of insertions) {
    const { file } = insertion;
    changed.set(file, inserted(changed.get(file) ?? readFileSync(join(root, file), "utf8"), insertion));
  }
  const all = new Map([...files, ...changed]);
  const formed = new Map<string, string>();
  for (const [file, text] of all) formed.set(file, await inForm(join(root, file), text));
  for (const [file, text] of formed) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return [...formed.keys()];
}

function inserted(whole: string, { file, anchor, text, instead }: Insertion): string {
  const [head = "", tail, ...more] = whole.split(anchor);
  if (tail !== undefined && more.length === 0) return head + text + (instead === true ? "" : anchor) + tail;
  const found = tail === undefined ? "is not there" : `is there ${more.length + 1} times`;
  throw new CannotLayOut(
    `${file} is not as scripts/new expects it: ${JSON.stringify(anchor.trim())} ${found}. ` +
      "Mend the anchor in scripts/new; nothing was written.",
  );
}

/** SQL and the like have no form here. */
async function inForm(path: string, text: string): Promise<string> {
  if (!path.endsWith(".ts")) return text;
  return await format(text, { ...(await resolveConfig(path)), filepath: path });
}
