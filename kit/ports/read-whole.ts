import type { Duplex } from "node:stream";
import type pg from "pg";
import { UserError, describe } from "../errors/user-error.ts";
import { MB } from "./bounded.ts";
import { placeOf } from "./database-address.ts";
import { TooMuch } from "./held-answer.ts";
import { wholeMessages } from "./postgres-messages.ts";

/** What the driver calls as soon as it has something to read from, and what it does with that; its types leave it out. */
interface Reads {
  attachListeners(stream: Pick<Duplex, "on">): void;
}

/**
 * Has the driver read whole messages only, of at most `most` bytes. Where one is wrong, or the driver makes nothing of
 * it, or more is answered than is held, the connection is over, and all that is asked over it ends in PR306. Without
 * this an error of the driver ends the process, and some messages keep it busy for ever.
 */
export function readWhole(connection: pg.Connection, url: string, most: number): void {
  const reads = connection as unknown as Reads;
  const attach = reads.attachListeners.bind(connection);
  reads.attachListeners = (given) => {
    const stream = given as Duplex;
    const readBy = (read: (messages: Buffer) => void): void => {
      const take = wholeMessages(most, read);
      stream.on("data", (chunk: Buffer) => {
        if (stream.destroyed) return;
        try {
          take(chunk);
        } catch (thrown) {
          stream.destroy(noAnswer(url, most, thrown));
        }
      });
    };
    const on = (name: string, hear: (...all: unknown[]) => void): unknown =>
      name === "data" ? readBy(hear) : stream.on(name, hear);
    attach({ on } as Pick<Duplex, "on">);
  };
}

/** PR306, with what was wrong with an answer. */
export function noAnswer(url: string, most: number, thrown: unknown): UserError {
  const [what, fix] =
    thrown instanceof TooMuch
      ? [`a question with more than ${Math.floor(most / MB)} MB`, `${elsewhere}. ${largeLedger}`]
      : [`what is not PostgreSQL's protocol (${describe(thrown)})`, `${elsewhere}, then run this again.`];
  return new UserError(
    "PR306",
    `The database at ${placeOf(url)} answered ${what}, and was read no further.`,
    fix,
  );
}

const elsewhere =
  "Something else may answer at that address (a proxy, another service): check host and port of `database-url`";

const largeLedger =
  "A ledger that keeps so much text is made smaller by setting `statements` of its oldest rows in supabase_migrations.schema_migrations to null. Then run this again.";
