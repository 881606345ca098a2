import type { SavedBench } from "./performance-page.ts";

/** What grows: each size that was measured, with its time in ms and its memory in MB. */
interface Line {
  readonly what: string;
  readonly points: readonly { readonly size: number; readonly time: number; readonly memory: number }[];
}

interface Panel {
  readonly title: string;
  readonly left: number;
  readonly of: "time" | "memory";
  /** Powers of ten, from and to. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const [width, height, top, bottom, wide] = [900, 420, 40, 290, 350];

/** `docs/growth.svg`: time and memory over how many there are, both by powers of ten; as steep as the dashed line is linear. */
export function growthSvg({ rows }: Pick<SavedBench, "rows">): string {
  const lines = linesOf(rows);
  const panel = (title: string, of: Panel["of"], left: number): Panel => ({
    title,
    of,
    left,
    x: powers(lines.flatMap(({ points }) => points.map(({ size }) => size))),
    y: powers(lines.flatMap(({ points }) => points.map((point) => point[of]))),
  });
  const panels = [panel("time, ms", "time", 60), panel("memory at most, MB", "memory", 510)];
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="How time and memory grow with what there is; the table below has the same figures.">`,
    style,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...panels.flatMap((one) => [...frame(one), ...lines.map((line, at) => drawn(one, line, at))]),
    ...lines.map(({ what }, at) => key(what, `line l${at}`, at)),
    key("as steep as this is linear", "linear", lines.length),
    "</svg>",
  ].join("\n")}\n`;
}

function linesOf(rows: SavedBench["rows"]): readonly Line[] {
  const names = [...new Set(rows.map(([what = ""]) => what))];
  return names.map((name) => ({
    what: name,
    points: rows
      .filter(([what]) => what === name)
      .map(([, size = "", time = "", memory = ""]) => ({
        size: number(size),
        time: Math.max(1, number(time)),
        memory: Math.max(1, number(memory)),
      })),
  }));
}

function number(text: string): number {
  return Number(/^[\d.]+/.exec(text.replaceAll(",", ""))?.[0] ?? Number.NaN);
}

function powers(values: readonly number[]): readonly [number, number] {
  const [from, to] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ];
  return [from, Math.max(to, from + 1)];
}

function place({ left, x, y, of }: Panel, point: Line["points"][number]): string {
  const share = ([from, to]: readonly [number, number], value: number): number =>
    (Math.log10(value) - from) / (to - from);
  const [across, up] = [left + share(x, point.size) * wide, bottom - share(y, point[of]) * (bottom - top)];
  return `${across.toFixed(1)},${up.toFixed(1)}`;
}

function frame({ title, left, x, y }: Panel): readonly string[] {
  const across = (power: number): number => left + ((power - x[0]) / (x[1] - x[0])) * wide;
  const up = (power: number): number => bottom - ((power - y[0]) / (y[1] - y[0])) * (bottom - top);
  const steps = ([from, to]: readonly [number, number]): readonly number[] =>
    Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const linear = Math.min(x[1] - x[0], y[1] - y[0]);
  return [
    `<text x="${left}" y="${top - 16}">${title}</text>`,
    ...steps(x).map(
      (power) =>
        `<line class="tick" x1="${across(power)}" x2="${across(power)}" y1="${top}" y2="${bottom}"/><text class="axis" text-anchor="middle" x="${across(power)}" y="${bottom + 18}">${(10 ** power).toLocaleString("en")}</text>`,
    ),
    ...steps(y).map(
      (power) =>
        `<line class="tick" x1="${left}" x2="${left + wide}" y1="${up(power)}" y2="${up(power)}"/><text class="axis" text-anchor="end" x="${left - 8}" y="${up(power) + 4}">${(10 ** power).toLocaleString("en")}</text>`,
    ),
    `<line class="linear" x1="${across(x[0])}" y1="${up(y[0])}" x2="${across(x[0] + linear)}" y2="${up(y[0] + linear)}"/>`,
  ];
}

function drawn(panel: Panel, { points }: Line, at: number): string {
  const places = points.map((point) => place(panel, point));
  const dots = places
    .map((one) => one.split(","))
    .map(([x, y]) => `<circle class="dot l${at}" cx="${x}" cy="${y}" r="3"/>`);
  return `<polyline class="line l${at}" points="${places.join(" ")}"/>${dots.join("")}`;
}

function key(what: string, how: string, at: number): string {
  const [x, y] = [60 + (at % 2) * 450, 336 + Math.floor(at / 2) * 24];
  const text = what.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<line class="${how}" x1="${x}" x2="${x + 28}" y1="${y - 4}" y2="${y - 4}"/><text x="${x + 36}" y="${y}">${text}</text>`;
}

const style = `<style>
text { font: 11px system-ui, sans-serif; fill: #1f2328 } .axis { fill: #59636e } .page { fill: #ffffff }
.tick { stroke: #d1d9e0 } .linear { stroke: #59636e; stroke-dasharray: 2 4 } .line { fill: none; stroke-width: 2 } .dot { stroke: none }
.line.l0 { stroke: #1f6feb } .line.l1 { stroke: #9a6700; stroke-dasharray: 8 3 } .line.l2 { stroke: #1a7f37; stroke-dasharray: 2 2 } .line.l3 { stroke: #cf222e; stroke-dasharray: 10 3 2 3 }
.dot.l0 { fill: #1f6feb } .dot.l1 { fill: #9a6700 } .dot.l2 { fill: #1a7f37 } .dot.l3 { fill: #cf222e }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .axis { fill: #9198a1 } .page { fill: #0d1117 } .tick { stroke: #3d444d } .linear { stroke: #9198a1 } }
</style>`;
