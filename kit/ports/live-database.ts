import type pg from "pg";
import { Explainable, UserError, describe } from "../errors/user-error.ts";
import { MB } from "./bounded.ts";
import { cutWhenOver } from "./cut-when-over.ts";
import { addressOf, placeOf, withTls } from "./database-address.ts";
import type { Connect } from "./database.ts";
import { livePipe } from "./live-pipe.ts";
import { noAnswer, readWhole } from "./read-whole.ts";

const connectTimeout = 15_000;

/** Bytes that are held of an answer: a ledger keeps the text of every migration, of up to 10 MB each. */
const answerMost = 256 * MB;

/** PostgreSQL over `pg`, loaded on the first call. */
export const connectPostgres: Connect = (url, name) => connect(url, name, { most: answerMost });

/**
 * The same; what is open ends with `signal`, whatever the server does, and gives its reason. Of an answer, and for one
 * message, `most` bytes are held.
 */
export function postgresUntil(signal: AbortSignal, most = answerMost): Connect {
  return (url, name) => connect(url, name, { signal, most });
}

interface Limits {
  readonly signal?: AbortSignal;
  readonly most: number;
}

async function connect(url: string, name: string, { signal, most }: Limits): ReturnType<Connect> {
  const tls = withTls(url);
  const { default: driver } = await import("pg");
  // It reads the files that the address names, such as a certificate.
  const client = await Promise.resolve()
    .then(() => clientOf(driver, tls, name))
    .catch(async (error: unknown) => {
      throw await notConnected(url, error);
    });
  readWhole(client.connection, url, most);
  const cutter = cutWhenOver(signal, () => client.connection.stream.destroy());
  await client.connect().catch(async (error: unknown) => {
    cutter.forget();
    client.connection.stream.destroy();
    if (cutter.why() !== undefined) throw cutter.why();
    throw await notConnected(url, error);
  });
  const { processID: told } = client as { readonly processID?: number | null };
  const { ask, together, close } = livePipe(
    driver,
    client,
    { most, noAnswer: (thrown) => noAnswer(url, most, thrown) },
    cutter,
  );
  return {
    told: told ?? undefined,
    query: async (sql, parameters = []) => (await ask({ text: sql, values: [...parameters] })).rows,
    script: async (sql) => (await ask({ text: sql, rows: false })).tags,
    together,
    close,
  };
}

/** PR411, with what stands in the way; or what was told already. */
async function notConnected(url: string, error: unknown): Promise<Explainable> {
  if (error instanceof Explainable) return error;
  const { whyNotConnected } = await import("./why-not-connected.ts");
  const { what, fix } = whyNotConnected(error, addressOf(url)?.host ?? "");
  return new UserError("PR411", `The database at ${placeOf(url)} ${what}: ${describe(error)}.`, fix, {
    cause: error,
  });
}

function clientOf(driver: typeof pg, url: string, name: string): pg.Client {
  const client = new driver.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    pipeline: true,
  });
  // A connection that breaks while idle would end the process; the next query reports it instead.
  client.on("error", () => undefined);
  return client;
}
