import type pg from "pg";
import { describe } from "../errors/user-error.ts";
import { Malformed } from "./postgres-messages.ts";

/** Where the driver keeps why it reads no more rows, which it tells only when the answer has ended. */
const unread = "_canceledDueToError";

/** What the driver calls with what is answered to a question; its types leave it out. */
interface Told {
  handleRowDescription(said: Sized & { readonly fields: readonly { readonly format: string }[] }): void;
  handleDataRow(said: Sized & { readonly fields: readonly unknown[] }): void;
  handleCommandComplete(said: Sized & { readonly text: string }, connection: unknown): void;
  handleEmptyQuery(connection: unknown): void;
  handleReadyForQuery(connection: unknown): void;
  handleError(error: Error, connection: unknown): void;
  [unread]: unknown;
}

interface Sized {
  /** Bytes of the message. */
  readonly length: number;
}

/** @throws {TooMuch} */
type Hold = (said: Sized, values: number) => void;

/** An answer is larger than what is held of one. */
export class TooMuch extends Error {
  override readonly name = "TooMuch";
}

/** Bytes that a message and each of its values take where they are held, whatever is in them. */
const taken = { message: 64, value: 40 } as const;

/**
 * Lets the driver hold about `most` bytes of what is answered to `query`; without `rows` they are let go of as they
 * come, however many. What may not be goes up to who reads the connection: a `TooMuch`, or a `Malformed`.
 * Gives what the server says of each statement, as it is done.
 */
export function holdAnswer(query: pg.Query, most: number, rows: boolean): readonly string[] {
  const told = query as unknown as Told;
  const tags: string[] = [];
  let held = 0;
  const hold: Hold = ({ length }, values) => {
    held += length + taken.message + values * taken.value;
    if (held > most) throw new TooMuch();
  };
  holdRows(told, rows, hold);
  const done = told.handleCommandComplete.bind(query);
  told.handleCommandComplete = (said, connection) => {
    hold(said, 0);
    tags.push(said.text);
    done(said, connection);
  };
  refuseNothing(told, tags);
  return tags;
}

function holdRows(told: Told, rows: boolean, hold: Hold): void {
  let count = 0;
  const begin = told.handleRowDescription.bind(told);
  const add = told.handleDataRow.bind(told);
  told.handleRowDescription = (said) => {
    // Nobody asks for one, and the driver believes what it says of its own size.
    if (said.fields.some(({ format }) => format === "binary"))
      throw new Malformed("columns in a form that nobody asked for");
    count = said.fields.length;
    hold(said, count);
    begin(said);
  };
  told.handleDataRow = (said) => {
    if (!rows) return;
    if (said.fields.length !== count)
      throw new Malformed(`a row of ${said.fields.length} values for ${count} columns`);
    hold(said, count);
    add(said);
    const why = told[unread];
    if (!why) return;
    // It would be told in place of what is thrown here.
    told[unread] = false;
    throw new Malformed(`a value that cannot be read: ${describe(why)}`);
  };
}

/** A question that is over, of which nothing was said to be done. */
function refuseNothing(told: Told, tags: readonly string[]): void {
  let empty = false;
  const [end, skip] = [told.handleReadyForQuery.bind(told), told.handleEmptyQuery.bind(told)];
  told.handleEmptyQuery = (connection) => {
    empty = true;
    skip(connection);
  };
  told.handleReadyForQuery = (connection) => {
    if (empty || tags.length > 0) return end(connection);
    const wrong = new Malformed("nothing to a question");
    // The driver has let go of it already: whoever waits would wait for ever.
    told.handleError(wrong, connection);
    throw wrong;
  };
}
