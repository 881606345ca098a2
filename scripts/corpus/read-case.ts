/**
 * A labelled case of the migration judge: a header of `-- key: value` lines, what existed before, then one or more
 * pending files, each after a line `-- pending`. conformance/corpus/README.md says what the labels mean.
 */
export interface CorpusCase {
  /** `<class>/<name>`. */
  readonly name: string;
  readonly labels: Readonly<Record<Axis, Label>>;
  /** The line of the decisive statement in the case's file; none for a case that hurts nobody. */
  readonly line: number | undefined;
  readonly why: string;
  readonly postgres: string;
  /** Which rules are right about the pending files; undefined where nobody has said so. */
  readonly rules: Expected | undefined;
  /** Rules that a comment in the pending files allows. What is allowed counts as not there. */
  readonly waived: readonly string[];
  /** The SQLSTATE with which PostgreSQL refuses the pending files. */
  readonly fails: string | undefined;
  readonly history: string;
  /** Each pending file, with empty lines before it: a line number is the same here and in the case's file. */
  readonly pending: readonly string[];
}

/** Rules that must speak of a case, and others that may. */
export interface Expected {
  readonly must: readonly string[];
  readonly may: readonly string[];
}

export const axes = ["data_loss", "breaks_clients", "tightens", "lock_hazard"] as const;
export type Axis = (typeof axes)[number];
/** `scoped`: a part of the rows, or all that come back. `either`: readers may differ, so it is not scored. */
export type Label = "yes" | "scoped" | "no" | "either";

const keys = [...axes, "line", "why", "postgres"];
const optional = ["rules", "waived", "fails"];

/** @throws {Error} naming the case and what its header lacks, has too much or says wrongly. */
export function readCase(name: string, text: string): CorpusCase {
  const refuse = (what: string): never => {
    throw new Error(`${name}: ${what}`);
  };
  const lines = text.split("\n");
  const header = headerOf(lines);
  const found = [...header.keys()].filter((key) => !optional.includes(key));
  if (found.join() !== keys.join()) refuse(`the header has ${found.join()} instead of ${keys.join()}`);
  const value = (key: string): string => header.get(key) || refuse(`${key} has no value`);
  const label = (axis: Axis): Label => {
    const said = value(axis);
    if (said === "yes" || said === "no" || said === "either") return said;
    return said === "scoped" && axis === "data_loss" ? said : refuse(`${axis} cannot be ${said}`);
  };
  const labels = Object.fromEntries(axes.map((axis) => [axis, label(axis)])) as Record<Axis, Label>;
  const line = value("line") === "none" ? undefined : Number(value("line"));
  if (hurts({ labels }) !== (line !== undefined))
    refuse("a decisive line is named exactly when an axis is hit");
  const starts = lines.flatMap((said, at) => (said === "-- pending" ? [at] : []));
  if (starts[0] === undefined) refuse("there is no line -- pending");
  const pending = starts.map((start, index) => padded(lines, start + 1, starts[index + 1] ?? lines.length));
  if (line !== undefined && !pending.some((file) => file.split("\n")[line - 1]?.trim()))
    refuse(`line ${line} is not one of a pending file`);
  return {
    name,
    labels,
    line,
    why: value("why"),
    postgres: value("postgres"),
    rules: expectedOf(header.get("rules"), labels),
    waived: namesIn(header.get("waived")),
    fails: header.get("fails"),
    history: lines.slice(header.size, starts[0]).join("\n").trim(),
    pending,
  };
}

/** Whether a case is labelled as hurting somebody on an axis that is scored. */
function hurts({ labels }: Pick<CorpusCase, "labels">): boolean {
  return axes.some((axis) => labels[axis] === "yes" || labels[axis] === "scoped");
}

/** Whether no axis is hit, none is left open, and it can be run as it is: a judge has nothing to say. */
export function isClean({ labels, rules }: Pick<CorpusCase, "labels" | "rules">): boolean {
  return isHarmless(labels) && (rules === undefined || rules.must.length + rules.may.length === 0);
}

function isHarmless(labels: CorpusCase["labels"]): boolean {
  return axes.every((axis) => labels[axis] === "no");
}

/** What the runbook forbids: rows are lost, or something that clients use. */
export function isDestructive({ labels }: Pick<CorpusCase, "labels">): boolean {
  return labels.data_loss === "yes" || labels.data_loss === "scoped" || labels.breaks_clients === "yes";
}

/** `drop-table rename-other?`: the first must be told, the second may be. What harms nobody is met by silence. */
function expectedOf(said: string | undefined, labels: CorpusCase["labels"]): Expected | undefined {
  if (said === undefined) return isHarmless(labels) ? { must: [], may: [] } : undefined;
  const names = namesIn(said);
  return {
    must: names.filter((name) => !name.endsWith("?")),
    may: names.filter((name) => name.endsWith("?")).map((name) => name.slice(0, -1)),
  };
}

function namesIn(said = ""): readonly string[] {
  return said.split(" ").filter((name) => name !== "");
}

function headerOf(lines: readonly string[]): Map<string, string> {
  const header = new Map<string, string>();
  for (const line of lines) {
    const [, key, value] = /^-- ([a-z_]+): (.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) break;
    header.set(key, value.trim());
  }
  return header;
}

function padded(lines: readonly string[], from: number, to: number): string {
  return [...Array<string>(from).fill(""), ...lines.slice(from, to)].join("\n");
}
