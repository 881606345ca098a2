import { access, constants, realpath } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { type Exec, childEnv } from "./exec.ts";
import { gitPlace } from "./git-place.ts";

interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: string;
  readonly exec: Exec;
}

/** As npm's packages name a machine. */
export function kindOf({ platform, arch }: NodeJS.Process): string {
  return `${platform}-${arch}`;
}

/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
export async function findProgram(
  name: string,
  packed: readonly string[],
  world: World,
): Promise<string | undefined> {
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
  const cwd = dirname(program);
  const place = await gitPlace(cwd);
  if (place === undefined) return false;
  const args = ["ls-files", "--error-unmatch", program];
  const asked = await exec("git", args, { cwd, env: childEnv(env, place), quiet: true }).catch(
    () => undefined,
  );
  return asked?.exitCode === 1;
}
