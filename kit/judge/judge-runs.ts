import type { Branch } from "./bodies/steps.ts";
import { type Functions, type Opaque, type Run, linesBeforeBody, runsOf } from "./bodies/runs.ts";
import { someName } from "./bodies/constant-text.ts";
import type { Triggers } from "./bodies/fired.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { type Effect, effectOf } from "./catalog/effect.ts";
import { usualPath } from "./catalog/search-path.ts";
import type { Zone } from "./catalog/zone.ts";
import { followTransactions } from "./catalog/held.ts";
import type { Known } from "./catalog/known.ts";
import { wouldFail } from "./catalog/would-fail.ts";
import { labelAdded, usesLabel } from "./checks/check-new-label.ts";
import { check } from "./checks/checks.ts";
import { tablesUpdated } from "./checks/tables-updated.ts";
import { type Finding, type SqlFile, findingAt } from "./finding.ts";
import type { Hit } from "./hit.ts";
import { partsOf, qualified } from "./names.ts";
import { type Outlook, lookAhead } from "./outlook.ts";
import type { SqlParser } from "./parser.ts";
import type { Policy } from "./policy.ts";
import { type RuleId, ruleOf } from "./rules.ts";
import type { SplitFile, Statement } from "./split.ts";
import { as } from "./walk.ts";

/** What is known of the database and of the change set while its files are judged one after the other. */
export interface ChangeSet {
  readonly parser: SqlParser;
  readonly known: Known;
  /** A call runs the body of a function that is live, too. */
  readonly functions: Functions;
  readonly triggers: Triggers;
  readonly zone: Zone;
  readonly catalog: Catalog;
  readonly policy: Policy;
}

/** A statement with its names led to their schemas, and what it does. */
interface Ready extends Run {
  readonly effect: Effect;
}

export interface Found {
  readonly statement: Statement;
  readonly finding: Finding;
}

/** What a file runs: what is found in it, and the tables that it updates. */
export interface Runs {
  readonly found: readonly Found[];
  readonly updates: readonly string[];
}

/** All that a file runs, statement by statement, each by what those before it have made. */
export function judgeRuns(set: ChangeSet, file: SqlFile, split: SplitFile): Runs {
  const path = usualPath();
  const runs = runsOf(set.parser, set.functions, split.statements, set.triggers).map((run) =>
    "opaque" in run ? run : { ...run, effect: effectOf(path.resolved(run.node, set.catalog)) },
  );
  const outlook = lookAhead(runs.map((run) => ("opaque" in run ? undefined : run.effect)));
  const transactions = followTransactions(split.apart);
  const told = new Set<string>();
  const dead = new Set<Branch>();
  const found = runs.flatMap((run, index) => {
    const { statement, bodyLine } = run;
    const hits =
      "opaque" in run
        ? opaque(set, run)
        : inBranch(set, run, dead, () => hitsOf(set, run, transactions, outlook.from(index)));
    return hits.flatMap(({ rule, thing, note }) => {
      const plain = findingAt(file, statement, rule, thing, set.policy);
      const noted = note === undefined ? plain : { ...plain, why: `${plain.why}; ${note}` };
      const finding = bodyLine === undefined ? noted : inBody(noted, split, statement, bodyLine);
      const key = `${rule} ${thing} ${finding.line}:${finding.column}`;
      if (told.has(key)) return [];
      told.add(key);
      return [{ statement, finding }];
    });
  });
  const updated = runs.flatMap((run) => ("opaque" in run ? [] : tablesUpdated(run.effect.node)));
  return { found, updates: [...new Set(updated)] };
}

/**
 * A branch that would fail at this statement is not taken, nor is what follows in it. What takes rows or values away is told all
 * the same: something may have been taken away in a way that no text shows.
 */
function inBranch(
  { catalog }: ChangeSet,
  { branches, effect }: Ready,
  dead: Set<Branch>,
  hits: () => readonly Hit[],
): readonly Hit[] {
  const innermost = branches.at(-1);
  const fails = innermost !== undefined && wouldFail(effect, catalog);
  if (fails) dead.add(innermost);
  if (!branches.some((branch) => dead.has(branch))) return hits();
  if (fails) return [];
  return hits().filter(
    ({ rule }) => rule !== "update-without-where" && ruleOf(rule).axes.includes("data_loss"),
  );
}

function opaque({ catalog }: ChangeSet, run: Opaque): readonly Hit[] {
  catalog.unsure();
  const { note } = run;
  return [{ rule: "opaque-sql", thing: run.opaque, ...(note === undefined ? {} : { note }) }];
}

/** What a trigger that is fired takes away as a whole; all else of it names its rows by the one that fired it. */
const firedRules: ReadonlySet<RuleId> = new Set<RuleId>([
  "truncate",
  "delete-without-where",
  "update-without-where",
]);

function hitsOf(
  { known, catalog, zone }: ChangeSet,
  run: Ready,
  transactions: ReturnType<typeof followTransactions>,
  outlook: ReturnType<Outlook["from"]>,
): readonly Hit[] {
  const { effect, inner, branches, loop, fired } = run;
  const { node, made } = effect;
  const certain = branches.length === 0;
  const held = inner ? transactions.now : transactions.before(node);
  const tooSoon = held.labels.filter((one) => usesLabel(node, one, catalog));
  const hits = [
    ...check(node, { known, catalog, held, loop, utc: zone.isUtc(), ...outlook }),
    ...tooSoon.map(({ label, type }) => ({ rule: "label-too-soon", thing: `${label} of ${type}` }) as const),
  ];
  zone.note(node);
  held.add(node, tablesOfDomain(node, catalog));
  const added = labelAdded(node, (type) => known.has(`type ${type}`));
  if (added) held.labels.push(added);
  if (certain) catalog.expect(node);
  known.add(effect, catalog, !certain && !isTemporary(node));
  for (const { key } of made) if (key.includes(someName)) catalog.unsure(key.slice(0, key.indexOf(" ")));
  if (certain || made.length > 0 || !takesAway(effect)) catalog.apply(effect);
  if (fired === undefined) return hits;
  return hits
    .filter(({ rule }) => firedRules.has(rule))
    .map((hit) => ({ ...hit, note: `the trigger ${fired} does it, which this statement fires` }));
}

/** A new constraint of a domain locks every table that has it; one that is not validated, none. */
function tablesOfDomain(node: Run["node"], catalog: Catalog): readonly string[] {
  const { typeName, subtype = "", def } = as(node, "AlterDomainStmt") ?? {};
  const reads = ["C", "O"].includes(subtype) && !as(def, "Constraint")?.skip_validation;
  return reads ? catalog.tablesWith(qualified(partsOf(typeName))) : [];
}

/** In a branch that need not be taken, only what is made counts: what it takes away may still be there. */
function takesAway({ node, dropped, renamed }: Effect): boolean {
  const commands = as(node, "AlterTableStmt")?.cmds ?? [];
  const dropsColumn = commands.some((one) => as(one, "AlterTableCmd")?.subtype === "AT_DropColumn");
  return dropsColumn || renamed !== undefined || dropped.some((key) => !key.startsWith("index "));
}

function isTemporary(node: Run["node"]): boolean {
  const table = as(node, "CreateStmt")?.relation ?? as(node, "CreateTableAsStmt")?.into?.rel;
  return table?.relpersistence === "t";
}

/** Points to the line inside of a body instead of to the statement's beginning. */
function inBody(finding: Finding, { text }: SplitFile, statement: Statement, bodyLine: number): Finding {
  const line = statement.line + linesBeforeBody(statement.node, text, statement.start) + bodyLine - 1;
  if (line === statement.line) return finding;
  return { ...finding, line, column: text.line(line).search(/\S|$/) + 1 };
}
