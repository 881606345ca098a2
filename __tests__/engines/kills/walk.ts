import { isDeepStrictEqual } from "node:util";
import { keepRow } from "./keep-row.ts";
import { type Course, type Left, judgeLeft } from "./course.ts";
import { type Boundary, boundariesOf } from "./door.ts";
import type { Act, Done } from "./act.ts";
import { type Met, type Saved, type Scene, inScene } from "./scene.ts";
import type { Way } from "./ways.ts";

/** A process that is ended at each of its calls, and what must hold then. */
export interface Walk {
  readonly start: Saved;
  /** What GitHub knows of the run when the process starts. */
  ready(scene: Scene): void;
  readonly act: Act;
  /** What it has asked for when it was let through. */
  readonly calls: readonly string[];
  readonly functions: Course;
  /** What all domains may be at. */
  readonly web: readonly Met["web"][];
  /** What may stand in the database; undefined where that is as it must be. */
  readonly schema?: (found: readonly string[]) => string | undefined;
  /** What may be done after the end; each says "held", or what is wrong. */
  readonly ends: Readonly<Record<string, End>>;
  /** Times at which it is ended beside its calls, in ms since its start. */
  readonly times?: readonly number[];
}

export interface End {
  /** Only where a write was carried out, and not answered. */
  readonly afterWrites?: true;
  /** How the process is ended before this; by SIGKILL, if nobody says. */
  readonly ways?: readonly Way[];
  hold(scene: Scene, killed: Done, way: Way): Promise<string>;
}

/** Where and how a process was ended, and what was done then. */
interface Case {
  readonly at: Boundary | { readonly milliseconds: number };
  readonly way: Way;
  readonly end: string;
}

/** What became of the cases: how many were tried, and each that did not hold. */
export interface Walked {
  readonly boundaries: number;
  /** All that there are. */
  readonly cases: number;
  readonly chosen: number;
  /** Those whose boundary the run came to: it polls, so that now and then one has fewer calls. */
  readonly tried: number;
  /** How many ended in the window that has a name. */
  readonly windows: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** Which of the cases are tried: so many, from one on that `seed` says; undefined are all. */
export interface Part {
  readonly most: number | undefined;
  readonly seed: number;
  /** Words of what a case is called where it fails: those alone. */
  readonly only: string;
}

export async function walk(of: Walk, { most, seed, only }: Part): Promise<Walked> {
  const boundaries = boundariesOf(of.calls);
  const times = (of.times ?? []).map((milliseconds) => ({ milliseconds }));
  const all = [...boundaries, ...times].flatMap((at) => casesAt(of, at));
  const cases = all.filter((one) => nameOf(of, one).includes(only));
  const waiting = chosenOf(cases, most, seed);
  const chosen = waiting.length;
  const windows: Record<string, number> = {};
  const failures: string[] = [];
  let tried = 0;
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const came = await hold(of, next).catch((error: unknown) => ({ problem: String(error) }));
      if (came === "not reached") continue;
      tried += 1;
      if ("window" in came && came.window !== undefined)
        windows[came.window] = (windows[came.window] ?? 0) + 1;
      if (came.problem !== undefined) failures.push(`${nameOf(of, next)}: ${came.problem}`);
    }
  };
  // A process waits about as long as it works.
  await Promise.all([worker(), worker()]);
  return { boundaries: boundaries.length, cases: all.length, chosen, tried, windows, failures };
}

function nameOf({ calls }: Walk, { at, way, end }: Case): string {
  const where =
    "call" in at
      ? `${at.moment} call ${at.call} (${calls[at.call]?.slice(0, longestCall)})`
      : `after ${at.milliseconds} ms`;
  return `${way} ${where}, then ${end}`;
}

/** A query of the logs is longer than anybody reads. */
const longestCall = 140;

const asBefore: readonly Way[] = ["killed"];

function casesAt({ ends }: Walk, at: Case["at"]): readonly Case[] {
  return Object.entries(ends).flatMap(([end, { afterWrites, ways = asBefore }]): readonly Case[] =>
    afterWrites === true && "moment" in at && at.moment === "before"
      ? []
      : ways.map((way): Case => ({ at, way, end })),
  );
}

/** Spread over all of them, and others on another day. */
function chosenOf(cases: readonly Case[], most: number | undefined, seed: number): Case[] {
  if (most === undefined || most >= cases.length) return [...cases];
  const step = cases.length / most;
  return Array.from({ length: most }, (_, index) => (Math.floor(index * step) + seed) % cases.length).flatMap(
    (index) => cases[index] ?? [],
  );
}

async function hold(
  { start, ready, act, functions, web, schema, ends }: Walk,
  { at, way, end }: Case,
): Promise<"not reached" | { readonly window?: string; readonly problem?: string }> {
  return await inScene(start, async (scene) => {
    ready(scene);
    const killed = await scene.act({ ...act, at, way });
    if (!killed.reached) return "not reached";
    const met = await scene.met();
    const left = judgeLeft(functions, killed.carried, met.functions);
    const seen = left.problem === undefined ? { ...left, ...judgeWeb(met.web, web, scene) } : left;
    if (seen.problem !== undefined) return seen;
    const wrong = schema?.(await scene.schema());
    if (wrong !== undefined) return { ...seen, problem: wrong };
    const came = await ends[end]?.hold(scene, killed, way);
    return came === "held" ? seen : { ...seen, problem: came ?? "nothing was done then" };
  });
}

/** All domains are at one deployment, or the host is moving them at this moment: it does so one after the other. */
function judgeWeb(domains: Met["web"], all: Walk["web"], scene: Scene): Left {
  if (all.some((one) => isDeepStrictEqual(domains, one))) return {};
  const isKnown = Object.entries(domains).every(([name, at]) => all.some((one) => one[name] === at));
  const isMoving = scene
    .state()
    .vercel.projects.some(({ aliasJob }) => aliasJob?.jobStatus === "in-progress");
  if (isKnown && isMoving) return { window: "domains that the host is moving" };
  return { problem: `the domains are at ${JSON.stringify(domains)}` };
}

/** One line a walk, for whoever reads the log: also where all held. */
export function say(what: string, walked: Walked, seed: number): void {
  const { tried, boundaries, cases, chosen, windows, failures } = walked;
  const held = tried - failures.length;
  keepRow({ name: what, places: boundaries, cases, chosen, tried, held });
  const named = Object.entries(windows).map(([name, count]) => `, ${count} with ${name}`);
  const line = `kill walk, ${what}: ${boundaries} boundaries, ${tried} tried, ${held} held${named.join("")} (seed ${seed})`;
  process.stdout.write(`${[line, ...failures].join("\n  ")}\n`);
}
