import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { EnvProof } from "../../kit/parts/web/artifact.ts";
import { lastLines } from "../../kit/parts/web/run-command.ts";
import type { ViteRun } from "./observe-vite.ts";

type Required = Readonly<Record<string, string>>;

interface Answer {
  readonly exposed: boolean;
  readonly value: string | null;
  readonly source: string;
}

// Runs where the build ran, with its environment and its own Vite. What `define` sets wins over the environment.
const question = `
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
const { entry, args, names, answer } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const require = createRequire(entry);
const vite = await import(pathToFileURL(require.resolve(require("../package.json").name)));
const flag = (...known) => {
  for (const [index, arg] of args.entries()) {
    if (known.includes(arg)) return args[index + 1];
    const name = known.find((one) => arg.startsWith(one + "="));
    if (name) return arg.slice(name.length + 1);
  }
};
const after = args[args.indexOf("build") + 1] ?? "-";
const inline = { configFile: flag("--config", "-c"), mode: flag("--mode", "-m"), logLevel: "silent" };
if (!after.startsWith("-")) inline.root = after;
const config = await vite.resolveConfig(inline, "build", "production", "production");
const prefixes = [config.envPrefix ?? "VITE_"].flat();
const files = config.envDir === false ? [] : [".env." + config.mode + ".local", ".env." + config.mode, ".env.local", ".env"];
const holds = (file, name) =>
  existsSync(file) && new RegExp("^\\\\s*(?:export\\\\s+)?" + name + "\\\\s*[=:]", "m").test(readFileSync(file, "utf8"));
const sourceOf = (name) => {
  if (Object.hasOwn(process.env, name)) return "the environment of the build";
  const file = files.find((one) => holds(join(config.envDir || config.root, one), name));
  return file ?? "the Vite configuration";
};
const text = (value) => (typeof value === "string" ? value : value === undefined ? null : JSON.stringify(value));
const defined = (raw) => {
  try { return text(typeof raw === "string" ? JSON.parse(raw) : raw); } catch { return String(raw); }
};
const result = {};
for (const name of names) {
  const own = config.define?.["import.meta.env." + name];
  if (own !== undefined) result[name] = { exposed: true, value: defined(own), source: "define in the Vite configuration" };
  else {
    const value = text(Object.hasOwn(config.env, name) ? config.env[name] : undefined);
    const exposed = value !== null || prefixes.some((prefix) => name.startsWith(prefix));
    result[name] = { exposed, value, source: value === null ? "nowhere" : sourceOf(name) };
  }
}
writeFileSync(answer, JSON.stringify(result));
`;

/**
 * What the build really saw of each required variable, by the user's own Vite configuration: resolved again
 * with the arguments, the folder and the environment of every `vite build` that ran.
 */
export async function proveEnv(
  world: Pick<Runtime, "exec" | "signal" | "temp">,
  required: Required,
  runs: readonly ViteRun[],
): Promise<Readonly<Record<string, EnvProof>>> {
  const names = Object.keys(required);
  if (names.length === 0) return {};
  if (runs.length === 0) return unverifiable(required, "no `vite build` was seen during the build");
  const answers: Record<string, Answer>[] = [];
  for (const run of runs) {
    const answer = await ask(world, run, names);
    if (typeof answer === "string") return unverifiable(required, answer);
    answers.push(answer);
  }
  return Object.fromEntries(names.map((name) => [name, proofOf(name, required[name] ?? "", answers)]));
}

/** Of several builds, the one that saw another value decides. */
function proofOf(name: string, required: string, answers: readonly Record<string, Answer>[]): EnvProof {
  const all = answers.map((answer) => heldIn(answer, name)).filter((answer) => answer !== undefined);
  const seen = all.filter((answer) => answer.exposed);
  const decisive = seen.find((answer) => answer.value !== required) ?? seen[0];
  if (decisive === undefined || all.length !== answers.length) {
    return {
      required,
      value: null,
      proof: "unverifiable",
      source: "not among the variables that Vite exposes",
    };
  }
  return { required, value: decisive.value, proof: "vite", source: decisive.source };
}

/** A configuration is a program of the user's: it may never end. */
const patience = 120_000;

async function ask(
  { exec, signal, temp }: Pick<Runtime, "exec" | "signal" | "temp">,
  { entry, args, cwd, env }: ViteRun,
  names: readonly string[],
): Promise<Record<string, Answer> | string> {
  const folder = join(temp, "prism-rollout", "vite-env");
  const [script, input, answer] = ["ask.mjs", "input.json", "answer.json"].map((name) => join(folder, name));
  if (script === undefined || input === undefined || answer === undefined) return "no place to ask from";
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(script, question);
    await writeFile(input, JSON.stringify({ entry, args, names, answer }));
    const { exitCode, tail } = await exec("node", [script, input], {
      cwd,
      env,
      quiet: true,
      limit: patience,
      signal,
    });
    if (exitCode !== 0) return `its Vite configuration could not be resolved again: ${lastLines(tail, 3)}`;
    return JSON.parse(await readFile(answer, "utf8")) as Record<string, Answer>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function unverifiable(required: Required, source: string): Readonly<Record<string, EnvProof>> {
  return Object.fromEntries(
    Object.entries(required).map(([name, value]) => [
      name,
      { required: value, value: null, proof: "unverifiable" as const, source },
    ]),
  );
}
