import { inShort } from "../errors/first-of.ts";
import type { Database } from "../ports/database.ts";
import type { Visitor } from "../shadow/visitor.ts";
import { namesOneOf } from "../shadow/assume/doubt.ts";
import { advisorSql } from "./checks.ts";
import { type AdvisorId, isAdvisorId } from "./rules.ts";

/** Something of a schema that is open or weak. */
export interface Advisory {
  readonly id: AdvisorId;
  /** Begins with its kind, as in messages. */
  readonly thing: string;
}

/** What the schema of a session's database is advised of. Only reads. */
async function readAdvisories(database: Database): Promise<readonly Advisory[]> {
  const rows = await database.query(advisorSql());
  return rows.flatMap(({ id, thing }) =>
    isAdvisorId(String(id)) ? [{ id: id as AdvisorId, thing: String(thing) }] : [],
  );
}

/** What is new, by the pending file (from 0) whose replay brought it. */
export interface NewAdvisories {
  readonly files: ReadonlyMap<number, readonly Advisory[]>;
  /** Why the schema could not be looked at. */
  readonly unverified: readonly string[];
}

export interface AdvisorVisit extends Visitor {
  /** After the replay. */
  found(): NewAdvisories;
}

/**
 * Looks at a shadow before and after its pending files. What one brings and a later one mends is not told, unless
 * `each` is a change set of its own. A thing that was advised against before is not new because it is made again.
 */
export function advisorVisit({ each }: { readonly each: boolean }): AdvisorVisit {
  const looks: Look[] = [];
  const problems: string[] = [];
  const look = async (database: Database, doubted: readonly string[] = []): Promise<void> => {
    try {
      const all = await readAdvisories(database);
      // What is only assumed is as open as it was assumed.
      const seen = all.filter(({ thing }) => !namesOneOf(doubted, thing));
      looks.push(new Map(seen.map((one) => [keyOf(one), one])));
    } catch (error) {
      looks.push(undefined);
      problems.push(`the security advice could not be asked: ${inShort(error)}`);
    }
  };
  return {
    live: (database) => look(database),
    after: (_index, database, { doubted }) => look(database, doubted),
    found: () => ({ files: newIn(looks, each), unverified: [...new Set(problems)] }),
  };
}

/** By what makes two of them the same; undefined where the schema could not be asked. */
type Look = ReadonlyMap<string, Advisory> | undefined;

function keyOf({ id, thing }: Advisory): string {
  return `${id} ${thing}`;
}

function newIn(looks: readonly Look[], each: boolean): NewAdvisories["files"] {
  const [first, ...later] = looks;
  const last = later.at(-1);
  const places = new Map<string, { readonly index: number; readonly advisory: Advisory }>();
  let before = first;
  later.forEach((now, index) => {
    for (const [key, advisory] of now ?? []) {
      if (before === undefined || before.has(key)) continue;
      // In a change set only what is there at its end counts, against what was there at its beginning.
      if (each) places.set(`${index} ${key}`, { index, advisory });
      else if (last?.has(key) === true && first?.has(key) === false) places.set(key, { index, advisory });
    }
    before = now ?? before;
  });
  const files = new Map<number, Advisory[]>();
  for (const { index, advisory } of places.values())
    files.set(index, [...(files.get(index) ?? []), advisory]);
  return files;
}
