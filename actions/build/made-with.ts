import { scrypt } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { MadeWith } from "../../kit/parts/web/artifact.ts";
import { childEnv } from "../../kit/ports/exec.ts";
import { digest } from "../../kit/release/canonical.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;
type World = Pick<Runtime, "exec" | "env" | "root" | "context" | "signal">;

/**
 * All that makes a build of one commit differ from another one: how it is asked for, with which Node.js, and what it can
 * see: `build-env`, and the files that Vite reads values from, which a step may have written that is in no commit.
 */
export async function madeWith(inputs: Inputs, world: World): Promise<MadeWith> {
  const { source, install, command, output, requiredEnv, workingDirectory, target = null } = inputs;
  const node = await nodeVersion(world);
  const asked = { source, install, command, output, requiredEnv: { ...requiredEnv }, workingDirectory };
  const seen = { ...inputs.buildEnv, ...(await envFiles(world.root)) };
  const values = Object.entries(seen).map(async ([name, value]) => [name, await sumOf(name, value, world)]);
  return {
    target,
    run: world.context.runId,
    settings: digest({ ...asked, node }),
    values: Object.fromEntries(await Promise.all(values)) as Record<string, string>,
  };
}

/** A build may do without Node.js; then it is none for both. */
async function nodeVersion({ exec, env, root: cwd, signal }: World): Promise<string> {
  try {
    const { tail } = await exec("node", ["--version"], { cwd, env: childEnv(env), quiet: true, signal });
    return tail.trim();
  } catch (error) {
    if (error instanceof UserError) return "none";
    throw error;
  }
}

async function envFiles(root: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(root)).filter((name) => /^\.env($|\.)/.test(name)).sort();
  const files = names.map(async (name) => [
    name,
    await readFile(join(root, name), "latin1").catch(() => "no file"),
  ]);
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
}

/** A value may be a secret, and whoever may read the repository's artifacts has all the time to guess it. */
async function sumOf(name: string, value: string, { context }: World): Promise<string> {
  const sum = await promisify<string, string, number, Buffer>(scrypt)(value, `${context.sha} ${name}`, 16);
  return sum.toString("hex");
}
