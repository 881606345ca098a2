import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { systemHttp } from "../../../kit/ports/http.ts";
import { type GrafanaStandIn, startGrafana } from "../../../rehearsal/stand-ins/grafana/start.ts";
import { newGrafanaState } from "../../../rehearsal/stand-ins/grafana/state.ts";
import { loseAnswer } from "../../support/broken-http.ts";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, ref, start } from "../../support/observed-project.ts";

const token = `glsa_${"e".repeat(20)}`;
let stage: ObserveStage;
let server: GrafanaStandIn;

beforeEach(async () => {
  server = await startGrafana(newGrafanaState({ tokens: { [token]: "edit" } }));
  stage = await observeStage();
});

afterEach(async () => {
  await Promise.all([server.close(), stage.project.close()]);
});

const grafana = (): Record<string, string> => ({
  dashboard: "grafana",
  "grafana-url": server.url,
  "grafana-token": token,
  target: "production",
});
const release = "production-20261122-0123456789ab-42";
const writes = (): number => server.requests.filter(({ method }) => method !== "GET").length;
const warnings = (): readonly string[] =>
  stage.world.log.lines.filter((line) => line.startsWith("warning: "));

describe("a Grafana", () => {
  test("gets one dashboard, and a second release writes none", async () => {
    const first = await stage.observe({ ...grafana(), prepare: "true" });
    const second = await stage.observe({ ...grafana(), prepare: "true" });
    expect(first.report.reason).toBe("The dashboard «prism-rollout production» is created.");
    expect([first.outputs.dashboard, second.outputs.dashboard, writes()]).toEqual([
      "created",
      "unchanged",
      1,
    ]);
    expect(second.outputs["dashboard-url"]).toMatch(/\/d\/prism-rollout-[0-9a-f]{16}$/);
    expect(stage.project.state.notebooks).toEqual([]);
  });

  test("shows a release from its activation on, closed with its verdict", async () => {
    stage.project.log(...attempts(40, { at: start + 1000 }));
    await stage.observe({ ...grafana(), prepare: "true" });
    const { report, outputs } = await stage.observe({ ...grafana(), release });
    const [mark, ...more] = server.state.annotations;
    expect([report.verdict, more]).toEqual(["pass", []]);
    expect(mark).toMatchObject({ time: start, text: `${release}: pass: ${report.reason}` });
    expect(mark?.timeEnd).toBe(stage.project.clock.now());
    expect(mark?.tags).toEqual(
      expect.arrayContaining(["prism-rollout", `release:${release}`, "target:production", "deploy"]),
    );
    expect(outputs["dashboard-url"]).toMatch(/\/d\/prism-rollout-/);
  });

  test("keeps a watched release open, and a later look closes that same mark", async () => {
    stage.project.log(...attempts(3, { at: start + 1000 }));
    await stage.observe({ ...grafana(), release, window: "1m" });
    expect(server.state.annotations).toMatchObject([
      { time: start, timeEnd: start, text: expect.stringContaining("inconclusive") },
    ]);
    stage.project.log(...attempts(40, { at: start + 2000 }));
    await stage.observe({ ...grafana(), release, window: "1m" });
    expect(server.state.annotations).toMatchObject([
      { time: start, timeEnd: stage.project.clock.now(), text: expect.stringContaining("pass") },
    ]);
  });

  test("has one mark of a release whose first answer was lost", async () => {
    await stage.project.close();
    stage = await observeStage({ http: loseAnswer(systemHttp, "POST", /annotations/) });
    stage.project.log(...attempts(40, { at: start + 1000 }));
    const { report } = await stage.observe({ ...grafana(), release });
    expect([report.verdict, server.state.annotations.length, warnings()]).toEqual(["pass", 1, []]);
  });

  test.each([
    ["401", { status: 401, json: { message: "Invalid API key" } }],
    ["500", { status: 500, json: { message: "database is locked" } }],
    ["a page", { status: 200, body: "<html>" }],
    ["an object where a list was due", { status: 200, json: { error: "x" } }],
  ])("that answers %s changes no verdict: it is a warning", async (_, fault) => {
    server.state.faults.push({ method: "*", path: ".*", times: 99, ...fault });
    stage.project.log(...attempts(40, { at: start + 1000 }));
    expect((await stage.observe({ ...grafana(), prepare: "true" })).report.verdict).toBe("pass");
    const { report } = await stage.observe({ ...grafana(), release });
    expect(report.verdict).toBe("pass");
    expect(warnings().some((line) => line.includes("drawn on the dashboard"))).toBe(true);
    expect(stage.world.log.lines.join("\n")).not.toContain(token);
  });
});

test("files: every query is in a file of its own, and its link runs the same", async () => {
  const { outputs, report } = await stage.observe({ dashboard: "files", prepare: "true" });
  const folder = join(stage.world.temp, "prism-rollout/observe/queries");
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const list = readFileSync(join(folder, "README.md"), "utf8");
  const links = [...list.matchAll(/`([^`]+\.sql)`, <([^>]+)>/g)];
  expect([files.length, links.length, outputs.dashboard]).toEqual([4, 4, "written"]);
  for (const [, file = "", link = ""] of links) {
    const sql = readFileSync(join(folder, file), "utf8").trimEnd();
    expect(new URL(link).searchParams.get("q")).toBe(sql);
    expect(link).toMatch(`https://supabase.com/dashboard/project/${ref}/logs/explorer?`);
  }
  expect(outputs["dashboard-url"]).toBe(links[0]?.[2]);
  expect(report.evidence).toEqual(["4 of 4 queries are saved"]);
  expect(stage.project.requests).toEqual([]);
});

test("none: nothing is kept, and the queries are linked all the same", async () => {
  const { outputs, report } = await stage.observe({ dashboard: "none", prepare: "true" });
  expect(outputs).toEqual({
    dashboard: "none",
    "dashboard-url": `https://supabase.com/dashboard/project/${ref}/logs/explorer`,
  });
  expect(report.sections?.[0]?.text.match(/\]\(https:/g)).toHaveLength(4);
  expect(stage.project.requests).toEqual([]);
});
