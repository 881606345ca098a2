import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The `package.json` that lets Deno find what is installed in a `node_modules` folder: it lists every package
 * at its installed version. `npm:` imports of a function resolve to these; nothing is fetched.
 */
export async function packageJsonFor(nodeModules: string): Promise<string> {
  const names = (await readdir(nodeModules)).filter((name) => !name.startsWith("."));
  const scoped = await Promise.all(
    names.map(async (name) =>
      name.startsWith("@")
        ? (await readdir(join(nodeModules, name))).map((inner) => `${name}/${inner}`)
        : [name],
    ),
  );
  const versions = await Promise.all(
    scoped.flat().map(async (name) => [name, await versionOf(nodeModules, name)]),
  );
  const dependencies = Object.fromEntries(versions.filter(([, version]) => version !== undefined));
  return JSON.stringify({ type: "module", dependencies });
}

async function versionOf(nodeModules: string, name: string): Promise<string | undefined> {
  try {
    const text = await readFile(join(nodeModules, name, "package.json"), "utf8");
    return (JSON.parse(text) as { version?: string }).version;
  } catch {
    return undefined;
  }
}
