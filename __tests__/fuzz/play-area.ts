import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Order } from "./child.ts";
import type { Played } from "./play.ts";

export interface AreaPlayed {
  readonly area: string;
  readonly played: readonly Played[];
  readonly seconds: number;
}

type Asked = Pick<Order, "area" | "only" | "seed" | "cases">;

/** Nothing is heard of a process for so long: then it hangs. Far more than a case takes on a busy machine. */
const silence = 40_000;
const program = join(import.meta.dirname, "child.ts");
const loader = join(import.meta.dirname, "../rehearsal/engines/run-typescript.mjs");

/**
 * Plays an area in a process that has little memory, and is ended where a case does not end. One that is lost is said
 * with the case that it was at, and another process goes on behind that reading.
 */
export async function playArea(
  asked: Asked,
  folder: string,
  say: (line: string) => void,
): Promise<AreaPlayed> {
  const began = Date.now();
  const played: Played[] = [];
  for (let round = 1; ; round += 1) {
    const own = join(folder, `${asked.area}-${round}`);
    mkdirSync(own);
    const noteIn = join(own, "case");
    const done = played.map(({ name }) => name);
    const { ended, out } = await run({ ...asked, done, noteIn }, own, (one) => {
      played.push(one);
      if (one.problem !== undefined) say(`${asked.area}: ${one.name} does not hold`);
    });
    if (ended === "well") break;
    const [name, number] = lastCase(noteIn);
    if (name === undefined || played.some((one) => one.name === name)) {
      played.push({
        ...lost(`${asked.area}, outside of all cases`, 0),
        problem: `${ended}\n${out.slice(-2000)}`,
      });
      break;
    }
    const { given } = await run({ ...asked, done, noteIn, show: { name, number } }, own, () => undefined);
    say(`${asked.area}: ${name} does not hold`);
    const problem = `${ended} in case ${number} (of seed ${asked.seed})\n${out.slice(-800)}\n  given: ${given ?? "(unknown)"}`;
    played.push({ ...lost(name, number), problem });
  }
  return { area: asked.area, played, seconds: (Date.now() - began) / 1000 };
}

function lost(name: string, number: number): Played {
  return { name, tried: number + 1, held: number, seconds: 0 };
}

function lastCase(noteIn: string): readonly [string | undefined, number] {
  try {
    return JSON.parse(readFileSync(noteIn, "utf8")) as [string, number];
  } catch {
    return [undefined, 0];
  }
}

interface Ran {
  /** `well`, or what became of it. */
  readonly ended: string;
  readonly out: string;
  readonly given?: string;
}

async function run(order: Order, temp: string, hear: (one: Played) => void): Promise<Ran> {
  const child = fork(program, [JSON.stringify(order)], {
    execArgv: ["--no-warnings", "--max-old-space-size=640", "--import", loader],
    env: { ...process.env, TMPDIR: temp },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  let out = "";
  let given: string | undefined;
  const keep = (data: Buffer): void => void (out = (out + data.toString()).slice(-20_000));
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.on("message", (message: Played | { readonly shown: string }) => {
    if ("shown" in message) given = message.shown;
    else hear(message);
  });
  const watch = watching(child, order.noteIn);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((closed) =>
    child.on("close", (...how) => closed(how)),
  );
  watch.end();
  const how = watch.hung() ? `nothing was heard for ${silence / 1000} s` : `ended with ${signal ?? code}`;
  return { ended: code === 0 ? "well" : how, out, ...(given === undefined ? {} : { given }) };
}

/** Ends a process, and all that it started, when it is at the same case for too long. */
function watching(child: ChildProcess, noteIn: string): { end(): void; hung(): boolean } {
  let [last, since, hung] = ["", Date.now(), false];
  const timer = setInterval(() => {
    const [name, number] = lastCase(noteIn);
    const now = `${name} ${number}`;
    if (now !== last) [last, since] = [now, Date.now()];
    if (Date.now() - since < silence || hung) return;
    hung = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, 1000);
  return { end: () => clearInterval(timer), hung: () => hung };
}
