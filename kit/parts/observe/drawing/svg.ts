import type { Events } from "./events.ts";
import { type Scales, type Tick, escaped, frame, roundTicks, scalesOf } from "./frame.ts";
import type { Path } from "./path.ts";
import { sayEvents, sayPath } from "./say.ts";

/** The test's course: failures over attempts, with the line above which it fails and the one below which it passes. */
export function pathSvg(path: Path): string {
  const { unit, most, fail, pass, points } = path;
  const highest = Math.max(fail[1] / 1000, ...points.map(([, failed]) => failed)) * 1.1;
  const scales = scalesOf({ x: [0, most], y: [0, highest] });
  const axes = { x: roundTicks(most), y: roundTicks(highest), under: unit, beside: "failures" };
  const drawn = [
    line("red", [0, fail[0] / 1000], [most, fail[1] / 1000], scales),
    // Below 0 there are no failures: the line is drawn from where it begins to be met.
    line("green", [-(most * pass[0]) / (pass[1] - pass[0]), 0], [most, pass[1] / 1000], scales),
    label("fails above", [0, fail[0] / 1000], [8, 18], "start", scales),
    label("passes below", [most, pass[1] / 1000], [-4, -8], "end", scales),
    course(points, scales),
  ];
  return frame(sayPath(path), scales, axes, drawn.join("\n"));
}

/** Attempts over time, those that failed within them, and the moment at which the release went live. */
export function eventsSvg(events: Events): string {
  const { since, edges, slots } = events;
  const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 1];
  const highest = Math.max(1, ...slots.map(({ attempts }) => attempts)) * 1.15;
  const scales = scalesOf({ x: [from, to], y: [0, highest] });
  const bars = slots.map(({ attempts, failed }, index) => {
    const [a, b] = [edges[index] ?? from, edges[index + 1] ?? to];
    return (
      bar("blue", [a, b], attempts, scales) + bar("red full", [a, b], Math.min(failed, attempts), scales)
    );
  });
  const { box } = scales;
  const isSeen = since >= from && since <= to;
  const x = scales.x(since);
  const toLeft = Number(x) > (box.left + box.right) / 2;
  const mark = isSeen
    ? [
        `<line class="mark" stroke-width="1.5" stroke-dasharray="4 3" x1="${x}" x2="${x}" y1="${box.top}" y2="${box.bottom}"/>`,
        `<text x="${x}" y="${box.top}" dx="${toLeft ? -6 : 6}" dy="10" text-anchor="${toLeft ? "end" : "start"}">live since ${clock(since, true)}</text>`,
      ]
    : [];
  const axes = {
    x: timesOf(from, to),
    y: roundTicks(highest),
    under: "time (UTC); filled: attempts that failed",
    beside: "attempts",
  };
  return frame(sayEvents(events), scales, axes, [...bars, ...mark].join("\n"));
}

type Point = readonly [number, number];

function line(colour: string, [x1, y1]: Point, [x2, y2]: Point, { x, y }: Scales): string {
  return `<line class="${colour}" stroke-width="2" stroke-dasharray="6 4" x1="${x(x1)}" y1="${y(y1)}" x2="${x(x2)}" y2="${y(y2)}"/>`;
}

function label(
  text: string,
  [at, height]: Point,
  [dx, dy]: Point,
  anchor: "start" | "end",
  { x, y }: Scales,
): string {
  return `<text x="${x(at)}" y="${y(height)}" dx="${dx}" dy="${dy}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function course(points: Path["points"], { x, y }: Scales): string {
  const all = points.map(([seen, failed]) => `${x(seen)},${y(failed)}`);
  const [lastX = "0", lastY = "0"] = (all.at(-1) ?? "").split(",");
  return `<polyline class="blue" fill="none" stroke-width="2.5" stroke-linejoin="round" points="${all.join(" ")}"/><circle class="blue full" r="4" cx="${lastX}" cy="${lastY}"/>`;
}

function bar(colour: string, [from, to]: Point, height: number, { x, y, box }: Scales): string {
  if (height <= 0) return "";
  const width = Math.max(1, Number(x(to)) - Number(x(from)) - 2).toFixed(1);
  const fill = colour.includes("full") ? "" : ' fill="none"';
  return `<rect class="${colour}"${fill} stroke-width="1.5" x="${(Number(x(from)) + 1).toFixed(1)}" width="${width}" y="${y(height)}" height="${(box.bottom - Number(y(height))).toFixed(1)}"/>`;
}

function timesOf(from: number, to: number): readonly Tick[] {
  const isShort = to - from < 10 * 60_000;
  return [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => {
    const at = from + part * (to - from);
    return { at, says: clock(at, isShort) };
  });
}

function clock(time: number, withSeconds: boolean): string {
  return new Date(time).toISOString().slice(11, withSeconds ? 19 : 16);
}
