import type { Connect, Database } from "../../kit/ports/database.ts";

/** Where a connection breaks: at the `at`-th thing that is asked (from 0), or at the first whose text matches. */
export interface Cut {
  readonly at: number | RegExp;
  /** Before it reaches the server, or after the server has done it. */
  readonly when: "before" | "after";
  /** What happens then; the connection is closed without a word to the server otherwise. */
  readonly then?: () => void;
}

/** Real connections, of which one breaks at a given point and stays broken. Cancelling connections are left alone. */
export function cutting(
  connect: Connect,
  { at, when, then }: Cut,
): { readonly connect: Connect; asked(): number } {
  let count = 0;
  let done = false;
  const isHere = (sql: string): boolean => {
    const number = count++;
    return !done && (typeof at === "number" ? number === at : at.test(sql));
  };
  const cut = (database: Database): never => {
    done = true;
    then?.();
    void database.close();
    throw new Error("Connection terminated unexpectedly");
  };
  const guarded =
    (database: Database) =>
    async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
      const here = isHere(sql);
      if (here && when === "before") return cut(database);
      const value = await work();
      return here ? cut(database) : value;
    };
  return {
    asked: () => count,
    connect: async (url, name) => {
      const database = await connect(url, name);
      const guard = guarded(database);
      return {
        query: (sql, parameters) => guard(sql, () => database.query(sql, parameters)),
        script: (sql) => guard(sql, () => database.script(sql)),
        close: () => database.close(),
      };
    },
  };
}
