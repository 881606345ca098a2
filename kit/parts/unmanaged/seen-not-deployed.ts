import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * What the repository has for the platform that this suite leaves out on purpose, so that nobody believes
 * it was released: seeds, roles, buckets, auth configuration, functions that are not listed.
 */
export async function seenNotDeployed(root: string, listed: readonly string[]): Promise<readonly string[]> {
  const supabase = join(root, "supabase");
  const config = await readFile(join(supabase, "config.toml"), "utf8").catch(() => "");
  const functions = await readdir(join(supabase, "functions"), { withFileTypes: true }).catch(() => []);
  const unlisted = functions
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_") && !listed.includes(entry.name))
    .map((entry) => `function ${entry.name} (not listed)`);
  const files = await Promise.all(
    [
      ["seed.sql", "seed data (supabase/seed.sql)"],
      ["seeds", "seed data (supabase/seeds)"],
      ["roles.sql", "database roles (supabase/roles.sql)"],
    ].map(async ([name = "", text = ""]) => ((await exists(join(supabase, name))) ? [text] : [])),
  );
  const sections = [
    [/^\[storage\.buckets/m, "storage buckets (config.toml)"],
    [/^\[auth/m, "auth configuration (config.toml)"],
    [/^\[edge_runtime\.secrets/m, "function secrets (config.toml)"],
  ] as const;
  return [
    ...files.flat(),
    ...sections.flatMap(([sign, text]) => (sign.test(config) ? [text] : [])),
    ...unlisted.sort(),
  ];
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
