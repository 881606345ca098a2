/** What a migration's file name says. Versions compare as texts, byte by byte, as the ledger and the CLI do. */
export interface NamedFile {
  readonly file: string;
  readonly version: string;
  readonly name: string;
}

export interface FileOrder {
  readonly files: readonly NamedFile[];
  /** Why the order is not clear, a sentence each. */
  readonly issues: readonly string[];
}

const pattern = /^([0-9]+)_(.*)\.sql$/;

/**
 * The order in which files run. The Supabase CLI skips files that are named otherwise, without an error; here
 * they are issues, as are versions that two files share and versions whose order as texts is not that of
 * their numbers (`10_b` would run before `9_a`). Files that are no SQL are left out.
 */
export function orderFiles(names: readonly string[]): FileOrder {
  const sql = names.filter((name) => /\.sql$/i.test(name)).sort(byBytes);
  const named = sql.flatMap((file): NamedFile[] => {
    const [, version, name] = pattern.exec(file) ?? [];
    return version === undefined || name === undefined ? [] : [{ file, version, name }];
  });
  const badly = sql
    .filter((file) => !pattern.test(file))
    .map((file) => `${file}: not named <digits>_<name>.sql, so the Supabase CLI would silently skip it`);
  const files = named.filter((file, index) => !(index === 0 && isLegacyInit(file))).sort(byVersion);
  return { files, issues: [...badly, ...duplicates(files), ...disorder(files)] };
}

/** Compares as bytes of UTF-8, unlike `<`, which compares UTF-16 units. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function byVersion(a: NamedFile, b: NamedFile): number {
  return byBytes(a.version, b.version) || byBytes(a.file, b.file);
}

function duplicates(files: readonly NamedFile[]): readonly string[] {
  const byNumber = new Map<bigint, NamedFile[]>();
  for (const file of files) {
    const same = byNumber.get(BigInt(file.version)) ?? [];
    byNumber.set(BigInt(file.version), [...same, file]);
  }
  return [...byNumber.values()]
    .filter((same) => same.length > 1)
    .map((same) => `${same.map(({ file }) => file).join(", ")}: the same version ${same.length} times`);
}

function disorder(files: readonly NamedFile[]): readonly string[] {
  return files.flatMap((file, index) => {
    const next = files[index + 1];
    return next && BigInt(file.version) > BigInt(next.version)
      ? [
          `${file.file} would run before ${next.file}: versions compare as texts; give them the same number of digits`,
        ]
      : [];
  });
}

/** The CLI leaves out an `_init` of before it had migrations, when it is the first file. */
function isLegacyInit({ version, name }: NamedFile): boolean {
  return name === "init" && version.length === 14 && version < "20211209000000";
}
