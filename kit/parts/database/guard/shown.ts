import { someName } from "../../../judge/bodies/constant-text.ts";
import type { Finding } from "../../../judge/finding.ts";
import { type Policy, type Severity, severityOf, severityOn } from "../../../judge/policy.ts";
import { type RuleId, isFromLive, isFromReplay } from "../../../judge/rules.ts";
import type { Statement } from "../../../judge/split.ts";
import {
  type Happening,
  isCascade,
  isOfRows,
  isStrongEnough,
  tells,
  tellsQueue,
} from "../../../shadow/tells.ts";
import type { Happened } from "./goes-along.ts";

/** Something that a file has done to what was live before it. */
export interface Effect extends Happening {
  /** It begins with its kind: `table public.t`. */
  readonly thing: string;
  /** What became of it, as the rest of a sentence. */
  readonly what: string;
  /** The rule that allows it. */
  readonly rule: RuleId;
  /** Of rows: what has become of them, and the tables along with which that may have come. */
  readonly rows?: { readonly how: Happened; readonly along: readonly string[] };
}

/** What was shown of a file to those who approved it: what is found in it, allowed or let pass. */
export interface Shown {
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
  /** The tables that its text updates. */
  readonly updates: readonly string[];
}

/** Effects that were not shown, by what the policy says of the like. */
export type Unshown = Readonly<Record<Severity, readonly Effect[]>>;

/** Holds what a file has done against what was shown of it. */
export function unshown(effects: readonly Effect[], shown: Shown, policy: Policy): Unshown {
  const left = effects.filter((effect) => !isShown(effect, shown, policy));
  const of = (severity: Severity): readonly Effect[] =>
    left.filter((effect) => severityFor(effect, policy) === severity);
  return { fail: of("fail"), warn: of("warn") };
}

/** Who reads rows that are gone finds none, and does not fail: they are on one axis only. */
function severityFor({ axis, rule, rows }: Effect, policy: Policy): Severity | "off" {
  return rows ? severityOn(axis, policy) : severityOf(rule, policy);
}

/** Whether those who approved a file were shown that it does this. */
export function isShown(effect: Effect, shown: Shown, policy: Policy): boolean {
  const { findings, statements } = shown;
  const { rows, named } = effect;
  const least = severityFor(effect, policy);
  return (
    findings.some((finding) => {
      if (isFromLive(finding.rule)) return true;
      if (!rows || isFromReplay(finding.rule))
        return isStrongEnough(finding, least) && tells(finding, effect, statements);
      return tellsRows(finding, named, rows, statements);
    }) ||
    (rows !== undefined && isInText(effect, rows, shown))
  );
}

/** Rows that are gone were shown where a statement names their table, or one along with which keys take them. */
function tellsRows(
  finding: Finding,
  named: readonly string[],
  { how, along }: NonNullable<Effect["rows"]>,
  statements: readonly Statement[],
): boolean {
  const { rule, thing } = finding;
  if (named.some((table) => tellsQueue(finding, table))) return true;
  if (!isOfRows(rule)) return false;
  if (thing.includes(someName)) return true;
  const takesAlong = how !== "emptied" || isCascade(finding, statements);
  return [...named, ...(takesAlong ? along : [])].some((table) => isTable(thing, table));
}

/** The text is shown as it is: an UPDATE in it needs no finding, and may move rows from one part of a table to another. */
function isInText(
  { named }: Effect,
  { how, along }: NonNullable<Effect["rows"]>,
  { updates }: Shown,
): boolean {
  if (how === "emptied") return false;
  const tables = how === "updated" ? [...named, ...along] : along;
  return updates.some((one) => one.includes(someName) || tables.some((table) => isTable(one, table)));
}

/** A text without a schema leads to one that only the session knows: `public.t` stands for `t` there. */
function isTable(thing: string, table: string): boolean {
  const bare = (name: string): string => name.slice(name.indexOf(".") + 1);
  return thing === table || (thing.startsWith("public.") && bare(thing) === bare(table));
}
