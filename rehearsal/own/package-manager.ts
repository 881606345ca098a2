import { access, chmod, constants, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { type PackageManager, packageManagerOf } from "../../kit/parts/checks/package-scripts.ts";
import type { Machine } from "./machine.ts";
import { runLine } from "./run-line.ts";

/** What npm knows a package manager as, and its version. */
interface Wanted {
  readonly name: Exclude<PackageManager, "npm">;
  /** `pnpm@10`, for `npm install`. */
  readonly packed: string;
}

/**
 * Sees to it that jobs find the package manager of a stack. One that the machine has not is installed for this rehearsal
 * alone: a runner's `corepack enable` would write into the folders of the person who rehearses. Gives what is to be said.
 */
export async function providePackageManager(
  stack: string,
  folder: string,
  { env, bin }: Machine,
): Promise<string | undefined> {
  const wanted = await wantedOf(stack);
  if (wanted === undefined || (await isFound(wanted.name, env["PATH"] ?? ""))) return undefined;
  const { name, packed } = wanted;
  const own = join(folder, "package-manager");
  await mkdir(own, { recursive: true });
  // Without its script bun has no program; newer versions of npm ask for leave.
  await writeFile(join(own, "package.json"), JSON.stringify({ private: true, allowScripts: { bun: true } }));
  const flags = "--no-save --no-audit --no-fund --loglevel=error";
  const { code, tail } = await runLine(`npm install --prefix . ${flags} ${packed}`, own, env);
  const program = join(own, "node_modules", ".bin", name);
  if (code === 0 && (await isFound(name, dirname(program)))) {
    await symlink(program, join(bin, name));
    return `${name} is not on this machine: ${packed} was installed from npm for this rehearsal alone.`;
  }
  const says = `${name} is not on this machine, and npm did not give ${packed}: install ${name}, then rehearse again.`;
  await writeFile(join(bin, name), `#!/bin/sh\necho '${says}' >&2\nexit 127\n`);
  await chmod(join(bin, name), 0o755);
  return `${says} npm said: ${tail.replaceAll(/\s+/g, " ").slice(-300)}`;
}

async function wantedOf(stack: string): Promise<Wanted | undefined> {
  const name = await packageManagerOf(stack);
  if (name === "npm") return undefined;
  const manifest = await nearest(stack, "package.json", (text) => /"packageManager"\s*:/.test(text));
  const declared = /"packageManager"\s*:\s*"(pnpm|yarn|bun)@(\d[\w.-]*)/.exec(manifest ?? "");
  const version = declared?.[1] === name ? declared[2] : undefined;
  if (name === "pnpm") return { name, packed: `pnpm@${version ?? (await pnpmFor(stack))}` };
  if (name === "bun") return { name, packed: `bun@${version ?? "1"}` };
  const lock = await nearest(stack, "yarn.lock", () => true);
  const isClassic = version?.startsWith("1.") ?? lock?.includes("# yarn lockfile v1") ?? false;
  // npm's package `yarn` ends with version 1.
  return { name, packed: isClassic ? `yarn@${version ?? "1"}` : `@yarnpkg/cli-dist@${version ?? "4"}` };
}

/** The newest that writes a lock file as it is: 10 leaves that of 9 as it is. */
async function pnpmFor(stack: string): Promise<string> {
  const lock = await nearest(stack, "pnpm-lock.yaml", () => true);
  const version = Number(/^lockfileVersion:\s*'?(\d+)/m.exec(lock ?? "")?.[1] ?? "9");
  if (version >= 9) return "10";
  return version >= 6 ? "8" : "7";
}

async function nearest(
  stack: string,
  name: string,
  is: (text: string) => boolean,
): Promise<string | undefined> {
  for (let folder = stack; ; folder = dirname(folder)) {
    const text = await readFile(join(folder, name), "utf8").catch(() => undefined);
    if (text !== undefined && is(text)) return text;
    if (dirname(folder) === folder) return undefined;
  }
}

async function isFound(name: string, path: string): Promise<boolean> {
  for (const folder of path.split(delimiter)) {
    const found = await access(join(folder, name), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found && folder !== "") return true;
  }
  return false;
}
