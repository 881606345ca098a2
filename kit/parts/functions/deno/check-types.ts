import { mkdtemp, rm } from "node:fs/promises";
import { join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { childEnv } from "../../../ports/exec.ts";
import { findDeno, lastWords } from "./find-deno.ts";
import { inParallel } from "../change/in-parallel.ts";
import type { FunctionsInputs } from "../inputs.ts";
import type { WantedFunction } from "../declared/inspect-wanted.ts";
import { type LaidOut, layOut } from "./lay-out.ts";

type World = Pick<Runtime, "env" | "root" | "temp" | "exec" | "log" | "signal">;
type Inputs = Pick<FunctionsInputs, "denoCheck" | "functionsDirectory">;

/** For all that Deno has to fetch and to look at. */
const limit = 120_000;

/**
 * Has Deno check the types of the changed functions, just as they would be sent. Gives what could not be told, a
 * sentence each: that there is no Deno, or that it could not fetch what they import.
 * @throws {UserError} PR444 with file and line of each error that Deno finds.
 */
export async function checkTypes(
  inputs: Inputs,
  changed: readonly WantedFunction[],
  world: World,
): Promise<readonly string[]> {
  if (inputs.denoCheck === "off" || changed.length === 0) return [];
  const deno = await findDeno(world);
  if (deno === undefined)
    return ["there is no Deno on this machine: the types of the changed functions were not checked"];
  const folder = await mkdtemp(join(world.temp, "prism-rollout-check-"));
  try {
    const groups = await layOutGroups(changed, folder);
    const found = await world.log.group("deno check", () =>
      inParallel(groups, (group) => check(deno, group, inputs, world), 2),
    );
    const errors = found.flatMap((one) => one.errors);
    if (errors.length > 0) throw refused(errors);
    return found.flatMap((one) => one.doubts);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Group {
  readonly functions: readonly { readonly slug: string; readonly laid: LaidOut }[];
  readonly flags: readonly string[];
}

/** Functions without an import map are checked at once; each other one by itself, under its own. */
async function layOutGroups(changed: readonly WantedFunction[], folder: string): Promise<readonly Group[]> {
  const all = await Promise.all(
    changed.map(async ({ slug, source }) => ({
      slug,
      laid: await layOut(source, join(folder, slug), undefined),
      mapped: source.importMap !== null,
    })),
  );
  const plain = all.filter(({ mapped }) => !mapped);
  const mapped = all.filter((one) => one.mapped);
  return [...(plain.length === 0 ? [] : [plain]), ...mapped.map((one) => [one])].map((functions) => ({
    functions,
    flags: functions[0]?.laid.flags ?? [],
  }));
}

interface Checked {
  readonly errors: readonly string[];
  readonly doubts: readonly string[];
}

async function check(
  deno: string,
  { functions, flags }: Group,
  { functionsDirectory }: Inputs,
  { env, exec, signal, root }: World,
): Promise<Checked> {
  const names = functions.map(({ slug }) => slug).join(", ");
  const entrypoints = functions.map(({ laid }) => laid.entrypoint);
  // Supabase reads no configuration but the function's own.
  const alone = flags.some((flag) => flag.startsWith("--config")) ? [] : ["--no-config"];
  const { exitCode, tail, stopped } = await exec(
    deno,
    ["check", "--quiet", "--no-lock", "--allow-import", ...alone, ...flags, ...entrypoints],
    {
      cwd: functions[0]?.laid.root ?? root,
      env: childEnv(env, { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", DENO_NO_PROMPT: "1" }),
      quiet: true,
      limit,
      signal,
    },
  );
  signal.throwIfAborted();
  if (exitCode === 0) return { errors: [], doubts: [] };
  if (stopped !== undefined)
    return { errors: [], doubts: [`deno check of ${names} took longer than ${limit / 1000} s: not told`] };
  const errors = errorsIn(tail, (place) => placed(place, functions, functionsDirectory));
  if (errors.length > 0) return { errors, doubts: [] };
  return { errors: [], doubts: [`deno check of ${names} could not be made: ${lastWords(tail)}`] };
}

/** Deno's errors, each with its place. What it could not fetch is none: that may be this machine's fault. */
export function errorsIn(tail: string, place: (url: string) => string | undefined): readonly string[] {
  const lines = tail.split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const what =
      /^(TS\d+) \[ERROR\]: (.*)/.exec(line) ??
      /^error: (SyntaxError|The module's source code could not be parsed): (.*)/.exec(line);
    if (what === null) return [];
    const at = lines.slice(index).find((one) => /file:\/\/\S+:\d+:\d+/.test(one));
    const url = /file:\/\/\S+:\d+:\d+/.exec(at ?? "")?.[0];
    const where = url === undefined ? undefined : place(url);
    const text = (what[2] ?? "").replace(/ at file:\/\/\S+$/, "");
    return [`${where ?? "?"}: ${text}${what[1]?.startsWith("TS") ? ` (${what[1]})` : ""}`];
  });
}

/** Undefined for what names no file of this machine, as `file://host/…`. */
function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

/** `supabase/functions/hello/index.ts:3:5` for the place in the copy. */
function placed(url: string, functions: Group["functions"], directory: string): string | undefined {
  const [, file = "", line = ""] = /^(file:\/\/.*?)(:\d+:\d+)$/.exec(url) ?? [];
  const path = pathOf(file);
  if (path === undefined) return undefined;
  for (const { slug, laid } of functions) {
    if (!path.startsWith(`${laid.root}/`)) continue;
    const own = relative(laid.home, path).replaceAll("\\", "/");
    return `${posix.join(directory.replaceAll("\\", "/"), slug, own)}${line}`;
  }
  return undefined;
}

function refused(errors: readonly string[]): UserError {
  const shown = errors.slice(0, 5);
  const more = errors.length > shown.length ? `; and ${errors.length - shown.length} more` : "";
  return new UserError(
    "PR444",
    `Deno finds errors in the functions: ${shown.join("; ")}${more}. Nothing was changed.`,
    "Mend them: `deno check` on the entrypoint shows the same. `deno-check: off` deploys without it; the platform " +
      "does not look at types.",
  );
}
