import type { AlterTableCmd, CreateTrigStmt, Node } from "libpg-query";
import { constraintNamed } from "../catalog/constraint-names.ts";
import { setsDefiner } from "../catalog/definer.ts";
import { functionKey } from "../catalog/things.ts";
import type { Context, Hit } from "../hit.ts";
import { partsOf, relationName, typeText } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { losesKey } from "./check-replica.ts";

/** Who leaves the column out gets NULL from now on, and that is refused. */
export function checkDefault(
  table: string,
  { name = "?", def, subtype }: AlterTableCmd,
  { catalog, later }: Context,
): readonly Hit[] {
  const thing = `${table}.${name}`;
  const column = catalog.column(table, name);
  // A number of its own is never null.
  const needed = column ? column.notNull && column.filled : subtype === "AT_DropIdentity";
  if (def || !needed || later(`default ${thing}`) || later(`nullable ${thing}`)) return [];
  return [{ rule: "drop-default", thing }];
}

/** One trigger or rule by its name, or all that the files have made. */
export function checkDisable(
  table: string,
  { name }: AlterTableCmd,
  { catalog, known, later }: Context,
): readonly Hit[] {
  // Rules are turned off one by one.
  const here = catalog.triggersOn(table).filter((key) => !as(catalog.made(key), "RuleStmt"));
  const all = name === undefined ? here : [`trigger ${table}.${name}`];
  if (later(`enabled ${table}.*`)) return [];
  // Of a table that no file has made, nobody knows what is on it.
  if (all.length === 0)
    return catalog.has(`table ${table}`) ? [] : [{ rule: "disable-trigger", thing: table }];
  return all
    .filter((key) => !known.has(key) && !later(key.replace("trigger ", "enabled ")))
    .map((key) => ({ rule: "disable-trigger", thing: key.slice("trigger ".length) }));
}

/** CREATE OR REPLACE TRIGGER. */
export function checkTrigger(value: CreateTrigStmt, context: Context): readonly Hit[] {
  const thing = `${relationName(value.relation)}.${value.trigname ?? "?"}`;
  const key = `trigger ${thing}`;
  if (!value.replace || context.known.has(key)) return [];
  return firesOnLess(key, { CreateTrigStmt: value }, context) ? [{ rule: "narrow-trigger", thing }] : [];
}

/** Whether a trigger that is made again leaves out what no other of the same function takes over. */
export function firesOnLess(key: string, after: Node | undefined, context: Context): boolean {
  const before = as(context.catalog.made(key), "CreateTrigStmt");
  const again = as(after, "CreateTrigStmt");
  if (!before || !again) return false;
  const table = relationName(before.relation);
  const others = [
    ...context.triggers(table),
    ...context.catalog
      .triggersOn(table)
      .filter((other) => other !== key && !context.droppedLater(other))
      .flatMap((other) => as(context.catalog.made(other), "CreateTrigStmt") ?? []),
  ].filter((other) => partsOf(other.funcname).join() === partsOf(again.funcname).join());
  return events.some(
    (event) => fires(before, event) && ![again, ...others].some((one) => serves(one, before, event)),
  );
}

/**
 * Whether triggers that the change set makes fire whenever a dropped one did: then what happens there is another thing, as
 * after CREATE OR REPLACE FUNCTION. Of one that no file has made (`ifExists`) nobody knows when it fired.
 */
export function isTakenOver(key: string, ifExists: boolean, context: Context): boolean {
  const { catalog, known, triggers, droppedLater } = context;
  const table = key.slice("trigger ".length, key.lastIndexOf("."));
  const mine = catalog.triggersOn(table).filter((one) => one !== key && known.has(one) && !droppedLater(one));
  const others = [
    ...triggers(table),
    ...mine.flatMap((one) => as(catalog.made(one), "CreateTrigStmt") ?? []),
  ];
  const made = catalog.made(key);
  if (!made) return ifExists && others.length > 0;
  const before = as(made, "CreateTrigStmt");
  const alike = others.filter(({ timing, row }) => timing === before?.timing && row === before?.row);
  return (
    before !== undefined &&
    events.every((event) => !fires(before, event) || alike.some((one) => serves(one, before, event)))
  );
}

/** PostgreSQL's bits: insert, delete, update, truncate. */
const events = [4, 8, 16, 32];
const update = 16;

function fires({ events: all = 0 }: CreateTrigStmt, event: number): boolean {
  return (all & event) !== 0;
}

function serves(is: CreateTrigStmt, was: CreateTrigStmt, event: number): boolean {
  if (!fires(is, event)) return false;
  const [has, had] = [partsOf(is.columns), partsOf(was.columns)];
  return event !== update || has.length === 0 || (had.length > 0 && had.every((name) => has.includes(name)));
}

/** On a view, a rule lets write what could not be written. */
export function checkRule(value: NodeOf<"RuleStmt">, { catalog, known }: Context): readonly Hit[] {
  const table = relationName(value.relation);
  const thing = `${table}.${value.rulename ?? "?"}`;
  const isView = catalog.has(`view ${table}`) || known.has(`view ${table}`);
  if (!value.instead || value.event === "CMD_SELECT" || isView || known.fresh(`table ${table}`)) return [];
  const key = `trigger ${thing}`;
  const before = as(catalog.made(key) ?? known.was(key), "RuleStmt");
  const same = before?.instead === true && before.event === value.event;
  return same || known.has(key) ? [] : [{ rule: "instead-rule", thing }];
}

/** On a check or a foreign key, nothing hangs. */
export function checkDropConstraint(
  table: string,
  { name = "?", behavior }: AlterTableCmd,
  context: Context,
): readonly Hit[] {
  const { catalog, known } = context;
  const thing = `${table}.${name}`;
  const key = `constraint ${thing}`;
  const made = catalog.made(key);
  const kind = made && constraintNamed(made, thing)?.contype;
  const isLeaf = kind
    ? !["CONSTR_PRIMARY", "CONSTR_UNIQUE"].includes(kind)
    : /_(?:fkey|fk|check|excl)$/.test(name);
  const isKey = kind === "CONSTR_PRIMARY" && !known.fresh(`table ${table}`);
  const nameless: readonly Hit[] =
    isKey && losesKey(table, key, context) ? [{ rule: "no-replica-identity", thing: table }] : [];
  if (behavior !== "DROP_CASCADE" || isLeaf || known.has(key) || catalog.absent(key)) return nameless;
  return [...nameless, { rule: "drop-constraint-cascade", thing }];
}

/** CREATE OR REPLACE FUNCTION, and ALTER FUNCTION … SECURITY INVOKER or DEFINER. */
export function checkDefiner(node: Node, context: Context): readonly Hit[] {
  const { key, on } = setsDefiner(node) ?? { key: "" };
  const { catalog, known } = context;
  if (on === undefined || known.has(key)) return [];
  if (on)
    return gainsDefiner(catalog.made(key), key, context)
      ? [{ rule: "gain-security-definer", thing: key.slice("function ".length) }]
      : [];
  const was = catalog.has(`definer ${key}`) || (!as(node, "CreateFunctionStmt") && !catalog.has(key));
  return was && !context.definerLater(key)
    ? [{ rule: "lose-security-definer", thing: key.slice("function ".length) }]
    : [];
}

/** Whether it worked with the rights of whoever called it; a trigger's function is called by nobody. */
export function gainsDefiner(
  before: Node | undefined,
  key: string,
  { catalog, known }: Pick<Context, "catalog" | "known">,
): boolean {
  const made = as(before, "CreateFunctionStmt");
  if (!before || !made || functionKey(before) !== key || typeText(made.returnType) === "trigger")
    return false;
  const definer = `definer ${key}`;
  return !catalog.has(definer) && known.was(definer) === undefined;
}
