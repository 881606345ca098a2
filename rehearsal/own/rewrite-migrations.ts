import { abilitiesOf, shimMigrations } from "./migrations.ts";
import type { Wanted } from "./wanted.ts";

/** Makes the release's migrations such as the world's database can run; gives what was changed, a line a file. */
export async function rewriteMigrations(
  stack: string,
  { migrations }: Pick<Wanted, "migrations">,
  url: string,
): Promise<readonly string[]> {
  return migrations === undefined ? [] : await shimMigrations(stack, migrations, await abilitiesOf(url));
}
