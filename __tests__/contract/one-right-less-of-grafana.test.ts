import { afterAll, afterEach, expect, test } from "@jest/globals";
import { startGrafana } from "../../rehearsal/stand-ins/grafana/start.ts";
import { newGrafanaState } from "../../rehearsal/stand-ins/grafana/state.ts";
import { takingAway } from "../support/keep-permissions.ts";
import { observeStage } from "../support/observe-stage.ts";
import { attempts, start } from "../support/observed-project.ts";

const { trying, keep } = takingAway();
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});
afterAll(keep);

/** What a service account of Grafana needs to mark a release, by what it does at its look (from 0). */
const marks = [
  ["annotations:read", 0],
  ["annotations:create", 0],
  ["annotations:write", 1],
] as const;
const forBoards = ["dashboards:read", "dashboards:write", "dashboards:create"];

test.each(marks)("observe without %s of Grafana comes to its verdict, and says it", async (right, look) => {
  await trying(["observe", "grafana", right, "said"], async () => {
    const all = [...forBoards, ...marks.map(([name]) => name)];
    const state = newGrafanaState({
      tokens: { all, less: all.filter((one) => one !== right) },
    });
    const [grafana, stage] = [await startGrafana(state), await observeStage()];
    open.push(grafana, stage.project);
    const given = { dashboard: "grafana", "grafana-url": grafana.url, target: "production" };
    const observed = async (token: string, window: string) =>
      await stage.observe({ ...given, release: "r", window, "grafana-token": token });
    if (look === 1) await observed("all", "1m");
    const before = state.annotations.map(({ text }) => text);
    stage.project.log(...attempts(40, { at: start + 1000 }));
    const { report } = await observed("less", "10m");
    expect(report.verdict).toBe("pass");
    expect(stage.world.log.lines.join("\n")).toMatch(new RegExp(`warning: .*${right}`));
    expect(state.annotations.map(({ text }) => text)).toEqual(before);
  });
});

test("prepare without dashboards:create of Grafana says it, and makes none", async () => {
  await trying(["observe (prepare)", "grafana", "dashboards:create", "said"], async () => {
    const state = newGrafanaState({ tokens: { less: ["dashboards:read", "dashboards:write"] } });
    const [grafana, stage] = [await startGrafana(state), await observeStage()];
    open.push(grafana, stage.project);
    const { report, outputs } = await stage.observe({
      dashboard: "grafana",
      "grafana-url": grafana.url,
      "grafana-token": "less",
      prepare: "true",
      target: "production",
    });
    expect(outputs.dashboard).toBe("failed");
    expect(`${report.reason} ${report.next}`).toContain("dashboards:create");
    expect(state.dashboards).toEqual({});
  });
});
