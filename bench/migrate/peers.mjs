// The two tools that teams without the Supabase CLI apply plain SQL files with, each with its own form of the same files.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../../conformance/support/actions.mjs";

const installed = fileURLToPath(new URL("../peers/node_modules", import.meta.url));
/** node-pg-migrate reads a number before the name as a time: 17 digits are one. */
const year = "2026";

/** Writes the files in both forms below the folder; both read them from there. */
export async function layForPeers(folder, files) {
  for (const tool of ["dbmate", "node-pg-migrate"]) await mkdir(join(folder, tool));
  for (const { number, text } of files) {
    await writeFile(join(folder, "dbmate", `${number}_table.sql`), `-- migrate:up\n${text}-- migrate:down\n`);
    const time = `${year}${number.padStart(13, "0")}`;
    await writeFile(join(folder, "node-pg-migrate", `${time}_table.sql`), `-- Up Migration\n${text}`);
  }
}

export function startDbmate(project, url) {
  const options = ["--url", `${url}?sslmode=disable`, "--no-dump-schema"];
  return startIn(project, [join(installed, "dbmate/dist/cli.js"), ...options, "-d", "../dbmate", "up"]);
}

export function startNodePgMigrate(project, url) {
  const words = ["up", "-m", "../node-pg-migrate", "--migration-file-language", "sql"];
  return startIn(project, [join(installed, "node-pg-migrate/bin/node-pg-migrate.js"), ...words], {
    DATABASE_URL: url,
  });
}

function startIn({ folder }, args, env = {}) {
  return start(args, folder, { PATH: process.env.PATH, HOME: join(folder, "home"), ...env });
}
