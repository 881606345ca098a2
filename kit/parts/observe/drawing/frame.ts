const WIDTH = 640;
const HEIGHT = 280;
const left = 56;
const right = 18;
const top = 18;
const bottom = 46;

/** What is between the axes, in numbers of the axes. */
export interface Ranges {
  readonly x: readonly [from: number, to: number];
  readonly y: readonly [from: number, to: number];
}

export interface Tick {
  readonly at: number;
  readonly says: string;
}

export interface Scales {
  readonly x: (value: number) => string;
  readonly y: (value: number) => string;
  readonly box: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
}

/** Colours that are told apart on white and on black, and by people who see fewer of them. */
const look =
  ".rollout-drawing{max-width:100%;height:auto;font:12px system-ui,sans-serif;--ink:#1f2328;--ground:#fff;--quiet:#59636e;--line:#d1d9e0;--blue:#0550ae;--red:#cf222e;--green:#116329}" +
  "@media(prefers-color-scheme:dark){.rollout-drawing{--ink:#e6edf3;--ground:#0d1117;--quiet:#9198a1;--line:#3d444d;--blue:#79c0ff;--red:#ff7b72;--green:#56d364}}" +
  ".rollout-drawing text{fill:var(--ink)}.rollout-drawing .quiet{fill:var(--quiet)}.rollout-drawing .ground{fill:var(--ground)}" +
  ".rollout-drawing .line{stroke:var(--line)}.rollout-drawing .blue{stroke:var(--blue);color:var(--blue)}.rollout-drawing .red{stroke:var(--red);color:var(--red)}" +
  ".rollout-drawing .green{stroke:var(--green);color:var(--green)}.rollout-drawing .mark{stroke:var(--ink)}.rollout-drawing .full{fill:currentColor}";

export function scalesOf({ x, y }: Ranges): Scales {
  const box = { left, right: WIDTH - right, top, bottom: HEIGHT - bottom };
  const between =
    ([from, to]: readonly [number, number], a: number, b: number) =>
    (value: number) =>
      (a + ((value - from) / Math.max(1e-9, to - from)) * (b - a)).toFixed(1);
  return { x: between(x, box.left, box.right), y: between(y, box.bottom, box.top), box };
}

/** A whole picture: `says` is read aloud in its place; `inside` is SVG of ours. Stands alone, or within a page. */
export function frame(
  says: string,
  { x, y, box }: Scales,
  axes: {
    readonly x: readonly Tick[];
    readonly y: readonly Tick[];
    readonly under: string;
    readonly beside: string;
  },
  inside: string,
): string {
  const ticks = [
    ...axes.y.map(
      ({ at, says: label }) =>
        `<line class="line" x1="${box.left}" x2="${box.right}" y1="${y(at)}" y2="${y(at)}"/>` +
        `<text class="quiet" text-anchor="end" x="${box.left - 6}" y="${y(at)}" dy="4">${escaped(label)}</text>`,
    ),
    ...axes.x.map(
      ({ at, says: label }) =>
        `<text class="quiet" text-anchor="middle" x="${x(at)}" y="${box.bottom + 16}">${escaped(label)}</text>`,
    ),
  ];
  const middle = (box.left + box.right) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="rollout-drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(says)}">`,
    `<title>${escaped(says)}</title><style>${look}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
    ...ticks,
    `<text text-anchor="middle" x="${middle}" y="${HEIGHT - 8}">${escaped(axes.under)}</text>`,
    `<text text-anchor="middle" transform="rotate(-90)" x="${-(box.top + box.bottom) / 2}" y="14">${escaped(axes.beside)}</text>`,
    inside,
    "</svg>",
  ].join("\n");
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Round numbers from 0 up to `most`, at most six. */
export function roundTicks(most: number): readonly Tick[] {
  const steps = [1, 2, 5].flatMap((one) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((power) => one * 10 ** power));
  const step = steps.sort((a, b) => a - b).find((one) => most / one <= 6) ?? most;
  const count = Math.floor(most / step) + 1;
  return Array.from({ length: count }, (_, index) => ({
    at: index * step,
    says: (index * step).toLocaleString("en"),
  }));
}
