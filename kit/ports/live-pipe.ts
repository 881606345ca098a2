import type pg from "pg";
import { describe } from "../errors/user-error.ts";
import type { Cutter } from "./cut-when-over.ts";
import type { Answer, Asked, LiveDatabase } from "./database.ts";
import { holdAnswer } from "./held-answer.ts";
import { isTooDeep } from "./parse-json.ts";
import { Malformed } from "./postgres-messages.ts";

interface Question {
  readonly text: string;
  readonly values?: unknown[];
  /** Under which the server keeps how it runs it. */
  readonly name?: string;
  /** Without them nothing is held of what it selects. */
  readonly rows?: boolean;
}

interface LivePipe extends Pick<LiveDatabase, "together" | "close"> {
  ask(question: Question): Promise<Answer>;
}

/** A statement that the server was to have kept, and that a file has made it forget (DEALLOCATE, DISCARD). */
export const forgotten = "26000";

/** How long a server may take to say goodbye, in ms. */
const farewell = 2000;

/** How answers are read. */
interface Reading {
  /** Bytes that are held of one, about. */
  readonly most: number;
  /** What is told of one that is wrong. */
  readonly noAnswer: (thrown: Malformed) => Error;
}

/** What is asked over a connection that does not wait for one answer before it sends the next question. */
export function livePipe(
  driver: typeof pg,
  client: pg.Client,
  { most, noAnswer }: Reading,
  cutter: Cutter,
): LivePipe {
  const { stream } = client.connection;
  const names = new Map<string, string>();
  let [open, made] = [0, 0];
  const nameOf = (sql: string): string => {
    const name = names.get(sql) ?? `prism_rollout_${(made += 1)}`;
    names.set(sql, name);
    return name;
  };
  const ask = (question: Question): Promise<Answer> => {
    open += 1;
    return asked(driver, client, most, question)
      .catch((thrown: unknown) => {
        throw cutter.why() ?? (thrown instanceof Malformed ? noAnswer(thrown) : thrown);
      })
      .finally(() => (open -= 1));
  };
  return {
    ask,
    together: async (all) => {
      stream.cork();
      const answers = all.map((one) => ask(questionOf(one, nameOf)));
      stream.uncork();
      const settled = await Promise.allSettled(answers);
      if (settled.some((one) => one.status === "rejected" && codeOf(one.reason) === forgotten)) names.clear();
      return settled;
    },
    close: async () => {
      // The driver would wait for the answers, and a statement may go on for hours.
      if (open > 0) stream.destroy();
      const late = setTimeout(() => stream.destroy(), farewell);
      await client.end().finally(() => clearTimeout(late));
      cutter.forget();
    },
  };
}

function questionOf({ sql, parameters, rows }: Asked, nameOf: (sql: string) => string): Question {
  const read = rows === undefined ? {} : { rows };
  return parameters
    ? { ...read, text: sql, values: [...parameters], name: nameOf(sql) }
    : { ...read, text: sql };
}

function asked(
  driver: typeof pg,
  client: pg.Client,
  most: number,
  { rows: wanted = true, ...question }: Question,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const query = new driver.Query(question, (thrown: unknown, result: unknown) => {
      const rows = thrown ? [] : rowsOf(result);
      if (!thrown) return isTooDeep(rows) ? reject(tooDeep()) : resolve({ tags, rows });
      const failed = thrown instanceof Error ? thrown : new Error(describe(thrown));
      reject(Object.assign(failed, { completed: tags.length }));
    });
    const tags = holdAnswer(query, most, wanted);
    client.query(query);
  });
}

/** Who writes what was read, or compares it, goes down as deep as it does, and a stack ends. */
export function tooDeep(): Malformed {
  return new Malformed("a value that is nested too deep");
}

/** Of several statements, those of the last. */
function rowsOf(result: unknown): Answer["rows"] {
  const last = (Array.isArray(result) ? result.at(-1) : result) as { readonly rows?: Answer["rows"] };
  return last.rows ?? [];
}

function codeOf(thrown: unknown): unknown {
  return (thrown as { readonly code?: unknown } | undefined)?.code;
}
