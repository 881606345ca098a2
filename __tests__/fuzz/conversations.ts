import type { Answer, Connect } from "../../kit/ports/database.ts";

/** What a server answered to a question: rows and tags, or the fields of an error. */
export type Said = Answer | { readonly fields: Readonly<Record<string, string>> };

export interface Exchange {
  readonly key: string;
  readonly said: Said;
}

/** What is asked, without what is another one at each run. */
function keyOf(sql: string): string {
  return sql.replace(
    /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=_shadow_)[0-9a-f]{12}|[0-9a-f]{36}|\b\d{6,}\b/g,
    "#",
  );
}

export const inWords = {
  code: "C",
  message: "M",
  hint: "H",
  detail: "D",
  position: "P",
  where: "W",
  table: "t",
  schema: "s",
};

function fieldsOf(thrown: unknown): Readonly<Record<string, string>> {
  const given = thrown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(inWords).flatMap(([name, letter]) =>
      typeof given[name] === "string" ? [[letter, given[name]] as const] : [],
    ),
  );
}

/** Sessions that remember what was asked, and what was answered. */
export function recording(real: Connect): { readonly connect: Connect; readonly exchanges: Exchange[] } {
  const exchanges: Exchange[] = [];
  const connect: Connect = async (url, name) => {
    const session = await real(url, name);
    const keep = (sql: string, said: Said): void => void exchanges.push({ key: keyOf(sql), said });
    const kept = async <T>(sql: string, asking: Promise<T>, said: (given: T) => Answer): Promise<T> => {
      try {
        const given = await asking;
        keep(sql, said(given));
        return given;
      } catch (error) {
        keep(sql, { fields: fieldsOf(error) });
        throw error;
      }
    };
    return {
      ...session,
      query: (sql, parameters) =>
        kept(sql, session.query(sql, parameters), (all) => ({ rows: all, tags: [`SELECT ${all.length}`] })),
      script: (sql) => kept(sql, session.script(sql), (tags) => ({ rows: [], tags })),
      together: async (asked) => {
        const settled = await session.together(asked);
        settled.forEach((one, index) =>
          keep(
            asked[index]?.sql ?? "",
            one.status === "fulfilled" ? one.value : { fields: fieldsOf(one.reason) },
          ),
        );
        return settled;
      },
    };
  };
  return { connect, exchanges };
}

/** Of a session; others may be opened at another time than they were. */
export const backendOf = (session: number): number => 1000 + session;

/** As many questions no work of this size asks: whoever does will never end. */
const mostAsked = 20_000;

export interface Replay {
  /** The answer to a question, and whether it is the one that is to be wrong. */
  readonly answer: (session: number, sql: string) => { readonly said: Said; readonly chosen: boolean };
  readonly endless: () => boolean;
}

/** The same answers again. Whoever asks more often than it did gets the last one. */
export function replaying(exchanges: readonly Exchange[], which: number | undefined): Replay {
  const counts = new Map<string, number>();
  const other = which === undefined ? undefined : exchanges[which % exchanges.length];
  let all = 0;
  return {
    answer: (session, sql) => {
      all += 1;
      const key = keyOf(sql);
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      if (all > mostAsked)
        return { said: { fields: { C: "57P01", M: "asked without an end" } }, chosen: false };
      const same = exchanges.filter((one) => one.key === key);
      const found = same[count] ?? same.at(-1);
      const said = found?.said ?? { rows: [], tags: ["SELECT 0"] };
      const own = "rows" in said && sql.endsWith(" pg_catalog.pg_backend_pid() as pid");
      return {
        said: own ? { ...said, rows: [{ pid: backendOf(session) }] } : said,
        chosen: found !== undefined && found === other,
      };
    },
    endless: () => all > mostAsked,
  };
}
