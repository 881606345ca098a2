import type { Implied } from "../judge/implied.ts";
import type { Catalog, Constraint, Policy, PolicySays, Relation, Routine, Trigger, Type } from "./catalog.ts";
import { type Fact, factOf } from "./fact.ts";
import type { Indexed } from "./indexed.ts";

export function routineFacts(was: Routine, now: Indexed): readonly Fact[] {
  const fact = factOf(was.id);
  const thing = `function ${was.name}(${was.takes.map((type) => type.replace(/^pg_catalog\./, "")).join(", ")})`;
  const same = now.routine.get(was.id);
  const others = now.routinesNamed(was.name);
  const is = standing(was, now);
  if (is) {
    const what = "works with the rights of its caller now, no longer with its owner's";
    return was.definer && is.definer === false ? [fact("definer-gone", thing, what)] : [];
  }
  if (same && same.name !== was.name) return [fact("routine-renamed", thing, `is called ${same.name} now`)];
  if (others.length === 0) return [fact("routine-gone", thing, "is gone")];
  const [other] = others;
  const shape = other
    ? `: it is (${other.takes.join(", ")}) → ${other.gives} now`.replaceAll("pg_catalog.", "")
    : "";
  return [fact("routine-changed", thing, `can no longer be called as before${shape}`)];
}

/** What every call of the former one finds by its name, and gets the like from: itself, or one that took its place. */
export function standing(was: Routine, now: Indexed): Routine | undefined {
  const same = now.routine.get(was.id);
  if (same?.name === was.name) return serves(same, was) ? same : undefined;
  return now.routinesNamed(was.name).find((other) => serves(other, was));
}

/** Whether every call of the former one finds the other, and gets the like. */
function serves(is: Routine, was: Routine): boolean {
  const passed = was.takes.length;
  return (
    givesAll(is.gives, was.gives) &&
    is.takes.length - is.optional <= passed - was.optional &&
    was.takes.every((type, index) => is.takes[index] === type) &&
    was.names.every((name, index) => name === "" || is.names[index] === name)
  );
}

/** A table that a function gives may have more columns. */
function givesAll(is: string, was: string): boolean {
  const columns = (gives: string): readonly string[] | undefined =>
    /^TABLE\((.*)\)$/.exec(gives)?.[1]?.split(", ");
  const [has, had] = [columns(is), columns(was)];
  return is === was || (has !== undefined && (had?.every((column) => has.includes(column)) ?? false));
}

export function typeFacts(was: Type, now: Indexed): readonly Fact[] {
  const fact = factOf(was.id);
  const same = now.type.get(was.id);
  const named = now.typeNamed.get(was.name);
  // Renamed, and another one in its place: a type that is built anew.
  const is = same?.name === was.name ? same : named;
  if (!is) {
    return same
      ? [fact("type-renamed", `type ${was.name}`, `is called ${same.name} now`)]
      : [fact("type-gone", `type ${was.name}`, "is gone")];
  }
  const labels = was.labels
    .filter((label) => !is.labels.includes(label))
    .map((label) => fact("label-gone", `value '${label}' of ${was.name}`, "is gone"));
  return [...labels, ...attributeFacts(was, is)];
}

function attributeFacts(was: Type, is: Type): readonly Fact[] {
  const fact = factOf(was.id);
  return (was.attributes ?? []).flatMap((attribute) => {
    const thing = `attribute ${attribute.name} of ${was.name}`;
    const same = (is.attributes ?? []).find(({ number, name }) =>
      is.id === was.id ? number === attribute.number : name === attribute.name,
    );
    if (!same) return [fact("attribute-gone", thing, "is gone")];
    if (same.name !== attribute.name) return [fact("attribute-changed", thing, `is called ${same.name} now`)];
    return same.type === attribute.type
      ? []
      : [fact("attribute-changed", thing, `has the type ${same.type} now`)];
  });
}

export function policyFacts(was: Policy, old: Indexed, now: Indexed, implied: Implied): readonly Fact[] {
  const { id, relation, name } = was;
  const home = now.relationOf(old.relation.get(relation));
  // Under another name it still says who sees what.
  if (!home || now.policyIds.has(id) || now.policies.has(`${home.id} ${name}`)) return [];
  if (was.says && isCovered(was.says, now.policiesOn(home.id), implied)) return [];
  return [factOf(relation)("policy-gone", `policy ${name} on ${home.name}`, "is gone")];
}

/** Whether others that are there allow the same to the same, command by command. */
function isCovered(was: PolicySays, others: readonly Policy[], implied: Implied): boolean {
  const commands = was.command === "*" ? ["r", "a", "w", "d"] : [was.command];
  return commands.every((command) => others.some(({ says }) => says && allows(says, was, command, implied)));
}

function allows(is: PolicySays, was: PolicySays, command: string, implied: Implied): boolean {
  const isFor = (role: string): boolean => is.roles.includes("public") || is.roles.includes(role);
  const written = ({ check, using }: PolicySays): string | null => check ?? using;
  return (
    is.permissive === was.permissive &&
    ["*", command].includes(is.command) &&
    was.roles.every(isFor) &&
    (command === "a" || letsThrough(is.using, was.using, implied)) &&
    (command === "r" || command === "d" || letsThrough(written(is), written(was), implied))
  );
}

/** Whether whoever meets the former condition meets the other: the same one, a wider one, or none. */
function letsThrough(is: string | null, was: string | null, implied: Implied): boolean {
  if (is === null || is === "true" || plain(is) === plain(was ?? "true")) return true;
  return was !== null && implied(plain(was), plain(is));
}

/** `( SELECT auth.uid() AS uid)` asks once what `auth.uid()` asks for every row. */
function plain(condition: string): string {
  return condition.replace(/\( SELECT ((?:[^()]|\([^()]*\))*?) AS \w+\)/g, "$1");
}

export function triggerFacts(was: Trigger, old: Indexed, now: Indexed): readonly Fact[] {
  const home = now.relationOf(old.relation.get(was.relation));
  if (!home || !was.enabled) return [];
  const is = now.triggers.get(was.id) ?? now.triggersNamed.get(`${home.id} ${was.name}`);
  if (is?.enabled) return narrowedFacts(was, is, home, now);
  if (!is && isTakenOver(was, home, old, now)) return [];
  const what = is ? "is turned off" : "is gone: what it did no longer happens";
  return [factOf(was.relation)("trigger-gone", `trigger ${was.name} on ${home.name}`, what)];
}

/** PostgreSQL's bits for what a trigger fires on. */
const events: readonly (readonly [number, string])[] = [
  [4, "INSERT"],
  [8, "DELETE"],
  [16, "UPDATE"],
  [32, "TRUNCATE"],
];

/** Whether triggers that are new fire whenever it did: what happens there is another thing, as with another body. */
function isTakenOver(was: Trigger, home: Relation, old: Indexed, now: Indexed): boolean {
  const others = now
    .triggersOn(home.id)
    .filter(({ id, enabled, when }) => enabled && when === was.when && !old.triggers.has(id));
  return (
    was.events !== undefined &&
    events.every(([bit]) => ((was.events ?? 0) & bit) === 0 || others.some((one) => fires(one, was, bit)))
  );
}

/** What no trigger of the same function fires on any more. */
function narrowedFacts(was: Trigger, is: Trigger, home: Relation, now: Indexed): readonly Fact[] {
  const others = now.triggersOn(home.id).filter(({ calls, enabled }) => enabled && calls === is.calls);
  const lost = events.filter(
    ([bit]) => ((was.events ?? 0) & bit) !== 0 && ![is, ...others].some((one) => fires(one, was, bit)),
  );
  if (is.events === undefined || lost.length === 0) return [];
  const on = lost.map(([, name]) => name).join(", ");
  const what = `fires on less than before, of ${on}: there what it did no longer happens`;
  return [factOf(was.relation)("trigger-narrowed", `trigger ${was.name} on ${home.name}`, what)];
}

function fires({ events: all = 0, of: has = [] }: Trigger, { of: had = [] }: Trigger, bit: number): boolean {
  if ((all & bit) === 0) return false;
  return bit !== 16 || has.length === 0 || (had.length > 0 && had.every((one) => has.includes(one)));
}

/**
 * What the live code writes into columns that it knows may be refused by a constraint that was not there: one of the
 * same name, or of the same kind on the same columns, is taken to be the former one, changed.
 */
export function constraintFacts(
  is: Constraint,
  before: Catalog,
  old: Indexed,
  now: Indexed,
): readonly Fact[] {
  const home = old.relation.get(is.relation);
  if (!home || !now.relation.has(is.relation)) return [];
  const known = new Set(old.columnsOf(is.relation).map(({ number }) => number));
  if (!is.columns.some((number) => known.has(number))) return [];
  const former = before.constraints.some(
    ({ relation, name, kind, columns }) =>
      relation === is.relation &&
      (name === is.name || (kind === is.kind && columns.join() === is.columns.join())),
  );
  if (former) return [];
  const what = "is new: what the live code writes may be refused";
  return [factOf(is.relation)("constraint-added", `constraint ${is.name} on ${home.name}`, what)];
}
