import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { ref, weakToken } from "../../support/observed-project.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const prepare = { prepare: "true", target: "production" };

type Cells = readonly { id: string; type: string; title?: string }[];

function notebook(at = 0): { id: string; attributes: { name: string; content: { cells: Cells } } } {
  return stage.project.state.notebooks[at] as unknown as ReturnType<typeof notebook>;
}

const writes = (): number => stage.project.requests.filter(({ method }) => method !== "GET").length;

test("the queries are saved once for a target, and linked", async () => {
  const { report, outputs } = await stage.observe(prepare);
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "The notebook «prism-rollout production» is created.",
  });
  expect(report.evidence).toEqual(["4 of 4 queries are saved"]);
  expect(outputs).toEqual({
    dashboard: "created",
    "dashboard-url": `https://supabase.com/dashboard/project/${ref}/explorer/notebook/${notebook().id}`,
  });
  expect(notebook().attributes.content.cells.map(({ type }) => type)).toEqual([
    "markdown",
    "log",
    "log",
    "log",
    "log",
  ]);
});

test("saving again what is saved writes nothing", async () => {
  const first = await stage.observe(prepare);
  const second = await stage.observe(prepare);
  expect(second.outputs).toEqual({ ...first.outputs, dashboard: "unchanged" });
  expect([writes(), stage.project.state.notebooks.length]).toEqual([1, 1]);
});

test("other questions change the notebook in place: its link and its cells stay, and so do the cells of people", async () => {
  const first = await stage.observe(prepare);
  const own = { id: "by-hand", type: "log", title: "What Ada looks at", sql: "select 1", time_range: {} };
  stage.project.state.notebooks[0]?.attributes.content.cells.push(own);
  const before = notebook().attributes.content.cells.map(({ id, title }) => [id, title]);
  const second = await stage.observe({ ...prepare, events: "assessment.completed: attempt_no" });
  expect(second.outputs).toEqual({ ...first.outputs, dashboard: "updated" });
  expect(notebook().attributes.content.cells.map(({ id, title }) => [id, title])).toEqual(before);
  expect(JSON.stringify(notebook())).not.toContain("RESULTS_VERSION");
});

test("each target has its own notebook, found among many", async () => {
  await stage.observe({ ...prepare, target: "production 2" });
  for (let n = 0; n < 120; n += 1) {
    stage.project.state.notebooks.unshift({
      id: `other-${n}`,
      attributes: { ...notebookNamed(`not prism-rollout production ${n}`) },
    });
  }
  await stage.observe(prepare);
  const again = await stage.observe(prepare);
  expect(again.outputs.dashboard).toBe("unchanged");
  expect(stage.project.state.notebooks).toHaveLength(122);
});

test("a notebook that somebody else made is left alone, and that is only a warning", async () => {
  stage.project.state.notebooks.push({ id: "theirs", attributes: notebookNamed("prism-rollout production") });
  const { report, outputs } = await stage.observe(prepare);
  expect(report).toMatchObject({ verdict: "pass", reason: expect.stringContaining("was not made here") });
  expect(outputs.dashboard).toBe("failed");
  expect(stage.world.log.lines.some((line) => line.startsWith("warning: "))).toBe(true);
  expect(writes()).toBe(0);
});

test.each([
  ["a token that may not write notebooks", { "supabase-access-token": weakToken }, "answered 403"],
  ["no token at all", { "supabase-access-token": "" }, "no supabase-access-token"],
])("%s is only a warning, and the log explorer is linked", async (_, given, said) => {
  const { report, outputs } = await stage.observe({ ...prepare, ...given });
  expect(report).toMatchObject({ verdict: "pass", reason: expect.stringContaining(said) });
  expect(outputs).toEqual({
    dashboard: "failed",
    "dashboard-url": `https://supabase.com/dashboard/project/${ref}/logs/explorer`,
  });
});

test("an answer that is no notebook is only a warning", async () => {
  stage.project.state.faults.push({
    method: "GET",
    path: ".*/notebooks",
    times: 1,
    status: 200,
    json: { data: 1 },
  });
  expect((await stage.observe(prepare)).outputs.dashboard).toBe("failed");
});

test("observe links the notebook that was prepared", async () => {
  const { outputs } = await stage.observe(prepare);
  const observed = await stage.observe({ target: "production", window: "0s" });
  expect(observed.outputs["dashboard-url"]).toBe(outputs["dashboard-url"]);
});

test("what is saved is what is asked: every query is answered", async () => {
  await stage.observe(prepare);
  for (const { sql } of notebook().attributes.content.cells as unknown as { sql?: string }[]) {
    if (sql === undefined) continue;
    const url = `${stage.project.url}/v1/projects/${ref}/analytics/endpoints/logs?sql=${encodeURIComponent(sql)}`;
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${Object.keys(stage.project.state.tokens)[0]}` },
    });
    expect(await answer.json()).toEqual({ result: [], error: null });
  }
});

function notebookNamed(name: string): (typeof stage.project.state.notebooks)[number]["attributes"] {
  const at = "2026-01-01T00:00:00.000Z";
  const content = { schema_version: 1, cells: [] };
  return {
    name,
    description: null,
    favorite: false,
    content,
    inserted_at: at,
    updated_at: at,
    owner: "ada",
    updated_by: "ada",
  };
}
