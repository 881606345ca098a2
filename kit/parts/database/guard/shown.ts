import { someName } from "../../../judge/bodies/constant-text.ts";
import type { Finding } from "../../../judge/finding.ts";
import { type Policy, type Severity, severityOf } from "../../../judge/policy.ts";
import type { Axis } from "../../../judge/rule.ts";
import type { RuleId } from "../../../judge/rules.ts";
import type { Statement } from "../../../judge/split.ts";

/** Something that a file has done to what was live before it. */
export interface Effect {
  readonly axis: Axis;
  /** It begins with its kind: `table public.t`. */
  readonly thing: string;
  /** What became of it, as the rest of a sentence. */
  readonly what: string;
  /** By what it must be named to be told; none: whoever was told of any loss was told of it. */
  readonly named: readonly string[];
  /** The schema that it is in: what is done to all that is in one, names only that. */
  readonly within: string;
  /** The rule whose severity the policy gives it. */
  readonly rule: RuleId;
}

/** What was shown of a file to those who approved it: what is found in it, allowed or let pass. */
export interface Shown {
  readonly findings: readonly Finding[];
  readonly statements: readonly Statement[];
}

/** Effects that were not shown, by what the policy says of the like. */
export type Unshown = Readonly<Record<Severity, readonly Effect[]>>;

/** Holds what a file has done against what was shown of it. */
export function unshown(effects: readonly Effect[], shown: Shown, policy: Policy): Unshown {
  const left = effects.filter((effect) => !shown.findings.some((finding) => tells(finding, effect, shown)));
  const of = (severity: Severity): readonly Effect[] =>
    left.filter(({ rule }) => severityOf(rule, policy) === severity);
  return { fail: of("fail"), warn: of("warn") };
}

/**
 * Whether a finding tells of an effect. One that breaks or loses a thing tells all that happens to that very thing; an
 * opaque statement tells nothing: that it could not be read is no leave to drop what it likes.
 */
function tells(finding: Finding, { axis, named, within }: Effect, { statements }: Shown): boolean {
  const { axes, rule } = finding;
  const isStrong = axes.includes("data_loss") || axes.includes("breaks_clients");
  if (rule === "live-effect") return true;
  if (rule.startsWith("replay-")) return axes.includes(axis);
  if (named.length === 0) return axes.includes("data_loss");
  if (!isStrong && !axes.includes(axis)) return false;
  // A name that is made when the statement runs may be any.
  if (finding.thing.includes(someName)) return true;
  if (isStrong && (rule === "drop-owned" || isCascade(finding, statements))) return true;
  if (finding.thing === within || finding.thing.startsWith(`${within} to `)) return true;
  return named.some((name) => names(finding.thing, name));
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
