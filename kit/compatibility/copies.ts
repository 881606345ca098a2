import { randomBytes } from "node:crypto";
import { inShort } from "../errors/first-of.ts";
import type { Connect, Database } from "../ports/database.ts";
import type { Visitor } from "../shadow/visitor.ts";

type Server = Parameters<NonNullable<Visitor["done"]>>[0];

/** The shadow's database as it was in each state of the replay: before the pending files, and after each. */
export interface Copies {
  readonly visitor: Required<Pick<Visitor, "live" | "after">>;
  /** Why there is nothing to stand on, if so: a copy failed, or a file did not run. */
  readonly problem: () => string | undefined;
  /** The database of a state; 0 is before the first pending file. */
  readonly nameOf: (state: number) => string;
}

/** Named so that whoever shadows on the same server next knows what a dead run has left. */
const freshName = (): string => `prism_rollout_shadow_${randomBytes(6).toString("hex")}`;

/** More states than these are not kept: then nobody is told which of the files in between it was. */
const most = 60;

export function copyStates(pending: number): Copies {
  const kept = new Map<number, string>();
  const problems: string[] = [];
  const copy = async (state: number, database: Database): Promise<void> => {
    if (state > 0 && state < pending && pending > most) return;
    try {
      const [row] = await database.query("select pg_catalog.current_database() as name");
      const name = freshName();
      await database.script(`create database ${name} template "${String(row?.["name"])}"`);
      kept.set(state, name);
    } catch (error) {
      problems.push(`the shadow cannot be copied: ${inShort(error)}`);
    }
  };
  return {
    visitor: {
      live: (database) => copy(0, database),
      async after(index, database, seen) {
        if (seen.unverified !== undefined) problems.push(`${seen.path} could not be replayed`);
        if (problems.length === 0) await copy(index + 1, database);
      },
    },
    problem: () => problems[0],
    nameOf(state) {
      const name = kept.get(state);
      if (name === undefined) throw new Error(`the shadow was not copied after file ${state}`);
      return name;
    },
  };
}

/** Hands out databases, each a fresh copy of a state, with a login for PostgREST. */
export function databasesOf(
  { adminUrl }: Server,
  copies: Pick<Copies, "nameOf">,
  connect: Connect,
): { of(state: number): Promise<string> } {
  const password = randomBytes(18).toString("hex");
  let count = 0;
  const asAdmin = async (sql: string): Promise<void> => {
    const admin = await connect(adminUrl, "prism-rollout stages");
    try {
      await admin.script(sql);
    } finally {
      await admin.close().catch(() => undefined);
    }
  };
  return {
    async of(state) {
      const name = freshName();
      await asAdmin(`create database ${name} template ${copies.nameOf(state)}`);
      count += 1;
      if (count === 1) await asAdmin(`alter role authenticator password '${password}'`);
      const url = new URL(adminUrl);
      url.username = "authenticator";
      url.password = password;
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}
