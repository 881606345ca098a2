import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Axis, axes, type CorpusCase, type Label } from "./read-case.ts";

const letters: Readonly<Record<string, Axis>> = {
  D: "data_loss",
  B: "breaks_clients",
  T: "tightens",
  L: "lock_hazard",
};

/** A form of PostgreSQL's grammar: `opaque` where what it does is in no text, so that the axes say nothing. */
export interface Form extends CorpusCase {
  readonly opaque: Label;
}

/**
 * Every form in a folder's `.txt` files, each with the history that they share before it. A form begins with a line
 * `## name | labels | remark`: `-` harms nobody, `D B T L` are the axes, `d` rows of a condition, `?` before a letter what
 * careful readers differ on, `O` what cannot be read. What is above a line `-- pending` belongs to the history; ` -- <<`
 * marks the decisive line where it is not the first.
 * @throws {Error} naming the form and a label that is none.
 */
export function readForms(folder: string): readonly Form[] {
  const shared = readFileSync(join(folder, "history.sql"), "utf8").trim();
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .toSorted()
    .flatMap((file) => readFileSync(join(folder, file), "utf8").split(/^## /m).slice(1))
    .map((block) => formOf(block, shared));
}

function formOf(block: string, shared: string): Form {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const [name = "?", said = "", remark = ""] = head.split("|").map((part) => part.trim());
  const start = lines.indexOf("-- pending");
  const pending = lines.slice(start + 1);
  const labels = labelsOf(name, said);
  const mark = pending.findIndex((line) => line.includes(" -- <<"));
  const isHit = said.split(" ").some((label) => /^[A-Zd]$/.test(label));
  return {
    name: `grammar/${name}`,
    labels: Object.fromEntries(axes.map((axis) => [axis, labels.get(axis) ?? "no"])) as Form["labels"],
    opaque: labels.get("opaque") ?? "no",
    line: isHit ? Math.max(mark, 0) + 1 : undefined,
    why: remark,
    postgres: "15-18",
    rules: said === "-" ? { must: [], may: [] } : undefined,
    waived: [],
    fails: undefined,
    history: [shared, ...lines.slice(0, Math.max(start, 0))].join("\n"),
    pending: [pending.join("\n")],
  };
}

function labelsOf(name: string, said: string): ReadonlyMap<Axis | "opaque", Label> {
  const found = new Map<Axis | "opaque", Label>();
  for (const label of said === "-" ? [] : said.split(" ")) {
    const letter = label.replace("?", "").toUpperCase();
    const axis = letter === "O" ? "opaque" : letters[letter];
    if (!/^\??[DBTLO]$|^d$/.test(label) || axis === undefined)
      throw new Error(`${name}: ${label} is no label`);
    found.set(axis, label === "d" ? "scoped" : label.startsWith("?") ? "either" : "yes");
  }
  return found;
}
