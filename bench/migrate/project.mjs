// A project of many small files, and the same for psql.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { layForPeers } from "./peers.mjs";

const ledger = "supabase_migrations.schema_migrations";

/** Files of four small statements each, by name. */
export function filesOf(count) {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(5, "0"));
  return numbers.map((number) => ({
    number,
    name: `${number}_table.sql`,
    text:
      `create table t${number} (id int primary key, note text);\ncreate index on t${number} (note);\n` +
      `insert into t${number} values (1, 'a');\ncomment on table t${number} is 'one of many';\n`,
  }));
}

/** Lays it into a folder; `whole` and `each` are what psql is started with. */
export async function layProject(folder, count, projectIn) {
  await mkdir(folder);
  const project = await projectIn(folder);
  const files = filesOf(count);
  await project.write(Object.fromEntries(files.map(({ name, text }) => [name, text])));
  await layForPeers(folder, files);
  const each = join(folder, "each.sql");
  await writeFile(each, eachOf(files));
  const paths = files.map(({ name }) => `${folder}/app/supabase/migrations/${name}`);
  return { project, whole: ["-1", ...paths.flatMap((path) => ["-f", path])], each: ["-f", each] };
}

/** What `migrate` leaves, by hand: a transaction a file, with its row in the ledger. */
function eachOf(files) {
  const made = `create schema supabase_migrations;\ncreate table ${ledger} (version text primary key, statements text[], name text);\n`;
  const one = ({ number, text }) =>
    `begin;\nset local lock_timeout = '4s';\n${text}` +
    `insert into ${ledger} values ('${number}', array[$file$${text}$file$], 'table');\ncommit;\n`;
  return made + files.map(one).join("");
}
