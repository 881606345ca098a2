import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
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
  /** Ends the server and removes its data; resolves when both are gone. */
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root: then it is `nobody`, by number. */
const nobody = { uid: 65534, gid: 65534 };
const patience = 60_000;

/**
 * Starts the server whose programs are in `bin`. It and its folder are gone when this process is, also after a
 * `kill -9`. Nobody else on the machine can log in: it has a password of its own.
 * @throws {Error} with the server's own words when it does not come up.
 */
export async function startServer(
  bin: string,
  { env, temp }: Pick<Runtime, "env" | "temp">,
): Promise<ShadowServer> {
  const password = randomBytes(18).toString("hex");
  // In a group of its own: what a terminal or runner sends to ours must not end who cleans up behind us.
  const keeper = spawn(process.execPath, ["--input-type=module", "--eval", SERVER_PROGRAM], {
    detached: true,
    env: childEnv(env),
    stdio: ["pipe", "pipe", "ignore"],
  });
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const ended = new Promise<void>((resolve) => {
    keeper.once("error", () => resolve());
    keeper.once("exit", () => resolve());
  });
  const stop = async (): Promise<void> => {
    keeper.stdin.end();
    await ended;
  };
  keeper.stdin.on("error", () => undefined);
  keeper.stdin.write(
    `${JSON.stringify({ bin, temp, password, user, env: { ...childEnv(env), LC_ALL: "C" } })}\n`,
  );
  try {
    const { port, problem } = await firstAnswer(keeper, ended);
    if (port === undefined) throw new Error(problem ?? "it gave no answer");
    const url = (role: string): string => `postgresql://${role}:${password}@127.0.0.1:${port}/postgres`;
    return { adminUrl: url("supabase_admin"), url: url("postgres"), password, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Answer {
  readonly port?: number;
  readonly problem?: string;
}

async function firstAnswer({ stdout }: ChildProcess, ended: Promise<void>): Promise<Answer> {
  if (stdout === null) return {};
  const lines = createInterface({ input: stdout });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await Promise.race([
      new Promise<Answer>((resolve) => lines.once("line", (line) => resolve(JSON.parse(line) as Answer))),
      ended.then((): Answer => ({ problem: "it ended at once" })),
      new Promise<Answer>((resolve) => {
        timer = setTimeout(
          () => resolve({ problem: `it was not ready after ${patience / 1000} s` }),
          patience,
        );
      }),
    ]);
  } finally {
    clearTimeout(timer);
    lines.close();
  }
}
