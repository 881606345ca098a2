import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { parser } from "@grafana/lezer-logql";
import fc from "fast-check";
import { spec } from "../../../../actions/observe/spec.ts";
import { boardOf } from "../../../../kit/parts/observe/prepare-board.ts";
import { type Subject, subjectOf } from "../../../../kit/parts/observe/question.ts";
import type { Kept } from "../../../../kit/providers/dashboards/dashboards.ts";
import { specOf, uidOf } from "../../../../kit/providers/dashboards/grafana/spec.ts";
import { openDashboards } from "../../../../kit/providers/dashboards/open-dashboards.ts";
import { type GrafanaStandIn, startGrafana } from "../../../../rehearsal/stand-ins/grafana/start.ts";
import { type GrafanaState, newGrafanaState } from "../../../../rehearsal/stand-ins/grafana/state.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { ref } from "../../../support/observed-project.ts";
import { testWorld } from "../../../support/test-world.ts";

const token = `glsa_${"e".repeat(20)}`;
const common = {
  supabase: ref,
  events: "assessment.completed: RESULTS_VERSION, attempt_no\nscoring.completed: attempt_no",
  failures: "results.rpc.failure",
  "attempt-key": "session_id, attempt_no",
};
const shown = { datasource: "loki-1", selector: '{source="function_logs"}' };

type Given = Readonly<Record<string, string>>;

function inputs(given: Given = {}): ReturnType<typeof inputsFrom<typeof spec.inputs>> {
  return inputsFrom(spec.inputs, { ...common, ...given });
}

function expressions(changes: Partial<Subject> = {}): readonly string[] {
  const subject = { ...subjectOf(inputs()), ...changes };
  const { panels } = specOf(boardOf("production", ref, subject), shown);
  return panels.flatMap((panel) =>
    ((panel["targets"] ?? []) as readonly { expr: string }[]).map(({ expr }) => expr),
  );
}

/** Where Grafana's own grammar of LogQL does not understand it. */
function errorsIn(expression: string): readonly number[] {
  const errors: number[] = [];
  // Grafana puts its variables in before Loki sees them.
  const asked = expression.replaceAll("$__range", "24h").replaceAll("$__interval", "1m");
  parser.parse(asked).iterate({ enter: (node) => void (node.type.isError && errors.push(node.from)) });
  return errors;
}

describe("what is asked of Loki", () => {
  test("is LogQL, as Grafana's own grammar reads it", () => {
    expect(expressions()).toHaveLength(5);
    for (const expression of expressions())
      expect([expression, errorsIn(expression)]).toEqual([expression, []]);
    expect(errorsIn("sum by ({x")).not.toEqual([]);
  });

  test("is LogQL for every name that an event, a field and a key may have", () => {
    const event = fc.stringMatching(/^[\w.:/-]{1,12}$/);
    const field = fc.stringMatching(/^\w{1,12}$/);
    fc.assert(
      fc.property(event, field, field, (name, required, key) => {
        const events = { [`x${name}`]: [required] };
        const changes = { events, failures: [`y${name}`], attemptKey: [key] };
        for (const expression of expressions(changes)) expect(errorsIn(expression)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test("counts distinct attempts, of real users only", () => {
    expect(expressions()[0]).toBe(
      'count(sum by (rollout_key0, rollout_key1) (count_over_time({source="function_logs"}' +
        ' | json rollout_event="event", rollout_synthetic="synthetic", rollout_key0="session_id", rollout_key1="attempt_no"' +
        " | rollout_event=~`assessment\\.completed|scoring\\.completed|results\\.rpc\\.failure`" +
        " | rollout_synthetic!=`true` | rollout_key0!=`` | rollout_key1!=`` [$__range])))",
    );
  });

  test("is nothing where no data source is named, and that is said on it", () => {
    const { panels } = specOf(boardOf("production", ref, subjectOf(inputs())), undefined);
    expect(panels.map(({ type }) => type)).toEqual(["text"]);
    expect(JSON.stringify(panels)).toContain("grafana-datasource");
  });
});

describe("the dashboard", () => {
  let state: GrafanaState;
  let server: GrafanaStandIn;
  const board = boardOf("production", ref, subjectOf(inputs()));

  beforeEach(async () => {
    state = newGrafanaState({ tokens: { [token]: "edit" }, folders: ["ops", "moved"] });
    server = await startGrafana(state);
  });
  afterEach(() => server.close());

  async function keep(given: Given = {}): Promise<Kept | undefined> {
    const more = {
      dashboard: "grafana",
      "grafana-url": server.url,
      "grafana-token": token,
      "grafana-datasource": "loki-1",
      "grafana-selector": shown.selector,
    };
    const read = inputs({ ...more, ...given });
    const world = await testWorld({ clock: fakeClock(0) });
    return await openDashboards(read, world)?.keep(boardOf("production", ref, subjectOf(read)));
  }

  test("has an id that stays, short enough for Grafana, and other for another target or project", () => {
    const ids = [
      uidOf(board),
      uidOf(boardOf("production", ref, subjectOf(inputs()))),
      uidOf(boardOf("staging", ref, subjectOf(inputs()))),
      uidOf(boardOf("production", "bcdefghijklmnopqrstu", subjectOf(inputs()))),
    ];
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
    expect(Math.max(...ids.map((id) => id.length))).toBeLessThanOrEqual(40);
  });

  test("is made where it is wanted, and stays where somebody has moved it", async () => {
    await keep({ "grafana-folder": "ops" });
    const kept = state.dashboards[uidOf(board)];
    expect(kept?.folder).toBe("ops");
    if (kept) kept.folder = "moved";
    await keep({ "grafana-folder": "ops", failures: "other.failure" });
    expect([kept?.folder, kept?.version]).toEqual(["moved", 2]);
  });

  test("changed by a person and nothing else, it is left as it is", async () => {
    await keep();
    const kept = state.dashboards[uidOf(board)];
    if (kept) kept.spec["title"] = "Ours";
    expect(await keep()).toMatchObject({ change: "unchanged" });
    expect(kept?.version).toBe(1);
  });

  test("updated, panels of people keep their order below ours, and no two have one id", async () => {
    await keep();
    const panels = state.dashboards[uidOf(board)]?.spec["panels"] as Record<string, unknown>[];
    for (const [index, title] of ["one", "two"].entries())
      panels.push({ id: 7 + index, title, type: "text", gridPos: { x: 0, y: 40 + 5 * index, w: 4, h: 4 } });
    panels.push({ title: "of an odd plugin" });
    await keep({ failures: "other.failure" });
    const after = state.dashboards[uidOf(board)]?.spec["panels"] as typeof panels;
    const ids = after.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(after.slice(-3).map(({ title }) => title)).toEqual(["one", "two", "of an odd plugin"]);
    const ys = after.map(({ gridPos }) => (gridPos as { y: number }).y);
    expect((ys.at(-2) ?? 0) - (ys.at(-3) ?? 0)).toBe(5);
  });

  test("in another namespace is refused, with where to write it", async () => {
    await expect(keep({ "grafana-namespace": "stacks-1" })).rejects.toMatchObject({
      code: "PR302",
      fix: expect.stringContaining("grafana-namespace"),
    });
  });

  test("is asked for by one call where it is as it should be", async () => {
    await keep();
    const before = server.requests.length;
    await keep();
    expect(server.requests.length - before).toBe(1);
  });

  test.each([
    ["grafana-url", { "grafana-url": "" }, "PR102"],
    ["grafana-token", { "grafana-token": "" }, "PR104"],
    ["grafana-selector", { "grafana-selector": "" }, "PR102"],
    ["grafana-selector", { "grafana-selector": "{a=`b`} | json" }, "PR102"],
  ])("needs %s, and says so before anything is sent: %j", async (name, given, code) => {
    await expect(keep(given)).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
    expect(server.requests).toEqual([]);
  });
});
