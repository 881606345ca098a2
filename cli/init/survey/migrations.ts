import { orderFiles } from "../../../kit/parts/database/files/order-files.ts";
import { type Repository, isBelow, under } from "../repository/open-repository.ts";

export interface Migrations {
  readonly directory: string;
  readonly count: number;
  readonly first: string;
  readonly last: string;
  /** Why `migrate` would not take the folder as it is, a sentence each. */
  readonly issues: readonly string[];
}

/** The migrations of a Supabase folder; undefined where there is none. */
export function findMigrations({ files }: Repository, supabase: string): Migrations | undefined {
  const directory = under(supabase, "migrations");
  const names = files
    .filter((path) => isBelow(directory, path))
    .map((path) => path.slice(directory.length + 1))
    .filter((name) => !name.includes("/"));
  const { files: ordered, issues } = orderFiles(names);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { directory, count: ordered.length, first: first.version, last: last.version, issues };
}
