import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
});
afterAll(() => server.stop());

/** A live function that reads the database as the code of the release before does. */
async function liveFunction(project: Project) {
  return await serve([], async () => {
    try {
      return { status: 200, json: await project.rows("select body from notes") };
    } catch (error) {
      return { status: 500, json: { message: (error as Error).message } };
    }
  });
}

async function release(second: string) {
  const project = await server.project({ "0001_first.sql": "create table notes (body text);" });
  await project.migrate();
  const live = await liveFunction(project);
  await project.write({ "0002_second.sql": second });
  const declared: Readonly<Record<string, string>> = { functions: "notes", "functions-url": live.url };
  const world = await project.world({
    clock: fakeClock(),
    sections: ["deploy-functions"],
    section: (name, inputs) =>
      readInputs(name, inputs, (input) => declared[input] ?? "", {
        lookup: () => undefined,
        targets: [],
        sections: [],
        issues: [],
      }),
  });
  try {
    const { report } = await project.migrate({ "on-breaks-clients": "warn" }, world);
    return { ...report, ledger: await project.ledger() };
  } finally {
    await live.close();
  }
}

test("after the migrations the old functions are called again, and what they say is evidence", async () => {
  const { verdict, evidence, ledger } = await release("alter table notes add column title text;");
  expect({ verdict, ledger }).toEqual({ verdict: "pass", ledger: ["0001", "0002"] });
  expect(evidence).toContain("1 of 1 services, functions and origins are healthy");
});

test("an old function that fails on the new schema fails the phase: applied, and not healthy with it", async () => {
  const { verdict, reason, ledger } = await release("alter table notes rename column body to text;");
  expect({ verdict, ledger }).toEqual({ verdict: "fail", ledger: ["0001", "0002"] });
  expect(reason).toMatch(
    /^The migrations are applied, but what is live is not healthy with them: notes: .*500/,
  );
});
