import type { SqlFile } from "../../judge/finding.ts";
import type { Catalog } from "../catalog.ts";
import { madeBy } from "../../judge/catalog/things.ts";
import type { SqlParser } from "../../judge/parser.ts";
import type { Statement } from "../../judge/split.ts";
import { type FolderSays, readFolder } from "./folder.ts";
import { dropByKey } from "./make-way.ts";
import type { RelationKind } from "./made-up.ts";

/** Something that is on the shadow though no file that ran has made it. */
export interface Weak {
  /** How it is taken away for whoever makes it. */
  readonly drop: string;
}

/** What is assumed on a shadow, and by which files' words. */
export interface Assuming {
  readonly parser: SqlParser;
  readonly says: () => FolderSays;
  /** By a key as `table public.t`: assumed, or left by a file that did not run as a whole. It makes way for a maker. */
  readonly weak: Map<string, Weak>;
  /** By the same keys, what files that ran have made. */
  readonly strong: Set<string>;
  /** Names of what is assumed, as `public.t` or `public.t.column`: facts about these are none. */
  readonly doubted: Set<string>;
  /** Some file did not run, or not all of its rows came to be: which rows are there says little. */
  readonly unsureRows: { any: boolean };
  /** What the live database has, where it can be asked; asked once. */
  readonly live: { readonly read: (() => Promise<Catalog>) | undefined; catalog?: Catalog };
  /** What is applied has run: what a file lacks now is live, or the file would fail there, too. */
  readonly pending: { now: boolean };
  /** How many things were assumed so far. */
  readonly things: { count: number };
  /** What kind of relation a statement wants by a name. */
  readonly wanted: Map<string, RelationKind>;
}

/** What of it is kept beside a snapshot. */
export interface Kept {
  readonly weak: readonly (readonly [key: string, drop: string])[];
  readonly strong: readonly string[];
  readonly doubted: readonly string[];
  readonly unsureRows: boolean;
  /** How many things were assumed. */
  readonly things: number;
}

export function keptOf({ weak, strong, doubted, unsureRows, things }: Assuming): Kept {
  return {
    weak: [...weak].map(([key, { drop }]) => [key, drop]),
    strong: [...strong],
    doubted: [...doubted],
    unsureRows: unsureRows.any,
    things: things.count,
  };
}

export function assuming(
  parser: SqlParser,
  files: readonly SqlFile[],
  kept?: Kept,
  live?: () => Promise<Catalog>,
): Assuming {
  let says: FolderSays | undefined;
  return {
    parser,
    // Most folders have all they need, and need not be read again.
    says: () => (says ??= readFolder(parser, files)),
    weak: new Map((kept?.weak ?? []).map(([key, drop]) => [key, { drop }])),
    strong: new Set(kept?.strong),
    doubted: new Set(kept?.doubted),
    unsureRows: { any: kept?.unsureRows ?? false },
    things: { count: kept?.things ?? 0 },
    live: { read: live },
    pending: { now: false },
    wanted: new Map(),
  };
}

/** A file has run: what it makes is as sure as the file. */
export function ran({ weak, strong, doubted }: Assuming, statements: readonly Statement[]): void {
  for (const { node } of statements)
    for (const { key, sure } of madeBy(node)) {
      if (sure) {
        weak.delete(key);
        doubted.delete(key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, ""));
      }
      if (!weak.has(key)) strong.add(key);
    }
}

/** Of a file that did not run, something may be there all the same. */
export function ranInParts(state: Assuming, statements: readonly Statement[]): void {
  state.unsureRows.any = true;
  leftBehind(state, statements);
}

/** What of these statements is there makes way for the same ones. */
export function leftBehind({ weak, strong }: Assuming, statements: readonly Statement[]): void {
  for (const { node } of statements)
    for (const { key } of madeBy(node)) {
      const drop = dropByKey(key);
      if (drop !== undefined && !strong.has(key)) weak.set(key, { drop });
    }
}
