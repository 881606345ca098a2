import { access, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import { engines as enginesOf } from "../../../compatibility/fetch-engines.ts";
import { type Matrix, matrixVisit } from "../../../compatibility/matrix.ts";
import { type Probe, healthProbe, journeyProbe } from "../../../compatibility/probes.ts";
import type { RunnableFunctions } from "../../functions/deno/functions-to-run.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { Visitor } from "../../../shadow/visitor.ts";
import { moduleGraph } from "../../functions/imports/module-graph.ts";
import { repositoryOf } from "../../functions/declared/inspect-wanted.ts";
import type { FunctionSource } from "../../functions/declared/source.ts";

interface Inputs {
  readonly journeys: readonly string[];
  readonly journeyEnv: Readonly<Record<string, string>>;
  readonly journeyLimit: number;
  readonly compatibility: "auto" | "installed";
  readonly shadowRegistry: string | undefined;
}

type World = Pick<
  Runtime,
  "clock" | "connect" | "env" | "exec" | "http" | "log" | "root" | "signal" | "temp"
>;

/** Who tries the live code on the replay, and what came of it. */
export interface LiveCode {
  readonly visitor?: Visitor;
  found(): Matrix;
  /** Takes away what was fetched for it. */
  end?(): Promise<void>;
}

/**
 * Prepares to run the live functions and the declared journeys on the shadow. Undefined where nothing is declared that
 * could be run. @throws {UserError} PR105 for a journey that is not there.
 */
export async function tryLiveCode(
  inputs: Inputs,
  pending: number,
  functions: (() => Promise<RunnableFunctions>) | undefined,
  world: World,
): Promise<LiveCode | undefined> {
  const journeys = await Promise.all(inputs.journeys.map((path) => readJourney(path, world)));
  const declared = await functions?.().catch((error: unknown) => describe(error));
  if (typeof declared === "string") return notRun(`the functions cannot be read: ${declared}`);
  const { live = [], wanted, healthRequest = {} } = declared ?? {};
  const probes: readonly Probe[] = [
    ...inputs.journeys.map((path, index) => journeyProbe(path, journeys[index] as FunctionSource)),
    ...live
      .filter(({ slug }) => Object.hasOwn(healthRequest, slug))
      .map(({ slug }) => healthProbe(slug, healthRequest, world)),
  ];
  if (probes.length === 0) return undefined;
  const engines = await enginesOf(inputs, world);
  if ("because" in engines) return notRun(engines.because);
  const modules = await nodeModules(world.root);
  const { journeyEnv: env, journeyLimit: limit } = inputs;
  const trial = { engines, modules, env, live, wanted, probes, pending, limit };
  const visit = matrixVisit(trial, world);
  return {
    visitor: visit,
    end: engines.end,
    found: () => visit.found() ?? { because: "there is no shadow server that it could ask" },
  };
}

function notRun(because: string): LiveCode {
  return { found: () => ({ because }) };
}

/** A journey with all that it imports. */
async function readJourney(path: string, world: World): Promise<FunctionSource> {
  const entrypoint = resolve(world.root, path);
  await access(entrypoint).catch((error: unknown) => {
    const fix = "Name it by `journeys` in the migrate section; it starts at `working-directory`.";
    throw new UserError("PR105", `The journey ${path} is not there.`, fix, { cause: error });
  });
  const read = await moduleGraph(
    entrypoint,
    { map: undefined, statics: [] },
    { slug: path, root: repositoryOf(world) },
  );
  const home = dirname(entrypoint);
  const short = (file: string): string => relative(home, file).replaceAll("\\", "/");
  const files = read.map((file) => ({ path: short(file.path), content: file.content }));
  return { files, entrypoint: short(entrypoint), importMap: null };
}

/** The nearest folder of installed packages; what they do is kept in by Deno. */
async function nodeModules(root: string): Promise<string | undefined> {
  for (let folder = root; ; folder = dirname(folder)) {
    const found = await realpath(join(folder, "node_modules")).catch(() => undefined);
    if (found !== undefined) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
