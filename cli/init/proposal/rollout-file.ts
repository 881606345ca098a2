import { LineCounter, isMap, isScalar, parseDocument } from "yaml";
import { parseConfig } from "../../../kit/config/config.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { specs } from "../../../scripts/specs.ts";
import { type Fill, type Section, fillsOf, isHint, sectionText } from "./entries.ts";

/** A place of rollout.yml that waits for a person, with its line. */
export interface PlacedFill extends Fill {
  readonly line: number;
}

const schema =
  "https://raw.githubusercontent.com/prism-rollout/prism-rollout/main/schemas/rollout.schema.json";

const head = `# yaml-language-server: $schema=${schema}
# What a release is, and where it goes. The comment behind a value says where \`prism-rollout init\` found it.
# A line that says FILL IN has no value yet: plan refuses the file until it has one, or is taken away.
`;

/** The whole file, where there is none. */
export function newRollout(sections: readonly Section[], targets: readonly Section[]): string {
  const parts = sections.map((section) => sectionText(section));
  return `${head}\n${parts.join("\n")}\n${targetsText(targets)}`;
}

function targetsText(targets: readonly Section[]): string {
  return `targets:\n${targets.map((target) => sectionText(target, 2)).join("\n")}`;
}

/** A file that is there, with what it lacks. What it says stays byte for byte. */
export interface Completed {
  readonly text: string;
  /** What a person must add by hand, a sentence each. */
  readonly besides: readonly string[];
}

/**
 * Adds sections and targets that the file does not have; one that stands in it as a comment is left out on purpose.
 * @throws {UserError} PR101 when it is not YAML.
 */
export function completedRollout(
  text: string,
  file: string,
  sections: readonly Section[],
  targets: readonly Section[],
): Completed {
  const there = keysIn(text, file);
  const lacking = sections.filter(
    (section) =>
      !isHint(section) &&
      !there.sections.has(section.name) &&
      !new RegExp(`^#\\s*${section.name}:`, "m").test(text),
  );
  const missing = targets.filter(({ name }) => !there.targets.has(name));
  if (lacking.length === 0 && missing.length === 0) return { text, besides: [] };
  const completed = inserted(text, there, lacking, missing);
  if (completed !== undefined && holds(completed, lacking, missing)) return { text: completed, besides: [] };
  const names = [...lacking.map(({ name }) => name), ...missing.map(({ name }) => `targets.${name}`)];
  return { text, besides: [`${file}: add ${names.join(", ")} by hand: where they belong cannot be told.`] };
}

/** Sections before the targets, targets after them; undefined where the file is not written line by line. */
function inserted(
  text: string,
  there: Keys,
  lacking: readonly Section[],
  missing: readonly Section[],
): string | undefined {
  if (there.isFlow) return undefined;
  const whole = text === "" || text.endsWith("\n") ? text : `${text}\n`;
  const added = lacking.map((section) => sectionText(section));
  if (there.targetsAt === undefined)
    return [whole, ...added, ...(missing.length === 0 ? [] : [targetsText(missing)])].join("\n");
  const before = whole.slice(0, there.targetsAt);
  // What is said of the targets stands right above them.
  const own = before.length - (/(?:^#.*\n)+$/m.exec(before)?.[0].length ?? 0);
  const middle = added.map((part) => `${part}\n`).join("");
  const ending = missing.map((target) => `\n${sectionText(target, there.indent)}`).join("");
  if (missing.length > 0 && !there.targetsLast) return undefined;
  return `${before.slice(0, own)}${middle}${whole.slice(own)}${ending}`;
}

/** Whether a file has them now. */
function holds(text: string, sections: readonly Section[], targets: readonly Section[]): boolean {
  try {
    const there = keysIn(text, "");
    return (
      sections.every(({ name }) => there.sections.has(name)) &&
      targets.every(({ name }) => there.targets.has(name))
    );
  } catch {
    return false;
  }
}

interface Keys {
  readonly sections: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly targetsAt: number | undefined;
  readonly targetsLast: boolean;
  /** In brackets: `{ build: … }`. */
  readonly isFlow: boolean;
  readonly indent: number;
}

function keysIn(text: string, file: string): Keys {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const fix = "Mend it, or move it away: then a new one is written.";
    throw new UserError("PR101", `${file}:${line}:${col}: no YAML (${error.message}).`, fix);
  }
  const items = isMap(document.contents) ? document.contents.items : [];
  const nameOf = (key: unknown): string => (isScalar(key) ? String(key.value) : "");
  const targets = items.find(({ key }) => nameOf(key) === "targets");
  const nested = isMap(targets?.value) ? targets.value : undefined;
  const names = nested?.items.map(({ key }) => nameOf(key)) ?? [];
  const key = targets?.key;
  const offset = isScalar(key) ? key.range?.[0] : undefined;
  const [first] = nested?.items ?? [];
  const firstAt = isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0;
  return {
    sections: new Set(items.map((item) => nameOf(item.key))),
    targets: new Set(names),
    targetsAt: offset === undefined ? undefined : text.lastIndexOf("\n", offset) + 1,
    isFlow: isMap(document.contents) && document.contents.flow === true,
    targetsLast: items.at(-1) === targets && nested?.flow !== true,
    indent: firstAt === 0 ? 2 : lines.linePos(firstAt).col - 1,
  };
}

/** The names of the targets of a file; none where it has none, or is no YAML. */
export function targetsIn(text: string): readonly string[] {
  try {
    return [...keysIn(text, "rollout.yml").targets];
  } catch {
    return [];
  }
}

/** What the file's own reader finds: lines without a value are for a person to fill in, all else is wrong. */
export function findingsOf(
  text: string,
  file: string,
  sections: readonly Section[],
  targets: readonly Section[],
): { readonly fills: readonly PlacedFill[]; readonly wrong: readonly string[] } {
  const known = [
    ...sections.flatMap((one) => fillsOf(one)),
    ...targets.flatMap((one) => fillsOf(one, "targets.")),
  ];
  const { issues } = parseConfig(text, file, "", specs);
  const fills: PlacedFill[] = [];
  const wrong: string[] = [];
  for (const issue of issues) {
    const [, line = "", key = "", expected = ""] =
      /^[^:]*:(\d+):\d+: ([\w.-]+): expected (.*), got no value; write /.exec(issue) ?? [];
    if (line === "") wrong.push(issue);
    else {
      const said = new RegExp(`${key.split(".").at(-1)}:\\s*# FILL IN: (.*)`).exec(
        text.split("\n")[Number(line) - 1] ?? "",
      )?.[1];
      const what = said ?? known.find((one) => one.key === key)?.what ?? expected;
      fills.push({ key, what, line: Number(line) });
    }
  }
  return { fills: fills.sort((a, b) => a.line - b.line), wrong };
}
