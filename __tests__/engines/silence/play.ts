import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Ran, Start } from "../../bundle/bundle-child.ts";
import type { Stack } from "../../bundle/stack.ts";
import { type Mood, serveSilent } from "../../support/serve-silent.ts";
import type { At, Service } from "./services.ts";

/** How the process of an action ended, as it wrote itself. */
export interface Ended {
  /** Nothing kept it alive any more; else it was made to end. */
  readonly byItself: boolean;
  readonly left: readonly string[];
  /** From the start of the process to its end. */
  readonly milliseconds: number;
  /** Where each of what still kept it alive was begun. */
  readonly why: readonly string[];
  /** What it had started, and is still at work a moment later. */
  readonly children: readonly string[];
}

interface Left {
  readonly children: readonly Child[];
}

export interface Told {
  readonly ran: Ran;
  readonly ended: Ended | undefined;
}

export interface Waited extends Told {
  readonly limit: number;
  /** How often the silent service was asked: what never came to it proves nothing. */
  readonly asked: number;
}

const preload = resolve(import.meta.dirname, "left-open.js");

/** Runs an action as a runner does, and tells how its process ended. */
export async function runToEnd(stack: Stack, action: string, start: Partial<Start>): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "prism-rollout-left-"));
  const file = join(folder, "left.json");
  const watched = { NODE_OPTIONS: `--import=${preload}`, LEFT_OPEN: file };
  try {
    const ran = await stack.run(action, { ...start, env: { ...start.env, ...watched } });
    if (!existsSync(file)) return { ran, ended: undefined };
    const written = JSON.parse(readFileSync(file, "utf8")) as Omit<Ended, "children"> & Left;
    return { ran, ended: { ...written, children: await whoStays(written.children) } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** So long an action is given; one that did not come to its service by then is given more. */
const limits = [2000, 10_000];

/** Runs an action against a service that keeps it waiting. */
export async function wait(
  { stack, web }: Pick<At, "stack" | "web">,
  service: Service,
  mood: Mood,
): Promise<Waited> {
  let waited: Waited | undefined;
  for (const limit of limits) {
    const silent = await serveSilent(mood);
    try {
      const start = await service.start({ stack, silent, web });
      const inputs = { ...start.inputs, "time-limit": `${limit}ms` };
      const told = await runToEnd(stack, service.action, { ...start, inputs });
      waited = { ...told, limit, asked: silent.asked() };
    } finally {
      await silent.close();
    }
    if (waited.asked > 0) break;
  }
  if (waited === undefined) throw new Error("was not played");
  return waited;
}

/** What of this does not hold, a line each. */
export function problemsOf({ ran, ended, limit, asked }: Waited): readonly string[] {
  const { errors, code } = ran;
  const [error = ""] = errors;
  const late = ended === undefined ? ran.milliseconds : ended.milliseconds;
  return [
    ...(asked === 0 ? [`it never asked: ${error || ran.out.slice(-300)}`] : []),
    ...(late > limit + longestAfter
      ? [`it ended ${late} ms after its start, with a limit of ${limit} ms`]
      : []),
    ...(code === 1 && (errors.length !== 1 || !/^PR\d{3}: /.test(error))
      ? [`it said ${errors.join(" | ")}`]
      : []),
    ...(code === 0 || code === 1 ? [] : [`it ended with ${code}`]),
    ...(/^\s+at .*:\d+:\d+/m.test(ran.out) ? ["it showed a stack trace"] : []),
    ...leftOpen(ended),
  ];
}

const longestAfter = 5000;

/** What an action that has ended should not have left. */
export function leftOpen(ended: Ended | undefined): readonly string[] {
  if (ended === undefined) return ["it was killed before it could say how it ended"];
  return [
    ...(ended.byItself
      ? []
      : [
          `it was made to end after ${ended.milliseconds} ms; open were ${ended.left.join(", ")}: ${ended.why.join("; ") || "(nothing known)"}`,
        ]),
    ...ended.children.map((child) => `it left a child: ${child}`),
  ];
}

/** Who looks after a child of ours ends it when we are gone: that takes a moment. */
const moment = 5000;

interface Child {
  readonly pid: number;
  readonly since: string;
}

async function whoStays(children: readonly Child[]): Promise<readonly string[]> {
  const until = Date.now() + moment;
  for (;;) {
    const found = children.flatMap(atWork);
    if (found.length === 0 || Date.now() > until) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The command line of one that has not ended. */
function atWork({ pid, since }: Child): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[19] !== since) return [];
    return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim().slice(0, 200)];
  } catch {
    return [];
  }
}
