import { rm } from "node:fs/promises";
import type { Runtime } from "../action/runtime.ts";
import { inShort } from "../errors/first-of.ts";
import type { RunnableFunction } from "../parts/functions/deno/functions-to-run.ts";
import type { Visitor } from "../shadow/visitor.ts";
import { copyStates, databasesOf } from "./copies.ts";
import type { Engines } from "./engines.ts";
import { startKeeper } from "./keeper.ts";
import { findBlame } from "./blame.ts";
import type { Outcome, Probe } from "./probes.ts";
import { type Setting, openStage, stageFolder } from "./stage.ts";
import { endingAfter } from "../ports/ending-after.ts";

type World = Pick<Runtime, "clock" | "connect" | "env" | "http" | "log" | "signal" | "temp">;

/** What is tried, and with what. */
export interface Trial {
  readonly engines: Engines;
  readonly modules: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly live: readonly RunnableFunction[];
  /** Undefined where the release changes no function. */
  readonly wanted: readonly RunnableFunction[] | undefined;
  readonly probes: readonly Probe[];
  /** How many pending files there are. */
  readonly pending: number;
  /** Milliseconds for all of it. */
  readonly limit: number;
}

/** A state that the chain, or its way back, passes through. */
export type StateName = "before" | "migrated" | "deployed";

export interface Row {
  readonly probe: string;
  readonly outcomes: Readonly<Partial<Record<StateName, Outcome>>>;
}

/** A probe that passed before and fails once the pending files have run, with the live functions. */
export interface Break {
  readonly probe: string;
  readonly why: string;
  /** The pending file (from 0) by which it does; undefined where that was not found out. */
  readonly file: number | undefined;
}

export interface Played {
  readonly states: readonly StateName[];
  readonly rows: readonly Row[];
  readonly breaks: readonly Break[];
  /** Live functions that do not serve on the shadow, with the reason: nothing is proven of them. */
  readonly silent: ReadonlyMap<string, string>;
}

/** What was played, or why nothing was. */
export type Matrix = Played | { readonly because: string };

export interface MatrixVisit extends Visitor {
  /** After the replay; undefined where there was none. */
  found(): Matrix | undefined;
}

/**
 * Runs the live functions and the probes on copies of a shadow, in every state that the chain passes through. What
 * keeps it from running is said; it takes no longer than its limit, and a little to end what it has started.
 */
export function matrixVisit(trial: Trial, world: World): MatrixVisit {
  const copies = copyStates(trial.pending);
  const kept: { matrix?: Matrix } = {};
  return {
    ...copies.visitor,
    async done(server) {
      const problem = copies.problem();
      kept.matrix =
        problem === undefined
          ? await run(trial, databasesOf(server, copies, world.connect), world)
          : { because: problem };
    },
    found() {
      const problem = copies.problem();
      return kept.matrix ?? (problem === undefined ? undefined : { because: problem });
    },
  };
}

async function run(trial: Trial, databases: ReturnType<typeof databasesOf>, world: World): Promise<Matrix> {
  const folder = await stageFolder(world.temp);
  const keeper = startKeeper(world.env);
  const limit = endingAfter(trial.limit, world.signal);
  let numbers = 0;
  const next = (): number => (numbers += 1);
  const { engines, modules, env } = trial;
  const setting: Setting = { engines, keeper, folder, modules, env, world, signal: limit, next };
  const stop = (): void => void keeper.stop();
  limit.addEventListener("abort", stop, { once: true });
  try {
    return await rowsOf(trial, { setting, databases });
  } catch (error) {
    return { because: whyNot(error, trial, { setting }) };
  } finally {
    limit.removeEventListener("abort", stop);
    await keeper.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

function whyNot(error: unknown, { limit }: Trial, { setting }: Pick<Theatre, "setting">): string {
  if (setting.signal.aborted) return `it was not done after ${limit / 1000} s`;
  return inShort(error);
}

export interface Theatre {
  readonly setting: Setting;
  readonly databases: { of(state: number): Promise<string> };
}

async function rowsOf(trial: Trial, theatre: Theatre): Promise<Matrix> {
  const { live, wanted, probes, pending } = trial;
  const { outcomes: before, silent } = await play(theatre, { state: 0, functions: live, probes });
  const attempt = (scene: Scene): Promise<readonly Outcome[]> =>
    play(theatre, scene).then(
      ({ outcomes }) => outcomes,
      (error: unknown) => scene.probes.map(() => ({ is: "unknown", why: whyNot(error, trial, theatre) })),
    );
  const migrated = await attempt({ state: pending, functions: live, probes });
  const deployed = wanted && (await attempt({ state: pending, functions: wanted, probes }));
  const rows = probes.map(({ name }, index): Row => {
    const outcomes = { before: before[index], migrated: migrated[index], deployed: deployed?.[index] };
    return { probe: name, outcomes: defined(outcomes) };
  });
  const broken = probes.filter((_, index) => before[index]?.is === "pass" && migrated[index]?.is === "fail");
  const blame = await findBlame(broken, pending, (state, some) =>
    attempt({ state, functions: live, probes: some }),
  );
  const breaks = broken.map((probe): Break => {
    const outcome = migrated[probes.indexOf(probe)];
    const why = outcome && "why" in outcome ? outcome.why : "";
    return { probe: probe.name, why, file: blame.get(probe) };
  });
  const states = ["before", "migrated", ...(deployed ? (["deployed"] as const) : [])] as const;
  return { states, rows, breaks, silent };
}

function defined(outcomes: Readonly<Record<StateName, Outcome | undefined>>): Row["outcomes"] {
  return Object.fromEntries(Object.entries(outcomes).filter(([, outcome]) => outcome !== undefined));
}

export interface Scene {
  readonly state: number;
  readonly functions: readonly RunnableFunction[];
  readonly probes: readonly Probe[];
}

/** Asks all probes of one state, one after the other: they share its data. What fails is asked once more. */
async function play(
  { setting, databases }: Theatre,
  { state, functions, probes }: Scene,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly silent: ReadonlyMap<string, string> }> {
  const stage = await openStage(setting, `${state}-${setting.next()}`, await databases.of(state), functions);
  try {
    const outcomes: Outcome[] = [];
    for (const probe of probes) {
      const first = await probe.ask(stage, setting);
      outcomes.push(first.is === "fail" ? await probe.ask(stage, setting) : first);
    }
    return { outcomes, silent: stage.broken };
  } finally {
    await stage.close();
  }
}
