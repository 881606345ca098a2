import { someName } from "../../../judge/bodies/constant-text.ts";
import type { Finding } from "../../../judge/finding.ts";
import { type Policy, type Severity, severityOf } from "../../../judge/policy.ts";
import type { Axis } from "../../../judge/rule.ts";
import type { RuleId } from "../../../judge/rules.ts";
import type { Statement } from "../../../judge/split.ts";
import type { Happened } from "./goes-along.ts";

/** Something that a file has done to what was live before it. */
export interface Effect {
  readonly axis: Axis;
  /** It begins with its kind: `table public.t`. */
  readonly thing: string;
  /** What became of it, as the rest of a sentence. */
  readonly what: string;
  /** By what it must be named to be told; none: whoever was told that anything is dropped was told of it. */
  readonly named: readonly string[];
  /** The schema that it is in: what is done to all that is in one, names only that. */
  readonly within: string;
  /** The rule whose severity the policy gives it. */
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
  const left = effects.filter((effect) => !isShown(effect, shown));
  const of = (severity: Severity): readonly Effect[] =>
    left.filter(({ rule }) => severityOf(rule, policy) === severity);
  return { fail: of("fail"), warn: of("warn") };
}

/** Whether those who approved a file were shown that it does this. */
export function isShown(effect: Effect, shown: Shown): boolean {
  return (
    shown.findings.some((finding) => tells(finding, effect, shown)) ||
    (effect.rows !== undefined && isInText(effect, effect.rows, shown))
  );
}

/**
 * Whether a finding tells of an effect. One that breaks or loses a thing tells all that happens to that very thing; an
 * opaque statement tells nothing: that it could not be read is no leave to drop what it likes.
 */
function tells(finding: Finding, effect: Effect, { statements }: Shown): boolean {
  const { axis, named, within, rows } = effect;
  const { axes, rule } = finding;
  const isStrong = axes.includes("data_loss") || axes.includes("breaks_clients");
  if (rule === "live-effect") return true;
  if (rule.startsWith("replay-")) return axes.includes(axis);
  if (rows) return tellsRows(finding, named, rows, statements);
  if (named.length === 0) return axes.includes("data_loss") && !ofRows.has(rule);
  if (!isStrong && !axes.includes(axis)) return false;
  // A name that is made when the statement runs may be any.
  if (finding.thing.includes(someName)) return true;
  if (isStrong && (rule === "drop-owned" || isCascade(finding, statements))) return true;
  if (finding.thing === within || finding.thing.startsWith(`${within} to `)) return true;
  return named.some((name) => names(finding.thing, name));
}

/** These tell of rows, each of those of its own table, and of no others. */
const ofRows: ReadonlySet<RuleId> = new Set<RuleId>([
  "delete-rows",
  "delete-without-where",
  "truncate",
  "update-without-where",
]);

/** Rows that are gone were shown where a statement names their table, or one along with which keys take them. */
function tellsRows(
  finding: Finding,
  named: readonly string[],
  { how, along }: NonNullable<Effect["rows"]>,
  statements: readonly Statement[],
): boolean {
  const { rule, thing } = finding;
  if (!ofRows.has(rule)) return false;
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

/** Whether `public.t.old`, `public.f(int4)` or `app to other` names a thing. */
function names(thing: string, name: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![^\\s.(,])${plain}(?![^\\s.(),])`).test(thing);
}

/** CASCADE takes along what it does not name. */
function isCascade({ line, column }: Finding, statements: readonly Statement[]): boolean {
  const statement = statements.findLast(
    (one) => one.line < line || (one.line === line && one.column <= column),
  );
  return /\bcascade\b/i.test(statement?.sql ?? "");
}
