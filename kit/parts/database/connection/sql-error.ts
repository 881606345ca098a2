import { outsideOfTheFile } from "./outside-causes.ts";
import { Explainable, UserError, describe } from "../../../errors/user-error.ts";

/** What the server said of a failure. `position` counts characters from 1; `completed` statements were done before it. */
export interface SqlError {
  readonly message: string;
  readonly code?: string;
  readonly hint?: string;
  readonly position?: number;
  readonly where?: string;
  readonly completed?: number;
  /** The table that it is about. */
  readonly table?: string;
}

/** Reads an error of the driver. Its `detail` is left out: it holds values of rows. */
export function readSqlError(thrown: unknown): SqlError {
  const { code, hint, position, where, completed, table } = thrown as Readonly<Record<string, unknown>>;
  return {
    message: describe(thrown),
    // An order to stop has a code of ours, which no server has said.
    ...(typeof code === "string" && !(thrown instanceof Explainable) ? { code } : {}),
    ...(typeof hint === "string" ? { hint } : {}),
    ...(typeof position === "string" && /^\d+$/.test(position) ? { position: Number(position) } : {}),
    ...(typeof where === "string" ? { where: where.replace(/\s+/g, " ").slice(0, 200) } : {}),
    ...(typeof completed === "number" ? { completed } : {}),
    ...(typeof table === "string" ? { table } : {}),
  };
}

/** A lock was not granted within lock_timeout, or a statement asked for it with NOWAIT. */
export const lockNotAvailable = "55P03";

/** A statement took longer than it may, or somebody cancelled it. */
export const queryCanceled = "57014";

/** `42P01: relation "a" does not exist` */
export function sayError({ code, message, hint }: SqlError): string {
  const said = /^[0-9A-Z]{5}$/.test(code ?? "") ? `${code}: ${message}` : message;
  return hint === undefined ? said : `${said} (${hint})`;
}

/** The server answered: it is not the connection that broke. */
export function isServerError({ code }: SqlError): boolean {
  return /^[0-9A-Z]{5}$/.test(code ?? "") && !code?.startsWith("08") && !code?.startsWith("57P");
}

/**
 * Turns what the server says to our own statements into something a user can act on.
 * @throws {UserError} PR411
 */
export async function explained<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Explainable) throw error;
    const said = readSqlError(error);
    const usual = "Check the rights of the role in `database-url` and the state of the database.";
    const fix = `${outsideOfTheFile(said) ?? usual} Then run this job again.`;
    throw new UserError("PR411", `${what}: ${sayError(said)}.`, fix, { cause: error });
  }
}
