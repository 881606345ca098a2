import type { Asked, Connect, Database, LiveDatabase } from "../../kit/ports/database.ts";

/** Where a connection breaks: at the `at`-th thing that is asked (from 0), or at the first whose text matches. */
export interface Cut {
  readonly at: number | RegExp;
  /** Before it reaches the server, while the server works on it, or after the server has done it. */
  readonly when: "before" | "during" | "after";
  /** What happens then; the connection is closed without a word to the server otherwise. */
  readonly onCut?: () => void;
}

/** The driver writes at once; what it has written leaves the process with the next turn of its loop. */
async function sent<T>(working: Promise<T>, cut: () => never): Promise<T> {
  working.catch(() => undefined);
  await new Promise(setImmediate);
  return cut();
}

/** Real connections, of which one breaks at a given point and stays broken. Cancelling connections are left alone. */
export function cutting(
  connect: Connect,
  { at, when, onCut }: Cut,
): { readonly connect: Connect; readonly asked: readonly string[] } {
  const asked: string[] = [];
  let done = false;
  const isHere = (sql: string): boolean => {
    const number = asked.push(sql) - 1;
    return !done && (typeof at === "number" ? number === at : at.test(sql));
  };
  const cut = (database: Database): never => {
    done = true;
    onCut?.();
    void database.close();
    throw new Error("Connection terminated unexpectedly");
  };
  const guarded =
    (database: Database) =>
    async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
      const here = isHere(sql);
      if (here && when === "before") return cut(database);
      const working = work();
      if (here && when === "during") return await sent(working, () => cut(database));
      const value = await working;
      return here ? cut(database) : value;
    };
  /** Of several at once, those before the one where it breaks are on their way. */
  const together = async (database: LiveDatabase, all: readonly Asked[]) => {
    const first = all.findIndex(({ sql }) => isHere(sql));
    if (first === -1) return await database.together(all);
    const working = database.together(all.slice(0, when === "before" ? first : first + 1));
    if (when !== "after") return await sent(working, () => cut(database));
    await working;
    return cut(database);
  };
  return {
    asked,
    connect: async (url, name) => {
      const database = await connect(url, name);
      const guard = guarded(database);
      return {
        query: (sql, parameters) => guard(sql, () => database.query(sql, parameters)),
        script: (sql) => guard(sql, () => database.script(sql)),
        together: (all) => together(database, all),
        close: () => database.close(),
      };
    },
  };
}
