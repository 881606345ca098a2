import { expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { generatedFiles } from "../../scripts/generate/generated-files.ts";
import { growthSvg } from "../../scripts/generate/growth-svg.ts";
import { benchNames, performancePage } from "../../scripts/generate/performance-page.ts";
import { performanceSvg } from "../../scripts/generate/performance-svg.ts";
import { proofNames, reliabilityPage } from "../../scripts/generate/reliability-page.ts";
import { keepReliability } from "../../scripts/reliability/keep.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string | undefined =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : undefined;
const files = generatedFiles(read);

test("every generated file is what its declaration says, byte by byte; else run `npm run generate`", () => {
  const stale = [...files].filter(([file, text]) => read(file) !== text).map(([file]) => file);
  expect({ "run `npm run generate` for": stale }).toEqual({ "run `npm run generate` for": [] });
});

test("every folder of an action that has its declaration is among them", () => {
  const declared = readdirSync(join(root, "actions")).filter((name) =>
    files.has(`actions/${name}/action.yml`),
  );
  const built = readdirSync(join(root, "actions")).filter((name) =>
    existsSync(join(root, "dist", `${name}.js`)),
  );
  expect(declared).toEqual(expect.arrayContaining(built));
});

test("a reader's own words in a README stay where they are", () => {
  const readme = "actions/migrate/README.md";
  const mine = `Words before.\n\n${read(readme) ?? ""}\nWords after.\n`;
  const made = generatedFiles((file) => (file === readme ? mine : read(file))).get(readme);
  expect(made).toBe(mine);
});

test("every bench stands on the page of performance, and what is kept of it has a cell for each column", () => {
  const benches = readdirSync(join(root, "bench")).filter((name) => /^(?!run\b).*\.mjs$/.test(name));
  expect([...benchNames].sort()).toEqual(benches.map((name) => name.replace(".mjs", "")).sort());
  const kept = readdirSync(join(root, "bench/results"));
  expect(kept.filter((name) => !benchNames.includes(name.replace(".json", "")))).toEqual([]);
  for (const name of kept) {
    const { columns, rows } = JSON.parse(read(`bench/results/${name}`) ?? "") as Record<
      "columns" | "rows",
      string[]
    >;
    expect([name, ...rows.map(({ length }) => length)]).toEqual([name, ...rows.map(() => columns.length)]);
  }
});

test("a figure is told as it was kept, and markup in it stands for itself", () => {
  const kept = {
    work: "a | b",
    beside: "c 1.2.3",
    target: "<b>",
    met: false,
    date: "2026-11-28",
    machine: "2 cores",
    load: "load average 0.1 before it",
    claims: [
      { name: "as *fast*", ratio: 0.29, target: 0.33, met: true },
      { name: "on 4 cores", ratio: null, target: 1.4, met: null },
    ],
    columns: ["work", "took"],
    rows: [["500 * x_y", "1.60 s"]],
  };
  const page = performancePage(new Map([["web", kept]]), "My own words.\n");
  expect(page).toMatch(/^My own words\.\n\n/);
  expect(page).toContain("| [web](#web) | as \\*fast\\* | 0.29 | 0.33 | yes | 2026-11-28 |");
  expect(page).toContain("A \\| b. Beside it: c 1.2.3. Target: &lt;b>. **Not met.**");
  expect(page).toContain("| 500 \\* x\\_y | 1.60 s |");
  expect(page).toContain("| rollback | no result is kept");
  expect(performancePage(new Map([["web", kept]]), page)).toBe(page);
  const svg = performanceSvg(new Map([["web", kept]]));
  expect(svg.match(/class="(met|missed)"/g)).toEqual(['class="met"']);
  expect(svg).toContain(">web: as *fast*</text>");
});

test("what a bench tells besides stands below its own table, under a heading", () => {
  const more = [
    { title: "Where it goes", text: "In seconds, as *told*.", columns: ["job"], rows: [["plan"]] },
  ];
  const kept = {
    work: "a",
    beside: "b",
    target: "c",
    met: true,
    date: "d",
    machine: "m",
    load: "l",
    claims: [],
  };
  const page = performancePage(new Map([["release", { ...kept, columns: ["x"], rows: [["1"]], more }]]));
  expect(page).toContain(
    "| 1 |\n\n### Where it goes\n\nIn seconds, as \\*told\\*.\n\n| job |\n| --- |\n| plan |\n\nd, m;",
  );
});

test("growth is drawn by powers of ten: ten times as much of both is a step up for each step to the right", () => {
  const rows = [
    ["files & folders", "10", "5 ms", "60", "", ""],
    ["files & folders", "1,000", "500 ms", "61", "1.00 × as much", ""],
    ["attempts", "1,000", "0 ms", "60", "", ""],
  ];
  const svg = growthSvg({ rows });
  const [time = "", memory = ""] = [...svg.matchAll(/<polyline class="line l0" points="(.*?)"/g)].map(
    ([, all]) => all,
  );
  expect(time).toBe("60.0,231.8 410.0,65.1");
  const [first = 0, second = 0] = memory.split(" ").map((point) => Number(point.split(",")[1]));
  expect(first - second).toBeLessThan(3);
  expect(svg).toContain('<circle class="dot l1" cx="410.0" cy="290.0"');
  expect(svg).toContain(">files &amp; folders</text>");
  expect(svg).not.toContain("NaN");
});

test("every proof of nothing lost has a name on the page of reliability, and its figures are told as they were kept", () => {
  const proofs = readdirSync(join(root, "docs/reliability"));
  expect(proofs.filter((name) => !proofNames.includes(name.replace(".json", "")))).toEqual([]);
  const result = {
    what: "each call of each phase",
    command: "npm run faults",
    tried: 4,
    held: 3,
    columns: ["phase", "held"],
    rows: [["build", "3 of 4 | x"]],
    notes: ["what was left"],
    date: "2026-11-29",
    machine: "2 cores",
  };
  const page = reliabilityPage(new Map([["faults", result]]));
  expect(page).toContain(
    "| [faults](#faults) | each call of each phase | 4 | **3** | `npm run faults` | 2026-11-29 |",
  );
  expect(page).toContain("| kills | no result is kept |");
  expect(page).toContain("| build | 3 of 4 \\| x |");
  expect(page).toContain("What was left.\n\n2026-11-29, 2 cores.");
});

test("what a proof keeps has a cell for each column, and the machine's day", async () => {
  const into = mkdtempSync(join(tmpdir(), "prism-kept-"));
  const result = { what: "w", command: "c", tried: 1, held: 1, columns: ["a", "b"], rows: [["1", "2"]] };
  const path = await keepReliability("faults", result, into);
  const { date, machine, ...kept } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(machine).toMatch(/cores .*Node\.js \d/);
  expect(kept).toEqual(result);
  await expect(keepReliability("faults", { ...result, rows: [["1"]] }, into)).rejects.toThrow(
    "a row of 1 cells",
  );
  rmSync(into, { recursive: true });
});
