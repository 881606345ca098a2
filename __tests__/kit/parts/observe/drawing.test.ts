import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { counterStanding } from "../../../../kit/parts/observe/counter-test.ts";
import { edgesOf } from "../../../../kit/parts/observe/drawing/events.ts";
import { eventsSection, pathSection } from "../../../../kit/parts/observe/drawing/mermaid.ts";
import { pathOf } from "../../../../kit/parts/observe/drawing/path.ts";
import { eventsSvg, pathSvg } from "../../../../kit/parts/observe/drawing/svg.ts";
import { standing } from "../../../../kit/parts/observe/sequential-test.ts";
import type { Seen } from "../../../../kit/parts/observe/watch-release.ts";
import { start } from "../../../support/observed-project.ts";
import { elementsOf } from "../../../rehearsal/report/elements.ts";

const limits = { tolerable: 10_000, unacceptable: 100_000, falseFail: 10_000, falsePass: 50_000 };
const counter = { tolerable: 0.5, unacceptable: 5, falseFail: 10_000, falsePass: 50_000 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function looks(...counts: readonly (readonly [attempts: number, failed: number])[]): readonly Seen[] {
  return counts.map(([attempts, failed], index) => ({
    until: start + index * MINUTE,
    attempts,
    failed,
  }));
}

/** The height of a line at some number of attempts or minutes. */
function heightAt([at0, atMost]: readonly [number, number], seen: number, most: number): number {
  return (at0 + ((atMost - at0) * seen) / most) / 1000;
}

const anyLimits = fc
  .tuple(
    fc.integer({ min: 1_000, max: 300_000 }),
    fc.integer({ min: 20_000, max: 500_000 }),
    fc.integer({ min: 100, max: 200_000 }),
    fc.integer({ min: 100, max: 200_000 }),
  )
  .map(([tolerable, more, falseFail, falsePass]) => ({
    tolerable,
    unacceptable: tolerable + more,
    falseFail,
    falsePass,
  }));

describe("the course of the test", () => {
  test("lies on the side of each line on which the test decides", () => {
    fc.assert(
      fc.property(anyLimits, fc.nat(300), fc.nat(300), (given, n, some) => {
        const x = Math.min(n, some);
        const { most, fail, pass } = pathOf({ limits: given }, looks([n, x]), start);
        const [over, under] = [x - heightAt(fail, n, most), x - heightAt(pass, n, most)];
        // The lines are kept in thousandths of a failure.
        if (Math.abs(over) < 0.002 || Math.abs(under) < 0.002) return;
        expect(standing(x, n, given)).toBe(over > 0 ? "fail" : under < 0 ? "pass" : "open");
      }),
    );
  });

  test("and so does one by time", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 3_000 }), (failed, minutes) => {
        const seen = [{ until: start + minutes * MINUTE, attempts: 0, failed }];
        const path = pathOf({ limits, counter }, seen, start);
        expect([path.unit, path.points.at(-1)]).toEqual(["minutes", [minutes, failed]]);
        const over = failed - heightAt(path.fail, minutes, path.most);
        const under = failed - heightAt(path.pass, minutes, path.most);
        if (Math.abs(over) < 0.002 || Math.abs(under) < 0.002) return;
        const stands = counterStanding(failed, minutes * MINUTE, counter);
        expect(stands).toBe(over > 0 ? "fail" : under < 0 ? "pass" : "open");
      }),
    );
  });

  test("goes as far as the first pass, and beyond what was counted", () => {
    expect(pathOf({ limits }, [], start)).toMatchObject({ most: 39, points: [[0, 0]] });
    expect(pathOf({ limits }, looks([100, 4]), start).most).toBe(120);
  });

  test("keeps the last of a thousand looks, and no more than fit on a page", () => {
    const many = looks(...Array.from({ length: 1_000 }, (_, n) => [n + 1, 0] as const), [1_000, 0]);
    const { points } = pathOf({ limits }, many, start);
    expect([points.length <= 202, points[0], points.at(-1)]).toEqual([true, [0, 0], [1_000, 0]]);
  });

  test("leaves out looks that were not answered", () => {
    const given = [...looks([3, 0]), { until: start, error: "429" }];
    expect(pathOf({ limits }, given, start).points).toEqual([
      [0, 0],
      [3, 0],
    ]);
  });
});

describe("attempts over time", () => {
  test("are around the release, within what one question may span", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 * 24 * HOUR }), (after) => {
        const edges = edgesOf(start, start + after);
        const [from, to] = [Math.min(...edges), Math.max(...edges)];
        expect(edges).toHaveLength(25);
        expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge))).toBe(true);
        expect(to - from).toBeLessThan(23.5 * HOUR);
        expect(to).toBeGreaterThanOrEqual(start + after);
        if (after < 22 * HOUR) expect(from).toBeLessThan(start);
      }),
    );
  });

  test("have as much time before the release as after it", () => {
    expect(edgesOf(start, start + 2 * HOUR)[0]).toBe(start - 2 * HOUR);
    expect(edgesOf(start, start + 5_000)[0]).toBe(start - 10 * MINUTE);
  });
});

const path = pathOf({ limits }, looks([5, 0], [14, 1], [40, 1]), start);
const edges = edgesOf(start, start + HOUR);
const events = { since: start, edges, slots: edges.slice(1).map((_, n) => ({ attempts: n, failed: n % 3 })) };

describe("a picture", () => {
  test.each([
    [
      "path.svg",
      pathSvg(path),
      "1 failure in 40 attempts; there, 4 or more would fail and at most 0 would pass.",
    ],
    [
      "events.svg",
      eventsSvg(events),
      /^Before the release \d+ of \d+ attempts failed, since then \d+ of \d+/,
    ],
  ])("%s says what it shows, loads nothing, and every number in it is one", (_, svg, says) => {
    const [root] = elementsOf(svg);
    expect(root?.name).toBe("svg");
    expect(root?.attributes["role"]).toBe("img");
    expect(root?.attributes["aria-label"]).toEqual(
      typeof says === "string" ? says : expect.stringMatching(says),
    );
    expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<script|url\(/);
    expect(svg).toContain("prefers-color-scheme:dark");
  });

  test("of nothing at all is one, too", () => {
    const none = edgesOf(start, start);
    const empty = { since: start, edges: none, slots: none.slice(1).map(() => ({ attempts: 0, failed: 0 })) };
    const drawn = pathSvg(pathOf({ limits }, [], start)) + eventsSvg(empty);
    expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("of a release that is older than what is shown has no line for it", () => {
    const late = edgesOf(start, start + 72 * HOUR);
    const slots = late.slice(1).map(() => ({ attempts: 1, failed: 0 }));
    expect(eventsSvg({ since: start, edges: late, slots })).not.toContain(">live since");
  });
});

describe("a diagram of the summary", () => {
  const numbers = (text: string): readonly (readonly number[])[] =>
    [...text.matchAll(/^ {2}(?:line|bar) \[(.*)\]$/gm)].map(([, list = ""]) => list.split(", ").map(Number));

  test("has series of one length, in which everything is a number, and the same in words", () => {
    for (const [{ text }, series] of [
      [pathSection(path), 3],
      [eventsSection(events), 2],
    ] as const) {
      const found = numbers(text);
      expect(found).toHaveLength(series);
      expect(new Set(found.map(({ length }) => length)).size).toBe(1);
      expect(found.flat().every(Number.isFinite)).toBe(true);
      expect(text).toMatch(/```mermaid\n---\nconfig:[\s\S]*xychart-beta\n[\s\S]*```\n\n.*\.$/);
    }
  });

  test("ends at what was counted last", () => {
    expect(numbers(pathSection(pathOf({ limits }, looks([2, 0], [7, 4]), start)).text)[2]?.at(-1)).toBe(4);
  });
});
