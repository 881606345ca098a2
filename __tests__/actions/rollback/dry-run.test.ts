import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function stage(options?: Parameters<typeof liveRelease>[0]): Promise<LiveRelease> {
  const made = await liveRelease(options);
  open.push(made);
  return made;
}

type Done = Awaited<ReturnType<LiveRelease["rollback"]>>;

/** Component, target and whether it is possible, with why. */
function table({ report }: Done): readonly (readonly string[])[] {
  const found = report.tables?.find(({ title }) => title === "What going back would come to");
  expect(found?.columns).toEqual(["component", "target", "possible", "why", "by hand"]);
  return found?.rows ?? [];
}

const passed = needsUntil("observe", "success", { verdict: "pass" });

test("the end of a release says of each component what it would go back to, and that it still can", async () => {
  const made = await stage({ cdn: true });
  const rows = table(await made.rollback({ needs: passed }));
  const former = Object.values(made.before.web)[0] ?? "";
  expect(rows.map(([name, target, possible]) => [name, target, possible])).toEqual([
    ["web", expect.stringContaining(`${former}, `), "yes"],
    ["cdn", expect.stringContaining(`${former}, `), "yes"],
    ["hello", expect.stringMatching(/^sources [0-9a-f]{12}, verify_jwt false$/), "yes"],
    ["world", expect.stringMatching(/^sources [0-9a-f]{12}, verify_jwt false$/), "yes"],
  ]);
});

test("what can no longer be had is named with why: the former deployment deleted, a function deployed since", async () => {
  const made = await stage();
  const former = Object.values(made.before.web)[0] ?? "";
  made.vercel.change(({ deployments }) => {
    deployments.splice(
      deployments.findIndex(({ id }) => id === former),
      1,
    );
  });
  const snapshot = await readFile(made.world.emitted["snapshot"] ?? "", "utf8");
  await made.deployFunctions("hotfix");
  const run = Number(made.forge.context.runId);
  made.forge.standIn.runs.artifact(run, "rollout-deploy-functions-1", zipOf({ "snapshot.json": snapshot }));
  const rows = table(await made.rollback({ "dry-run": "true", reason: "", artifacts: "" }));
  expect(rows.map(([name, , possible, why]) => [name, possible, why])).toEqual([
    ["web", "no (irreversible)", expect.stringContaining(`does not offer ${former}`)],
    ["hello", "no (drift)", expect.stringContaining("neither what it was nor what this release deployed")],
    ["world", "no (drift)", expect.anything()],
  ]);
});

test("an artifact that has expired takes the functions' way back with it, and the command is told", async () => {
  const made = await stage();
  const json = { artifacts: [{ id: 1, name: "rollout-deploy-functions-1", expired: true }] };
  made.forge.standIn.change(({ faults }) => {
    faults.push({ method: "GET", path: "/repos/.*/actions/runs/.*/artifacts", times: 1, status: 200, json });
  });
  const done = await made.rollback({ "dry-run": "true", artifacts: "" });
  expect(done.report.verdict).toBe("fail");
  expect(table(done).find(([name]) => name === "hello")).toEqual([
    "hello",
    expect.stringMatching(/^sources [0-9a-f]{12}/),
    "no (irreversible)",
    expect.stringContaining("its former sources could not be read"),
    expect.stringContaining("supabase functions deploy hello"),
  ]);
  expect(made.world.log.lines).toContain("warning: The artifact rollout-deploy-functions-1 has expired.");
});

test("a way back that the plan said is not there is listed, and holds nothing up", async () => {
  const made = await stage();
  const before = { deployment: null, marker: null, domains: {} };
  made.forge.standIn.change((state) => {
    for (const { payload } of state.deployments)
      if ((payload as { component?: string }).component === "web")
        Object.assign(payload as object, { before });
  });
  const done = await made.rollback({ needs: passed });
  expect(done.outputs.outcome).toBe("released");
  expect(table(done)[0]?.slice(0, 3)).toEqual(["web", "nothing", "no (irreversible)"]);
});
