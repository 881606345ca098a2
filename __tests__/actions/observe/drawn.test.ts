import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemHttp } from "../../../kit/ports/http.ts";
import { type ObserveStage, observeStage } from "../../support/observe-stage.ts";
import { attempts, failures, start } from "../../support/observed-project.ts";
import { drawingIn } from "../../../rehearsal/release/kept-drawing.ts";

let stage: ObserveStage;

beforeEach(async () => {
  stage = await observeStage();
});

afterEach(() => stage.project.close());

const MINUTE = 60_000;

test("what was counted is drawn: for the page, as files of the artifact, and as numbers", async () => {
  const before = attempts(6, { at: start - 2 * MINUTE, name: "old", version: 6 });
  stage.project.log(...before, ...attempts(40, { at: start + 1000 }));
  const { report, outputs } = await stage.observe();
  expect(report.sections?.map(({ title }) => title)).toEqual([
    "The course of the test",
    "Attempts over time",
    "Where to look",
  ]);
  const folder = dirname(outputs.observation ?? "");
  for (const name of ["path.svg", "events.svg"])
    expect(readFileSync(join(folder, name), "utf8")).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  const drawing = drawingIn(readFileSync(outputs.observation ?? "", "utf8"));
  expect(drawing?.path?.points.at(-1)).toEqual([40, 0]);
  const { edges = [], slots = [] } = drawing?.events ?? {};
  const sum = (isSide: (end: number) => boolean): number =>
    slots.reduce((all, { attempts: n }, index) => (isSide(edges[index + 1] ?? 0) ? all + n : all), 0);
  expect([sum((end) => end <= start), sum((end) => end > start)]).toEqual([6, 40]);
});

test("failures are counted by attempt, in the slot in which they were logged", async () => {
  stage.project.log(...attempts(4, { at: start + 1000 }));
  stage.project.log(...failures(["s1", "s2"], 5).map((entry) => ({ ...entry, at: start + 2000 })));
  const { outputs } = await stage.observe({ window: "2m" });
  const { slots = [] } = drawingIn(readFileSync(outputs.observation ?? "", "utf8"))?.events ?? {};
  expect(slots.reduce((sum, { failed }) => sum + failed, 0)).toBe(2);
});

test.each([
  ["an error inside of a 200", { status: 200, json: { error: "no", result: null } }],
  [
    "rows of something else",
    { status: 200, json: { result: [{ slot: 99, attempts: 1, failed: 0 }], error: null } },
  ],
  ["500", { status: 500, json: {} }],
])(
  "a picture that cannot be had (%s) changes no verdict, and is a line in the log",
  async (_, { status, json }) => {
    stage.project.log(...attempts(40, { at: start + 1000 }));
    const plain = await stage.observe();
    await stage.project.close();
    const http: typeof systemHttp = async (url, init) =>
      String(new URL(url).searchParams.get("sql")).includes("attempts over time")
        ? new Response(JSON.stringify(json), { status })
        : await systemHttp(url, init);
    stage = await observeStage({ http });
    stage.project.log(...attempts(40, { at: start + 1000 }));
    const { report, outputs } = await stage.observe();
    expect(report.verdict).toBe(plain.report.verdict);
    expect(report.sections?.map(({ title }) => title)).toEqual(["The course of the test", "Where to look"]);
    expect(existsSync(join(dirname(outputs.observation ?? ""), "events.svg"))).toBe(false);
    expect(stage.world.log.lines.some((line) => line.includes("not drawn"))).toBe(true);
  },
);

test("nothing is drawn of what could not be counted", async () => {
  stage.project.state.faults.push({ method: "GET", path: ".*/logs", times: 99, status: 403, json: {} });
  const { report } = await stage.observe();
  expect([report.verdict, report.sections?.length]).toEqual(["error", 1]);
});
