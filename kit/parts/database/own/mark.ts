import { randomUUID } from "node:crypto";
import { as } from "../../../judge/walk.ts";
import type { Segment } from "../../../judge/execution.ts";

/** The first half of the advisory lock that keeps a mark; any number that nobody else is likely to use. */
const keeper = 1_886_545_267;

/** A mark that only the transaction which set it can see. */
export function newMark(): string {
  return randomUUID();
}

/**
 * Keeps the mark where settings cannot: RESET ALL, with which every dump ends, forgets it as it forgets all others. A
 * lock asks a question, and behind one nobody may say how the transaction is isolated: so only where it must be.
 */
export function keepMark(mark: string): string {
  return `select pg_catalog.pg_advisory_xact_lock(${keeper}, ${Number.parseInt(mark.slice(0, 7), 16)})`;
}

export function resetsAll({ statements }: Pick<Segment, "statements">): boolean {
  return statements.some(({ node }) => as(node, "VariableSetStmt")?.kind === "VAR_RESET_ALL");
}

/** True where a transaction is the one that has set the mark; without a mark, anywhere. */
export function inside(parameter: string): string {
  const mark = `${parameter}::text`;
  return `(${mark} is null or pg_catalog.current_setting('prism_rollout.segment', true) = ${mark}
    or exists (select from pg_catalog.pg_locks where locktype = 'advisory' and pid = pg_catalog.pg_backend_pid()
      and classid = ${keeper} and objsubid = 2
      and objid = ('x' || pg_catalog.substr(${mark}, 1, 7))::bit(28)::integer::oid))`;
}
