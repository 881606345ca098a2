import { access, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { suggest } from "../../config/suggest.ts";
import { UserError } from "../../errors/user-error.ts";

const lockFiles = [
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
] as const;

export type PackageManager = (typeof lockFiles)[number][1];

interface Manifest {
  readonly packageManager?: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

/**
 * The package manager of a folder: what `packageManager` in package.json names, else whose lock file is there
 * or in a folder above (a workspace), else npm.
 */
export async function packageManagerOf(root: string): Promise<PackageManager> {
  for (let folder = root; ; folder = dirname(folder)) {
    const said: unknown = (await manifestIn(folder))?.packageManager;
    const declared = typeof said === "string" ? /^(npm|pnpm|yarn|bun)@/.exec(said)?.[1] : undefined;
    const named = lockFiles.find(([, manager]) => manager === declared)?.[1];
    if (named !== undefined) return named;
    for (const [file, manager] of lockFiles) if (await exists(join(folder, file))) return manager;
    if (dirname(folder) === folder) return "npm";
  }
}

/** The lock file of a package manager in a folder, or in the nearest above it that has one; undefined where none has. */
export async function lockFileOf(root: string, manager: PackageManager): Promise<string | undefined> {
  const own = lockFiles.filter(([, whose]) => whose === manager);
  for (let folder = root; ; folder = dirname(folder)) {
    for (const [file] of own) if (await exists(join(folder, file))) return relative(root, join(folder, file));
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * The command lines to run: the name of a script becomes `<package manager> run <name>`, anything else stays
 * as it was written.
 * @throws {UserError} PR102 naming every script that package.json does not have.
 */
export async function commandLines(root: string, commands: readonly string[]): Promise<readonly string[]> {
  const manifest = await manifestIn(root);
  const scripts = Object.keys(manifest?.scripts ?? {});
  const missing = commands.flatMap((command) => {
    const script = scriptOf(command, scripts);
    return script === undefined || scripts.includes(script) ? [] : [problem(command, script, scripts)];
  });
  if (missing.length > 0) {
    const where =
      manifest === undefined ? `There is no package.json in ${root}` : "package.json lacks scripts";
    throw new UserError(
      "PR102",
      `${where}: ${missing.join("; ")}.`,
      "Correct smoke.commands in rollout.yml, or add the script.",
    );
  }
  const manager = await packageManagerOf(root);
  return commands.map((command) => (scripts.includes(command) ? `${manager} run ${command}` : command));
}

/** The script of this folder that a command calls, as far as that can be told from its text. */
function scriptOf(command: string, scripts: readonly string[]): string | undefined {
  if (scripts.includes(command)) return command;
  const called = /^(?:npm|pnpm|yarn|bun) run ([\w:.-]+)(?:\s+--(?:\s.*)?)?$/.exec(command.trim())?.[1];
  if (called !== undefined) return called;
  return /^npm (?:test|t)$/.test(command.trim()) ? "test" : undefined;
}

function problem(command: string, script: string, scripts: readonly string[]): string {
  const near = suggest(script, scripts);
  return `\`${command}\` calls the script ${script}${near === undefined ? "" : `; did you mean ${near}?`}`;
}

async function manifestIn(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
