import { oneLine } from "../../rehearsal/report/printable.ts";
import type { Paint, Style } from "../paint.ts";
import type { State, Told } from "./check.ts";
import type { Row } from "./run.ts";

/** How many questions came to what. */
export interface Count {
  readonly ok: number;
  readonly warn: number;
  readonly fail: number;
  readonly notAsked: number;
  /** All that were asked. */
  readonly of: number;
}

export function countOf(rows: readonly Row[]): Count {
  const states = rows.flatMap(({ told }) => told.map(({ state }) => state));
  const count = (wanted: State): number => states.filter((state) => state === wanted).length;
  const [fine, warned, failed] = [count("ok"), count("warn"), count("fail")];
  return { ok: fine, warn: warned, fail: failed, notAsked: count("not asked"), of: fine + warned + failed };
}

/** The first thing to do: what fails before what warns. */
function nextOf(rows: readonly Row[]): string {
  const all = rows.flatMap(({ told, group }) => told.map((one) => ({ ...one, group })));
  const first = all.find(({ state }) => state === "fail") ?? all.find(({ state }) => state === "warn");
  if (first === undefined) return "Nothing to do.";
  const where = first.group === first.what ? first.what : `${first.group}, ${first.what}`;
  return `${where}: ${first.fix ?? first.says}`;
}

const styles: Readonly<Record<State, Style>> = {
  ok: "green",
  warn: "yellow",
  fail: "red",
  "not asked": "dim",
};

/** Verdict, reason, next step; then a line for each question, and what to do below it. */
export function asText(rows: readonly Row[], paint: Paint, quiet: boolean): string {
  const count = countOf(rows);
  const verdict = count.fail > 0 ? "fail" : count.warn > 0 ? "warn" : "ok";
  const rest = [
    ...(count.warn > 0 ? [`${count.warn} warn`] : []),
    ...(count.fail > 0 ? [`${count.fail} fail`] : []),
    ...(count.notAsked > 0 ? [`${count.notAsked} not asked`] : []),
  ];
  const head = [
    `${paint(styles[verdict], verdict)}  ${[`${count.ok} of ${count.of} ok`, ...rest].join(", ")}`,
    `next  ${shown(nextOf(rows))}`,
  ];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const body = groups.flatMap((group) => {
    const all = rows.filter((row) => row.group === group).flatMap(({ told }) => told);
    const some = quiet ? all.filter(({ state }) => state === "warn" || state === "fail") : all;
    return some.length === 0
      ? []
      : ["", paint("bold", shown(group)), ...some.flatMap((told) => lines(told, paint))];
  });
  return `${[...head, ...body].join("\n")}\n`;
}

const width = "not asked".length;

function lines({ state, what, says, fix, code }: Told, paint: Paint): readonly string[] {
  const word = paint(styles[state], state.padEnd(width));
  const of = code === undefined ? "" : ` (${code})`;
  const line = `  ${word}  ${shown(what)}: ${shown(says)}${of}`;
  return fix === undefined ? [line] : [line, `  ${" ".repeat(width)}  fix: ${shown(fix)}`];
}

/** Words of others, on one line and without what a terminal would obey. */
function shown(text: string): string {
  return oneLine(text);
}

/** The same for a machine. */
export function asJson(rows: readonly Row[], quiet: boolean): string {
  const count = countOf(rows);
  const checks = rows.flatMap(({ group, told }) => told.map((one) => ({ group, ...one })));
  const some = quiet ? checks.filter(({ state }) => state === "warn" || state === "fail") : checks;
  const verdict = count.fail > 0 ? "fail" : "pass";
  const document = { schema: "prism-rollout/doctor@1", verdict, ...count, next: nextOf(rows), checks: some };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
