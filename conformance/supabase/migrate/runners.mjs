// The two that apply migrations: `migrate`, as a runner starts it, and the Supabase CLI.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { startAction, startCli as start } from "../support/children.mjs";

/** A folder with a project's migrations, and what its runners need around it. */
export async function projectIn(folder) {
  const migrations = join(folder, "app/supabase/migrations");
  await mkdir(migrations, { recursive: true });
  await mkdir(join(folder, "home"));
  return {
    folder,
    write: async (files) => {
      for (const [name, text] of Object.entries(files)) {
        if (text === null) await rm(join(migrations, name));
        else await writeFile(join(migrations, name), text);
      }
    },
  };
}

/** Starts `migrate`; `inputs` by their names. */
export function startOurs(project, url, inputs = {}) {
  return startAction("migrate", project, { "database-url": url, ...inputs });
}

/** Starts the CLI, as a person would write it. */
export function startCli(project, url, words) {
  return start(project, [...words, `--remote=${url}`, "--output-format", "json"]);
}

export const push = ["db", "push", "--yes"];
