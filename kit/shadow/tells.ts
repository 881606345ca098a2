import { someName } from "../judge/bodies/constant-text.ts";
import type { Finding } from "../judge/finding.ts";
import type { Severity } from "../judge/policy.ts";
import type { Axis } from "../judge/rule.ts";
import { type RuleId, isFromReplay } from "../judge/rules.ts";
import type { Statement } from "../judge/split.ts";
import type { FactKind } from "./fact.ts";

/** Something that a file does to what was there before, as a finding may tell it. */
export interface Happening {
  readonly axis: Axis;
  /** By what it must be named to be told; none: whoever was told that anything is dropped was told of it. */
  readonly named: readonly string[];
  /** The schema that it is in: what is done to all that is in one, names only that. */
  readonly within: string;
}

/**
 * Whether a finding tells of what happens. One that breaks or loses a thing tells all that happens to that very thing; an
 * opaque statement tells nothing: that it could not be read is no leave to drop what it likes. Nor does one that says
 * how many rows go: that a table goes is another matter.
 */
export function tells(
  finding: Finding,
  { axis, named, within }: Happening,
  statements: readonly Statement[],
): boolean {
  const { axes, rule } = finding;
  if (isFromReplay(rule)) return axes.includes(axis);
  if (isOfRows(rule) && axis !== "lock_hazard") return false;
  if (isOfQueue(rule)) return named.some((name) => tellsQueue(finding, `${within}.${name}`));
  const isStrong = axes.includes("data_loss") || axes.includes("breaks_clients");
  if (named.length === 0) return axes.includes("data_loss");
  if (!isStrong && !axes.includes(axis)) return false;
  // A name that is made when the statement runs may be any.
  if (finding.thing.includes(someName)) return true;
  if (isStrong && (rule === "drop-owned" || isCascade(finding, statements))) return true;
  if (finding.thing === within || finding.thing.startsWith(`${within} to `)) return true;
  if (finding.thing.endsWith(` of ${within}`)) return true;
  return named.some((name) => names(finding.thing, name));
}

/** Who was only warned was not told of what is refused. */
export function isStrongEnough({ severity, waived }: Finding, least: Severity | "off"): boolean {
  return waived !== undefined || severity === "fail" || least !== "fail";
}

/** These tell of rows, each of those of its own table. */
export function isOfRows(rule: RuleId): boolean {
  return ["delete-rows", "delete-without-where", "truncate", "update-without-where", "blank-values"].includes(
    rule,
  );
}

function isOfQueue(rule: RuleId): boolean {
  return rule === "drop-queue" || rule === "purge-queue";
}

/** Whether it tells of a table: messages of a queue are in tables that pgmq calls after it, and what queues there are in another. */
export function tellsQueue({ rule, thing }: Finding, table: string): boolean {
  const [, queue] = /^pgmq\.(?:[qa]_(.*)|meta)$/.exec(table) ?? [table, ""];
  if (!isOfQueue(rule) || queue === "") return false;
  return queue === undefined ? rule === "drop-queue" : ["a queue", queue].includes(thing.toLowerCase());
}

/** Whether `public.t.old`, `public.f(int4)` or `app to other` names a thing. */
function names(thing: string, name: string): boolean {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![^\\s.(,])${plain}(?![^\\s.(),])`).test(thing);
}

/** CASCADE takes along what it does not name. */
export function isCascade(
  { line, column }: Pick<Finding, "line" | "column">,
  statements: readonly Statement[],
): boolean {
  const statement = statements.findLast(
    (one) => one.line < line || (one.line === line && one.column <= column),
  );
  return /\bcascade\b/i.test(statement?.sql ?? "");
}

/** `column public.t.c` → c; of a view's column also the view. And the schema that it is in. */
export function namesOf(kind: FactKind, thing: string): Pick<Happening, "named" | "within"> {
  const [, inner, on] = /^(?:policy|trigger) (.*) on (.*)$/.exec(thing) ?? [];
  const path =
    on ??
    thing.replace(/^value '.*' of |^rights on |^(?:materialized |foreign )?[a-z]+ /, "").replace(/\(.*$/, "");
  const parts = path.split(".");
  const last = parts.at(-1) ?? path;
  const within = parts[0] ?? path;
  // It goes with its column or table, which is what a statement names.
  if (kind === "sequence-gone") return { named: [], within };
  if (inner !== undefined) return { named: [inner], within };
  return { named: kind.startsWith("view-column") ? [last, parts.at(-2) ?? last] : [last], within };
}
