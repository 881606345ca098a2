import { mkdir, rm, writeFile } from "node:fs/promises";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrate } from "../../actions/migrate/migrate.ts";
import { spec } from "../../actions/migrate/spec.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

/** A real server for a test file; each test has a database and a repository of its own. */
export interface MigrationServer {
  readonly postgres: Postgres;
  readonly folder: string;
  project(files?: Readonly<Record<string, string>>): Promise<Project>;
  stop(): Promise<void>;
}

export interface Project {
  readonly url: string;
  readonly root: string;
  write(files: Readonly<Record<string, string>>): Promise<void>;
  rows(sql: string, parameters?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Versions in the ledger. */
  ledger(): Promise<readonly unknown[]>;
  world(changes?: Partial<Runtime>): Promise<TestWorld>;
  migrate(given?: Readonly<Record<string, string>>, world?: Runtime): Promise<Done<typeof spec>>;
}

export async function migrationServer(): Promise<MigrationServer> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const postgres = await startPostgres({ folder: join(folder, "data") });
  let count = 0;
  return {
    postgres,
    folder,
    project: async (files = {}) => {
      count += 1;
      const url = await postgres.createDatabase(`project_${count}`);
      const project = projectAt(url, join(folder, `repository-${count}`));
      await project.write(files);
      return project;
    },
    stop: async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A project whose database and folder are known. */
export function projectAt(url: string, root: string): Project {
  const rows = async (sql: string, parameters: readonly unknown[] = []) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...parameters])).rows;
    } finally {
      await client.end();
    }
  };
  const world = (changes: Partial<Runtime> = {}): Promise<TestWorld> => testWorld({ root, ...changes });
  return {
    url,
    root,
    rows,
    world,
    write: async (files) => {
      const migrations = join(root, "supabase/migrations");
      await mkdir(migrations, { recursive: true });
      for (const [name, text] of Object.entries(files)) await writeFile(join(migrations, name), text);
    },
    ledger: async () =>
      (await rows("select version from supabase_migrations.schema_migrations order by 1")).map(
        ({ version }) => version,
      ),
    migrate: async (given = {}, inWorld) =>
      migrate(inputsFrom(spec.inputs, { "database-url": url, ...given }), inWorld ?? (await world())),
  };
}
