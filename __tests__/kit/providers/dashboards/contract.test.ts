import { afterEach, describe, expect, test } from "@jest/globals";
import { spec } from "../../../../actions/observe/spec.ts";
import { boardName, boardOf } from "../../../../kit/parts/observe/prepare-board.ts";
import { subjectOf } from "../../../../kit/parts/observe/question.ts";
import type { Board, Dashboards } from "../../../../kit/providers/dashboards/dashboards.ts";
import { openDashboards } from "../../../../kit/providers/dashboards/open-dashboards.ts";
import { systemHttp } from "../../../../kit/ports/http.ts";
import { loseAnswer } from "../../../support/broken-http.ts";
import { type BoardPlace, fixtures, project } from "../../../support/dashboards/fixtures.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { testWorld } from "../../../support/test-world.ts";

const open: BoardPlace[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const common = {
  supabase: project,
  events: "assessment.completed: RESULTS_VERSION, attempt_no",
  failures: "results.rpc.failure",
};

describe.each(fixtures)("$name", ({ start, reads, writes, raced }) => {
  interface Stage {
    readonly place: BoardPlace;
    readonly board: (given?: Readonly<Record<string, string>>) => Board;
    readonly dashboards: (
      given?: Readonly<Record<string, string>>,
      http?: typeof systemHttp,
    ) => Promise<Dashboards>;
    readonly written: () => number;
  }

  const stage = async (): Promise<Stage> => {
    const place = await start();
    open.push(place);
    const read = (given = {}): ReturnType<typeof inputsFrom<typeof spec.inputs>> =>
      inputsFrom(spec.inputs, { ...common, ...place.inputs, ...given });
    return {
      place,
      board: (given) => boardOf("production", project, subjectOf(read(given))),
      dashboards: async (given, http = systemHttp) => {
        const opened = openDashboards(read(given), await testWorld({ clock: fakeClock(0), http }));
        if (opened === undefined) throw new Error("no dashboards");
        return opened;
      },
      written: () => place.requests.filter(({ method, status }) => method !== "GET" && status < 300).length,
    };
  };

  test("a board is made once, and found by its name", async () => {
    const { place, board, dashboards, written } = await stage();
    const made = await (await dashboards()).keep(board());
    expect(made).toMatchObject({ change: "created", queries: expect.any(Number) });
    expect(made.queries).toBeGreaterThan(3);
    expect(await (await dashboards()).find(boardName("production", project))).toBe(made.url);
    expect(await (await dashboards()).find(boardName("staging", project))).toBeUndefined();
    expect([place.count(), written()]).toEqual([1, 1]);
  });

  test("a second release writes nothing", async () => {
    const { place, board, dashboards } = await stage();
    const first = await (await dashboards()).keep(board());
    const before = place.requests.length;
    const second = await (await dashboards()).keep(board());
    expect(second).toEqual({ ...first, change: "unchanged" });
    expect(place.requests.slice(before).map(({ method }) => method)).toEqual(
      place.requests.slice(before).map(() => "GET"),
    );
  });

  test("other questions change it in place, and what people have added stays", async () => {
    const { place, board, dashboards } = await stage();
    const first = await (await dashboards()).keep(board());
    place.add("What Ada looks at");
    const other = { events: "scoring.completed: attempt_no" };
    const second = await (await dashboards()).keep(board(other));
    expect(second).toMatchObject({ url: first.url, change: "updated" });
    expect(place.kept()).toContain("What Ada looks at");
    expect(place.kept()).toContain("scoring.completed");
    expect(place.kept()).not.toContain("RESULTS_VERSION");
    expect(place.count()).toBe(1);
    expect((await (await dashboards()).keep(board(other))).change).toBe("unchanged");
  });

  test("a board of somebody else is refused, and left as it is", async () => {
    const { place, board, dashboards, written } = await stage();
    await (await dashboards()).keep(board());
    place.disown();
    const before = place.kept();
    await expect((await dashboards()).keep(board())).rejects.toMatchObject({
      code: "PR304",
      message: expect.stringContaining("was not made here"),
    });
    expect([place.kept(), written()]).toEqual([before, 1]);
    expect(await (await dashboards()).find(boardName("production", project))).toBeUndefined();
  });

  test("a token that may not write is refused, and nothing was made", async () => {
    const { place, board, dashboards } = await stage();
    await expect((await dashboards(place.weak)).keep(board())).rejects.toMatchObject({ code: "PR302" });
    expect(place.count()).toBe(0);
  });

  test("a token that nobody knows is told as such, and is in no message", async () => {
    const { place, board, dashboards } = await stage();
    const secret = "s3cr3t-t0ken";
    const given = Object.fromEntries(Object.keys(place.weak).map((name) => [name, secret]));
    const failure = (await dashboards(given)).keep(board());
    await expect(failure).rejects.toMatchObject({
      code: "PR302",
      message: expect.not.stringContaining(secret),
    });
    expect(place.count()).toBe(0);
  });

  test.each([429, 500, 503])("%i is asked again", async (status) => {
    const { place, board, dashboards } = await stage();
    place.faults.push({ method: "GET", path: reads, times: 2, status, headers: { "retry-after": "2" } });
    expect((await (await dashboards()).keep(board())).change).toBe("created");
  });

  test("a service in trouble for long is an error, and no stack", async () => {
    const { place, board, dashboards } = await stage();
    place.faults.push({ method: "*", path: ".*", times: 99, status: 503 });
    await expect((await dashboards()).keep(board())).rejects.toMatchObject({ code: "PR305" });
  });

  test("a page of a proxy or of a login is no board", async () => {
    const { place, board, dashboards } = await stage();
    place.faults.push({ method: "GET", path: ".*", times: 9, status: 200, body: "<html>Log in</html>" });
    await expect((await dashboards()).keep(board())).rejects.toMatchObject({ code: "PR306" });
    expect(place.count()).toBe(0);
  });

  test.each([null, [], { data: 1 }, { spec: {}, metadata: null }, { kind: "Status", status: "Failure" }])(
    "200 with %j is no board",
    async (json) => {
      const { place, board, dashboards } = await stage();
      place.faults.push({ method: "GET", path: reads, times: 9, status: 200, json });
      await expect((await dashboards()).keep(board())).rejects.toMatchObject({ code: "PR306" });
      expect(place.count()).toBe(0);
    },
  );

  test("a write whose answer is lost leaves one board, which the next run finds", async () => {
    const { place, board, dashboards } = await stage();
    const lost = await dashboards({}, loseAnswer(systemHttp, "POST", new RegExp(writes)));
    await lost.keep(board()).catch(() => undefined);
    expect((await (await dashboards()).keep(board())).change).toBe("unchanged");
    expect(place.count()).toBe(1);
  });

  test("a service that cannot be reached is told", async () => {
    const { board, dashboards } = await stage();
    const unreachable = (): Promise<never> => Promise.reject(new TypeError("fetch failed"));
    await expect((await dashboards({}, unreachable)).keep(board())).rejects.toMatchObject({ code: "PR301" });
  });

  if (raced !== undefined) {
    test("a conflict is read again once, and then told", async () => {
      const { place, board, dashboards, written } = await stage();
      place.faults.push({ method: "POST", path: writes, times: 1, ...raced });
      expect((await (await dashboards()).keep(board())).change).toBe("created");
      const other = board({ events: "scoring.completed: attempt_no" });
      // Also the method by which it is brought up to date.
      for (const method of ["POST", "PUT", "PATCH"])
        place.faults.push({ method, path: writes, times: 2, ...raced });
      await expect((await dashboards()).keep(other)).rejects.toMatchObject({
        code: "PR304",
        message: expect.stringContaining("twice"),
      });
      expect(written()).toBe(1);
      expect((await (await dashboards()).keep(other)).change).toBe("updated");
    });
  }
});
