import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/**
 * The folder of the newest PostgreSQL of this machine that can make a server: on the PATH, or where Debian and
 * Homebrew put it below `root` (Debian keeps `initdb` off the PATH). Undefined where there is none.
 */
export function findPostgres(
  env: Readonly<Record<string, string | undefined>>,
  root = "/",
): string | undefined {
  const onPath = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const versions = (folder: string, inside: string, pattern: RegExp): readonly string[] =>
    namesIn(folder)
      .filter((name) => pattern.test(name))
      .sort((a, b) => versionOf(b) - versionOf(a))
      .map((name) => join(folder, name, inside));
  const folders = [
    ...onPath,
    ...versions(join(root, "usr/lib/postgresql"), "bin", /^\d+$/),
    ...["opt/homebrew/opt", "usr/local/opt"].flatMap((folder) =>
      versions(join(root, folder), "bin", /^postgresql(@\d+)?$/),
    ),
  ];
  for (const folder of folders) {
    const initdb = join(folder, "initdb");
    if (!existsSync(initdb)) continue;
    // What is linked into a folder of the PATH stands beside its server where it really is.
    const home = dirname(realpathSync(initdb));
    if (existsSync(join(home, "postgres"))) return home;
  }
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** `postgresql` without a number is Homebrew's newest. */
function versionOf(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? "1000");
}
