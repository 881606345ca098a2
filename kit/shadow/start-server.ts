import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { Runtime } from "../action/runtime.ts";
import { childEnv } from "../ports/exec.ts";
import { SERVER_PROGRAM } from "./server-program.ts";

/** A PostgreSQL server for us alone, empty and without durability. */
export interface ShadowServer {
  /** As the superuser `supabase_admin`. */
  readonly adminUrl: string;
  /** As `postgres`, once it has the password. */
  readonly url: string;
  readonly password: string;
  /** Its folder, while it is up. */
  readonly data: string;
  /** Ends the server and removes its data; resolves when both are gone. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it is `nobody`, by number. */
const nobody = { uid: 65534, gid: 65534 };
const patience = 60_000;

/** Fills a server's folder, for the user that the server runs as. */
export type Fill = (data: string, user: { readonly uid: number; readonly gid: number } | undefined) => void;

/**
 * Starts the server whose programs are in `bin`. It and its folder are gone when this process is, also after a
 * `kill -9`. Nobody else on the machine can log in: it has a password of its own. `fill` puts what another server had
 * where an empty one would begin. It ends with `signal`.
 * @throws {Error} with the server's own words when it does not come up.
 */
export async function startServer(
  bin: string,
  { env, temp, signal }: Pick<Runtime, "env" | "temp"> & Partial<Pick<Runtime, "signal">>,
  fill?: Fill,
): Promise<ShadowServer> {
  const password = randomBytes(18).toString("hex");
  const keeper = startKeeper(env);
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const ended = new Promise<void>((resolve) => {
    keeper.once("error", () => resolve());
    keeper.once("exit", () => resolve());
  });
  const letGo = untilOver(keeper, signal);
  const gone = Promise.race([ended, letGo.over]);
  const stop = async (): Promise<void> => {
    keeper.stdin.end();
    await gone;
    letGo.forget();
  };
  const told = answersOf(keeper, gone);
  const seeded = fill !== undefined;
  const given = { bin, temp, password, user, seeded, env: { ...childEnv(env), LC_ALL: "C" } };
  keeper.stdin.on("error", () => undefined);
  keeper.stdin.write(`${JSON.stringify(given)}\n`);
  try {
    if (fill) {
      fill(dataIn(await told.next()), user);
      keeper.stdin.write("filled\n");
    }
    const answer = await told.next();
    const url = (role: string): string =>
      `postgresql://${role}:${password}@127.0.0.1:${answer.port}/postgres`;
    return { adminUrl: url("supabase_admin"), url: url("postgres"), password, data: dataIn(answer), stop };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    told.close();
  }
}

/** When the signal ends, who clears up behind us does so without us. */
function untilOver(
  keeper: ReturnType<typeof startKeeper>,
  signal: AbortSignal | undefined,
): { readonly over: Promise<void>; readonly forget: () => void } {
  let tell = (): void => undefined;
  const over = new Promise<void>((resolve) => (tell = resolve));
  const leave = (): void => {
    keeper.stdin.end();
    keeper.stdout.destroy();
    keeper.unref();
    tell();
  };
  if (signal?.aborted) leave();
  signal?.addEventListener("abort", leave, { once: true });
  return { over, forget: () => signal?.removeEventListener("abort", leave) };
}

function startKeeper(env: Runtime["env"]) {
  // In a group of its own: what a terminal or runner sends to ours must not end who cleans up behind us.
  return spawn(process.execPath, ["--input-type=module", "--eval", SERVER_PROGRAM], {
    detached: true,
    env: childEnv(env),
    stdio: ["pipe", "pipe", "ignore"],
  });
}

interface Answer {
  readonly port?: number;
  readonly data?: string;
  readonly problem?: string;
}

function dataIn({ data, problem }: Answer): string {
  if (data === undefined) throw new Error(problem ?? "it gave no answer");
  return data;
}

/** What the keeper says, one after the other, as long as our patience lasts. */
function answersOf({ stdout }: ChildProcess, ended: Promise<void>) {
  const lines = createInterface({ input: stdout ?? Readable.from([]) });
  const said = lines[Symbol.asyncIterator]();
  return {
    next: async (): Promise<Answer> => {
      let timer: NodeJS.Timeout | undefined;
      try {
        return await Promise.race([
          said.next().then((line): Answer => (line.done ? {} : (JSON.parse(line.value) as Answer))),
          ended.then((): Answer => ({ problem: "it ended at once" })),
          new Promise<Answer>((resolve) => {
            const problem = `it was not ready after ${patience / 1000} s`;
            timer = setTimeout(() => resolve({ problem }), patience);
          }),
        ]);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => lines.close(),
  };
}
