import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { migrate } from "../../../actions/migrate/migrate.ts";
import { spec } from "../../../actions/migrate/spec.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { applyPrelude } from "../../../rehearsal/engines/prelude.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

const root = join(import.meta.dirname, "../../../examples/prism");
let folder: string;
let server: Postgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  server = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
  await applyPrelude(await server.createDatabase("project"));
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("the sample app's migrations need no waiver, and an ordinary owner applies them as on Supabase", async () => {
  const inputs = inputsFrom(spec.inputs, {
    "database-url": server.urlFor("project", "postgres"),
    from: "0001",
  });
  const world = await testWorld({ root });
  const part = await planDatabase(inputs, world);
  expect(part).toMatchObject({ work: "some", decisions: { head: null, waivers: [] }, unverified: [] });
  const { report } = await migrate(inputs, world);
  expect(report).toMatchObject({
    verdict: "pass",
    evidence: ["12 of 12 migrations applied and recorded", "0 of 12 need a waiver", expect.anything()],
  });
  expect(await planDatabase(inputs, world)).toMatchObject({ work: "none", decisions: { head: "0012" } });
});
