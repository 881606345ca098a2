import { row, rule } from "./markdown-table.ts";
import type { SavedBench } from "./performance-page.ts";

const begin = "<!-- begin beside: generated from bench/results by `npm run generate` -->";
const end = "<!-- end beside -->";

/** A row of figures: what is compared, and which cells of which bench it is taken from. */
interface Measured {
  readonly what: string;
  readonly bench: string;
  readonly column: string;
  readonly tool: string;
  readonly theirs: Cells;
  readonly ours: Cells;
  /** What the figure alone would hide. */
  readonly but?: (bench: SavedBench) => string;
}

/** The rows of a bench whose `runner` is this, and whose work begins so. */
interface Cells {
  readonly runner: string;
  readonly work?: string;
}

const ours = "prism-rollout";

const measured: readonly Measured[] = [
  {
    what: "longest wait of live sessions while a table of 2 million rows is migrated, three kinds of migration",
    bench: "stall",
    column: "worst stall",
    tool: "`supabase db push`",
    theirs: { runner: "supabase db push" },
    ours: { runner: ours },
    but: rolledBack,
  },
  {
    what: "4 of 50 functions changed, until they are live",
    bench: "functions",
    column: "took",
    tool: "`supabase functions deploy`",
    theirs: { runner: "supabase functions deploy", work: "50 functions" },
    ours: { runner: ours, work: "4 of 50 changed" },
  },
  {
    what: "4 of 4 functions changed: each is read back and called before it counts",
    bench: "functions",
    column: "took",
    tool: "`supabase functions deploy`",
    theirs: { runner: "supabase functions deploy", work: "4 of 4" },
    ours: { runner: ours, work: "4 of 4" },
  },
  {
    what: "20 of 2,000 files of a site changed: staged, promoted, verified",
    bench: "web",
    column: "took",
    tool: "`vercel deploy`, `vercel promote`",
    theirs: { runner: "vercel deploy, then promote", work: "20 of 2000" },
    ours: { runner: "prism-rollout, with its record", work: "20 of 2000" },
  },
  {
    what: "functions, site and CDN back to the former release, verified",
    bench: "rollback",
    column: "took",
    tool: "the CLIs and `curl`, one after the other",
    theirs: { runner: "the three" },
    ours: { runner: ours, work: "all" },
  },
];

const seen = [
  [
    "an applied migration was edited",
    "«up to date»",
    "refused (PR414)",
    "[test](__tests__/actions/migrate/cli-defects.test.ts)",
  ],
  [
    "an error behind `create index concurrently`",
    "the file can never be run again",
    "mended, it goes on where it stopped",
    "[test](__tests__/actions/migrate/cli-defects.test.ts)",
  ],
  [
    "one of two functions does not bundle",
    "the other one is live",
    "none is live (PR421)",
    "[conformance](conformance/supabase/functions/scenarios.mjs)",
  ],
] as const;

/**
 * The README with its table of what a release is held beside, between the markers; a README without them stays as it is.
 * @throws {Error} where a bench that is kept has no such row any more.
 */
export function readmeWithBeside(saved: ReadonlyMap<string, SavedBench>, current: string): string {
  const [from, to] = [current.indexOf(begin), current.indexOf(end)];
  if (from < 0 || to < from) return current;
  const figures = measured.flatMap((one) => {
    const bench = saved.get(one.bench);
    return bench === undefined ? [] : [figureRow(one, bench)];
  });
  const lines = [
    row(["", "with the vendors' tools", "here", ""]),
    rule(4),
    ...figures.map(row),
    ...seen.map((cells) => row(cells)),
  ];
  return `${current.slice(0, from + begin.length)}\n\n${lines.join("\n")}\n\n${current.slice(to)}`;
}

function figureRow(one: Measured, bench: SavedBench): readonly string[] {
  const link = `[measured](docs/performance.md#${one.bench})`;
  const theirs = spanOf(bench, one.column, one.theirs);
  return [
    one.what,
    `${theirs} (${one.tool})`,
    spanOf(bench, one.column, one.ours) + (one.but?.(bench) ?? ""),
    link,
  ];
}

/** Who waits no longer than a bound is not done for that. */
function rolledBack({ columns, rows }: SavedBench): string {
  const [who, what] = [columns.indexOf("runner"), columns.indexOf("outcome")];
  const own = rows.filter((cells) => cells[who] === ours);
  const undone = own.filter((cells) => cells[what] !== "applied").length;
  return undone === 0 ? "" : `; then ${undone} of ${own.length} are rolled back and told (PR426)`;
}

/** «2.02 s», or where several rows fit «2.02 to 2.04 s». A row without work goes on with that of the row above it. */
function spanOf({ columns, rows }: SavedBench, column: string, { runner, work = "" }: Cells): string {
  const [who, cell] = [columns.indexOf("runner"), columns.indexOf(column)];
  let current = "";
  const fitting = rows.filter((cells) => {
    current = (cells[0] ?? "") === "" ? current : (cells[0] ?? "");
    return cells[who] === runner && current.startsWith(work);
  });
  const figures = (work === "" ? fitting : fitting.slice(0, 1)).map((cells) => cells[cell] ?? "");
  const numbers = figures.map((text) => Number.parseFloat(text));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  if (!Number.isFinite(least + most))
    throw new Error(`No row of a bench tells ${column} of ${runner} ${work}.`);
  const unit = (figures[0] ?? "").replace(/^[\d.]+\s*/, "");
  return least === most ? `${most} ${unit}` : `${least} to ${most} ${unit}`;
}
