import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
});
afterAll(() => server.stop());

interface Log {
  readonly runs: readonly [
    {
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly unknown[] }];
      readonly results: readonly {
        readonly ruleId: string;
        readonly locations: readonly [
          { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } },
        ];
      }[];
    },
  ];
}

async function folder(pending: string) {
  const project = await server.project({
    "0001_first.sql": "create table a (id int);",
    "0002_second.sql": pending,
  });
  const world = await project.world();
  const inputs = inputsFrom(spec.inputs, { "database-url": project.url, shadow: "none" });
  const plan = async (sarif: string, url = project.url) =>
    planDatabase({ ...inputs, databaseUrl: url, sarif }, world);
  const read = async (path: string) => JSON.parse(await readFile(join(world.root, path), "utf8")) as Log;
  return { world, plan, read };
}

const lossy = "create table b (id int); alter table a add c int; drop schema never_made cascade;";

test("what stops the plan is in the file all the same, with its path in the repository", async () => {
  const { plan, read } = await folder(lossy);
  await expect(plan("out/judge.sarif")).rejects.toMatchObject({ code: "PR412" });
  const { results } = (await read("out/judge.sarif")).runs[0];
  expect(results.map(({ ruleId }) => ruleId)).toEqual(["drop-schema"]);
  expect(results[0]?.locations[0].physicalLocation.artifactLocation.uri).toMatch(
    /(^|\/)supabase\/migrations\/0002_second\.sql$/,
  );
});

test("a plan that passes writes its warnings and what it could not verify", async () => {
  const { plan, read } = await folder("alter table a add c int;");
  await plan("judge.sarif");
  const [{ results, invocations }] = (await read("judge.sarif")).runs;
  expect(results).toEqual([]);
  expect(invocations[0].toolExecutionNotifications).toContainEqual({
    level: "warning",
    message: { text: "No file was replayed: `shadow` is none." },
  });
});

test("where nothing could be judged nothing is written: an empty list would say that all is well", async () => {
  const { plan, read } = await folder(lossy);
  await expect(plan("judge.sarif", "postgres://nobody@127.0.0.1:1/none")).rejects.toMatchObject({
    code: "PR411",
  });
  await expect(read("judge.sarif")).rejects.toMatchObject({ code: "ENOENT" });
});

test("the file stays in the working directory: no path out of it, and no link is followed", async () => {
  const { plan, read, world } = await folder("alter table a add c int;");
  for (const path of ["/tmp/x.sarif", "../x.sarif", "a/../../x.sarif", "Makefile"])
    await expect(plan(path)).rejects.toMatchObject({ code: "PR429" });
  const outside = join(world.temp, "outside.sarif");
  await writeFile(outside, "theirs");
  await symlink(outside, join(world.root, "judge.sarif"));
  await plan("judge.sarif");
  expect(await readFile(outside, "utf8")).toBe("theirs");
  expect((await read("judge.sarif")).runs[0].results).toEqual([]);
  await symlink(world.temp, join(world.root, "link"));
  await expect(plan("link/new/judge.sarif")).rejects.toMatchObject({ code: "PR429" });
});
