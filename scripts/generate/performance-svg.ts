import { type SavedBench, benchNames } from "./performance-page.ts";

const [width, height, left, top] = [900, 22, 430, 34];
/** A bar that is longer is cut here, and its figure says how much it is. */
const most = 2;

interface Bar {
  readonly label: string;
  readonly ratio: number;
  readonly target: number;
  readonly met: boolean;
}

/** `docs/performance.svg`: each claim a bar, beside 1 (as what it is held beside) and the most that it may be. */
export function performanceSvg(saved: ReadonlyMap<string, SavedBench>): string {
  const bars = benchNames.flatMap((name) => barsOf(name, saved.get(name)));
  const bottom = top + bars.length * height;
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 12}" width="${width}" role="img" aria-label="Each claim's ratio to what it is held beside; the table below has the same figures.">`,
    style,
    `<rect class="page" width="${width}" height="${bottom + 12}"/>`,
    ...[0, 0.5, 1, 1.5, 2].map((at) => tick(at, bottom)),
    ...bars.map((bar, index) => drawn(bar, top + index * height)),
    "</svg>",
  ].join("\n")}\n`;
}

function barsOf(name: string, found: SavedBench | undefined): readonly Bar[] {
  return (found?.claims ?? []).flatMap(({ name: what, ratio, target, met }) =>
    ratio === null || met === null || target === 0 ? [] : [{ label: `${name}: ${what}`, ratio, target, met }],
  );
}

function tick(at: number, bottom: number): string {
  const words = at === 1 ? "1 ×, as the other" : `${at} ×`;
  return (
    `<line class="${at === 1 ? "one" : "tick"}" x1="${x(at)}" x2="${x(at)}" y1="${top - 6}" y2="${bottom}"/>` +
    `<text class="axis" text-anchor="middle" x="${x(at)}" y="${top - 12}">${words}</text>`
  );
}

function drawn({ label, ratio, target, met }: Bar, y: number): string {
  const shown = label.length > 74 ? `${label.slice(0, 73)}…` : label;
  const long = Math.max(1, Number(x(ratio)) - left).toFixed(1);
  return [
    `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escaped(shown)}</text>`,
    `<rect class="${met ? "met" : "missed"}" x="${left}" y="${y + 3}" width="${long}" height="${height - 8}"/>`,
    `<line class="target" x1="${x(target)}" x2="${x(target)}" y1="${y + 1}" y2="${y + height - 3}"/>`,
    `<text x="${Number(x(Math.max(ratio, target))) + 5}" y="${y + 14}">${ratio.toFixed(2)}${met ? "" : " missed"}</text>`,
  ].join("");
}

function x(ratio: number): string {
  return (left + (Math.min(ratio, most) / most) * (width - left - 84)).toFixed(1);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

const style = `<style>
text { font: 11px system-ui, sans-serif; fill: #1f2328 } .axis { fill: #59636e } .page { fill: #ffffff }
.met { fill: #4c8dd6 } .missed { fill: #c4432b } .tick { stroke: #d1d9e0 } .one { stroke: #59636e }
.target { stroke: #1f2328; stroke-width: 2 }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } .axis { fill: #9198a1 } .page { fill: #0d1117 } .tick { stroke: #3d444d } .one { stroke: #9198a1 }
.target { stroke: #e6edf3 } .met { fill: #388bfd } .missed { fill: #f0705a }
}
</style>`;
