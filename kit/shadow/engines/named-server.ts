import { inShort } from "../../errors/first-of.ts";
import { Explainable, UserError } from "../../errors/user-error.ts";
import type { Connect } from "../../ports/database.ts";
import { addressOf, placeOf } from "../../ports/database-address.ts";

/** @throws {UserError} PR411 for what is no connection string. */
export function refuseNoAddress(url: string): void {
  if (addressOf(url) !== undefined) return;
  throw new UserError(
    "PR411",
    "`shadow-database-url` is not a connection string (its value is not shown). Nothing was changed.",
    "Write postgresql://user:password@host:5432/database, special characters of the password percent-encoded.",
  );
}

/** Sessions on the server of `shadow-database-url`: what is said of them names that input, not the live database's. */
export function connectToNamed(connect: Connect): Connect {
  return async (url, name) => {
    const session = await connect(url, name).catch(throwNamed);
    return {
      ...session,
      query: (sql, parameters) => session.query(sql, parameters).catch(throwNamed),
      script: (sql) => session.script(sql).catch(throwNamed),
      together: async (asked) =>
        (await session.together(asked)).map((one) =>
          one.status === "fulfilled" ? one : { ...one, reason: named(one.reason) },
        ),
    };
  };
}

/** Of a server that was named and cannot be used after all: what breaks there is no bug of ours. */
export function unusable(url: string, error: unknown): Explainable {
  if (error instanceof Explainable) return error;
  return new UserError(
    "PR411",
    `The server of \`shadow-database-url\` at ${placeOf(url)} cannot be used: ${inShort(error)}.`,
    "Look at the state of that server and run this again. Without `shadow-database-url` the shadow is made on the machine of `plan`.",
    { cause: error },
  );
}

function named(error: unknown): unknown {
  if (!(error instanceof UserError) || !error.fix.includes("`database-url`")) return error;
  const [message, fix] = [error.message, error.fix].map((text) =>
    text.replaceAll("`database-url`", "`shadow-database-url`"),
  );
  return new UserError(error.code, message ?? "", fix ?? "", { cause: error.cause });
}

function throwNamed(error: unknown): never {
  throw named(error);
}
