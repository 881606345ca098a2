import type pg from "pg";
import { describe } from "../errors/user-error.ts";
import type { Cutter } from "./cut-when-over.ts";
import type { Answer, LiveDatabase } from "./database.ts";

interface Question {
  readonly text: string;
  readonly values?: unknown[];
  /** Under which the server keeps how it runs it. */
  readonly name?: string;
}

interface LivePipe extends Pick<LiveDatabase, "together" | "close"> {
  ask(question: Question): Promise<Answer>;
}

/** A statement that the server was to have kept, and that a file has made it forget (DEALLOCATE, DISCARD). */
export const forgotten = "26000";

/** How long a server may take to say goodbye, in ms. */
const farewell = 2000;

/** What is asked over a connection that does not wait for one answer before it sends the next question. */
export function livePipe(driver: typeof pg, client: pg.Client, cutter: Cutter): LivePipe {
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
    return asked(driver, client, question)
      .catch((thrown: unknown) => {
        throw cutter.why() ?? thrown;
      })
      .finally(() => (open -= 1));
  };
  return {
    ask,
    together: async (all) => {
      stream.cork();
      const answers = all.map(({ sql, parameters }) =>
        ask(parameters ? { text: sql, values: [...parameters], name: nameOf(sql) } : { text: sql }),
      );
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

function asked(driver: typeof pg, client: pg.Client, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const tags: string[] = [];
    const query = new driver.Query(question, (thrown: unknown, result: unknown) => {
      if (!thrown) return resolve({ tags, rows: rowsOf(result) });
      const failed = thrown instanceof Error ? thrown : new Error(describe(thrown));
      reject(Object.assign(failed, { completed: tags.length }));
    });
    keepTags(query as unknown as Told, tags);
    client.query(query);
  });
}

/** What the driver calls for each statement that is done; its types leave it out. */
interface Told {
  handleCommandComplete(said: { readonly text: string }, connection: unknown): void;
}

function keepTags(query: Told, tags: string[]): void {
  const handle = query.handleCommandComplete.bind(query);
  query.handleCommandComplete = (said, connection) => {
    tags.push(said.text);
    handle(said, connection);
  };
}

/** Of several statements, those of the last. */
function rowsOf(result: unknown): Answer["rows"] {
  const last = (Array.isArray(result) ? result.at(-1) : result) as { readonly rows?: Answer["rows"] };
  return last.rows ?? [];
}

function codeOf(thrown: unknown): unknown {
  return (thrown as { readonly code?: unknown } | undefined)?.code;
}
