import { plain, row, rule, sentence } from "./markdown-table.ts";

/** A ratio that a bench claims, and the most that it may be; `met: null` where it could not be measured. */
export interface Claim {
  readonly name: string;
  readonly ratio: number | null;
  readonly target: number;
  readonly met: boolean | null;
}

/** What `npm run bench -- NAME --save` has kept: `bench/results/NAME.json`. */
export interface SavedBench {
  readonly work: string;
  readonly beside: string;
  readonly target: string;
  readonly met: boolean;
  readonly date: string;
  readonly machine: string;
  /** What else the machine did. */
  readonly load: string;
  readonly claims: readonly Claim[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Tables that stand below it: where the time goes, what it costs. */
  readonly more?: readonly MoreTable[];
}

/** A table of a result besides its own, under a heading. */
export interface MoreTable {
  readonly title: string;
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Every bench, in the order of the page. */
export const benchNames = [
  "migrate",
  "stall",
  "judge",
  "shadow",
  "replay",
  "functions",
  "web",
  "release",
  "rollback",
  "suites",
  "start",
  "growth",
];

const begin = "<!-- begin figures: generated from bench/results/*.json by `npm run generate` -->";
const end = "<!-- end figures -->";

/**
 * `docs/performance.md`: between its markers the figures are those of the results that are kept, and no others; what a
 * person wrote around them, about where the time goes, stays.
 */
export function performancePage(saved: ReadonlyMap<string, SavedBench>, current = ""): string {
  const [from, to] = [current.indexOf(begin), current.indexOf(end)];
  const block = `${begin}\n\n${figures(saved)}\n${end}`;
  if (from === -1 || to === -1) return `${current.trimEnd()}\n\n${block}\n`;
  return current.slice(0, from) + block + current.slice(to + end.length);
}

function figures(saved: ReadonlyMap<string, SavedBench>): string {
  return [
    row(["bench", "what is claimed", "ratio", "at most", "met", "date"]),
    rule(6),
    ...benchNames.flatMap((name) => summary(name, saved.get(name))),
    "",
    ...benchNames.flatMap((name) => section(name, saved.get(name))),
  ].join("\n");
}

function summary(name: string, found: SavedBench | undefined): readonly string[] {
  if (found === undefined) return [row([name, "no result is kept", "", "", "", ""])];
  return found.claims.map((claim) =>
    row([
      `[${name}](#${name})`,
      plain(claim.name),
      claim.ratio?.toFixed(2) ?? "",
      claim.target.toFixed(2),
      saidOf(claim),
      found.date,
    ]),
  );
}

function saidOf({ met }: Claim): string {
  if (met === null) return "not measured";
  return met ? "yes" : "**no**";
}

function section(name: string, found: SavedBench | undefined): readonly string[] {
  if (found === undefined)
    return [`## ${name}`, "", `Measure it with \`npm run bench -- ${name} --save\`.`, ""];
  const { work, beside, target, met, date, machine, load, columns, rows, more = [] } = found;
  return [
    `## ${name}`,
    "",
    `${sentence(work)} Beside it: ${plain(beside)}. Target: ${plain(target)}. ${met ? "Met." : "**Not met.**"}`,
    "",
    ...(name === "growth" ? [`![${drawing}](growth.svg)`, ""] : []),
    ...table(columns, rows),
    ...more.flatMap((one) => [`### ${one.title}`, "", plain(one.text), "", ...table(one.columns, one.rows)]),
    `${date}, ${machine}; ${load}. Again by \`npm run bench -- ${name}\`.`,
    "",
  ];
}

const drawing = "Time and memory over how many there are, by powers of ten";

function table(columns: readonly string[], rows: MoreTable["rows"]): readonly string[] {
  return [row(columns.map(plain)), rule(columns.length), ...rows.map((cells) => row(cells.map(plain))), ""];
}
