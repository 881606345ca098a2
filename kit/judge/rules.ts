import { endingRules } from "./ending-rules.ts";
import { lockRules } from "./lock-rules.ts";
import { tighteningRules } from "./tightening-rules.ts";
import type { Rule } from "./rule.ts";

const later =
  "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";
const expand = "Add the new one beside it, copy, let both live for a release, and drop the old one later.";

/** Every rule that a statement can hit. Ids are what a waiver names; they stay for ever. */
export const rules = {
  "drop-table": { axes: ["data_loss", "breaks_clients"], why: "its rows are gone for ever", safe: later },
  "drop-column": { axes: ["data_loss", "breaks_clients"], why: "its values are gone for ever", safe: later },
  "drop-schema": {
    axes: ["data_loss", "breaks_clients"],
    why: "all that is in it is gone for ever",
    safe: later,
  },
  "drop-database": {
    axes: ["data_loss", "breaks_clients"],
    why: "all that is in it is gone for ever",
    safe: later,
  },
  "drop-sequence": {
    axes: ["data_loss", "breaks_clients"],
    why: "its position is gone for ever",
    safe: later,
  },
  "drop-owned": {
    axes: ["data_loss", "breaks_clients"],
    why: "it drops whatever the role owns",
    safe: "Drop single objects by name, in a later release.",
  },
  truncate: {
    axes: ["data_loss"],
    why: "all rows are gone for ever",
    safe: "Delete by a WHERE that names what may go.",
  },
  "delete-without-where": {
    axes: ["data_loss"],
    why: "all rows are gone for ever",
    safe: "Add a WHERE that names what may go.",
  },
  "update-without-where": {
    axes: ["data_loss"],
    why: "the old values of all rows are gone for ever",
    safe: "Write into a new column, or add a WHERE that names the rows.",
  },
  "blank-values": {
    axes: ["data_loss"],
    degree: "scoped",
    why: "the values of the rows that it names are gone for ever",
    safe: "See that its WHERE names what may go and nothing else, or keep the values in another column.",
  },
  "drop-view": {
    axes: ["breaks_clients"],
    why: "whoever reads it fails at once",
    safe: "CREATE OR REPLACE VIEW keeps its columns and may add some at the end.",
  },
  "drop-function": {
    axes: ["breaks_clients"],
    why: "whoever calls it fails at once, and its grants are gone",
    safe: "CREATE OR REPLACE FUNCTION with the same signature, or a second function beside it.",
  },
  "ambiguous-overload": {
    axes: ["breaks_clients"],
    why: "the API finds a function by the names of its arguments and refuses a call that both could answer (PGRST203)",
    safe: "DROP the old one in the same file where the new one takes its calls, or give the new one a name of its own.",
  },
  "drop-type": { axes: ["breaks_clients"], why: "whoever names it fails at once", safe: later },
  "drop-extension": { axes: ["breaks_clients"], why: "all that it brought is gone", safe: later },
  "drop-type-columns": {
    axes: ["data_loss", "breaks_clients"],
    why: "CASCADE drops every column of that type with its values",
    safe: "Move the columns to another type first; without CASCADE the drop is refused while one is left.",
  },
  "drop-extension-data": {
    axes: ["data_loss", "breaks_clients"],
    why: "what is stored in its tables or in columns of its types goes with it",
    safe: later,
  },
  "drop-trigger": {
    axes: ["breaks_clients"],
    why: "what it did no longer happens",
    safe: "CREATE OR REPLACE TRIGGER, or create it again under the same name in the same file.",
  },
  "drop-publication": { axes: ["breaks_clients"], why: "its subscribers hear nothing more", safe: later },
  "drop-other": { axes: ["breaks_clients"], why: "whatever uses it fails at once", safe: later },
  "detach-partition": { axes: ["breaks_clients"], why: "its rows are no longer in the parent", safe: later },
  "rename-table": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
  "rename-column": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
  "rename-other": { axes: ["breaks_clients"], why: "the live code asks for the old name", safe: expand },
  "move-schema": {
    axes: ["breaks_clients"],
    why: "the live code asks for it in the old schema",
    safe: expand,
  },
  "alter-column-type": {
    axes: ["breaks_clients"],
    mayFailOnData: true,
    why: "values may be cut or refused, the live code meets another type, and the table may be rewritten under a lock",
    safe: expand,
  },
  "drop-generated-column": {
    axes: ["breaks_clients"],
    why: "its values can be computed again, but the live code asks for it",
    safe: later,
  },
  "narrow-column-type": {
    axes: ["data_loss"],
    why: "what the new type cannot hold is cut off every value for ever",
    safe: expand,
  },
  "delete-rows": {
    axes: ["data_loss"],
    degree: "scoped",
    why: "the rows that it names are gone for ever",
    safe: "See that its WHERE names what may go and nothing else.",
  },
  ...endingRules,
  ...lockRules,
  ...tighteningRules,
  "opaque-sql": {
    axes: ["opaque"],
    why: "what it runs is not in the file as text",
    safe: "Write the statements out, or EXECUTE constant text (format() with %I and %L is fine).",
  },
  "replay-loss": {
    axes: ["data_loss", "breaks_clients"],
    why: "on a shadow of the database it loses what is live",
    safe: later,
  },
  "replay-break": {
    axes: ["breaks_clients"],
    why: "on a shadow of the database it changes what live code may use",
    safe: expand,
  },
  "replay-tightens": {
    axes: ["tightens"],
    why: "on a shadow of the database it refuses what was allowed before",
    safe: "Grant it again, or see that nothing that is live asks for it.",
  },
  "replay-rewrite": {
    axes: ["lock_hazard"],
    why: "on a shadow of the database it writes the table anew, and nobody reads or writes it meanwhile",
    safe: expand,
  },
  "replay-scan": {
    axes: ["lock_hazard"],
    why: "on a shadow of the database it reads the whole table under a lock, and nobody writes it meanwhile",
    safe: "Put what reads the table into a file of its own, before the one that locks it.",
  },
  "journey-break": {
    axes: ["breaks_clients"],
    why: "on a shadow of the database, what live code does fails once this file has run",
    safe: "See why in the plan's table, and let the live code work on the new schema; or release the code first, and this file later.",
  },
  "live-effect": {
    axes: ["data_loss", "breaks_clients"],
    why: "on the live database it does what neither its text nor a shadow shows",
    safe: "Find what does it there, a trigger or a function that no migration has made, and mend that first.",
  },
  "template-placeholder": {
    axes: ["opaque"],
    why: "a template's placeholder is still there, and is taken as it stands",
    safe: "Write what it stands for; what is secret belongs into the Vault, not into a migration.",
  },
  "syntax-error": {
    axes: ["invalid"],
    why: "PostgreSQL's parser does not take it, or it is nested deeper than it can be judged",
    safe: "Correct the SQL; what is nested too deep, write as several statements.",
  },
  "too-large": {
    axes: ["invalid"],
    why: "more than 10 million cannot be read and judged, and the ledger would keep a copy of it",
    safe: "Split the file; load rows in bulk by other means than a migration.",
  },
  "psql-only": {
    axes: ["invalid"],
    why: "only psql understands this, the server does not",
    safe: "Write plain SQL: INSERT instead of COPY FROM stdin, no backslash commands.",
  },
  "label-too-soon": {
    axes: ["invalid"],
    why: "a value that the same transaction adds to an enum cannot be used yet (55P04)",
    safe: "Add the value in a file of its own, before this one.",
  },
  "transaction-control": {
    axes: ["invalid"],
    why: "the file's BEGIN and COMMIT do not pair, so what is recorded as applied might not be there",
    safe: "Leave BEGIN, COMMIT and ROLLBACK out: a file is one transaction anyway where it can be.",
  },
  "not-transactional": {
    axes: ["invalid"],
    why: "PostgreSQL refuses it, or a COMMIT in its body, inside of a transaction, and it stands between BEGIN and COMMIT",
    safe: "Put it before BEGIN or behind COMMIT: there it runs by itself.",
  },
  waiver: {
    axes: ["invalid"],
    why: "a waiver that does not say what and why, or that waives nothing, hides what happens",
    safe: "Write `-- rollout-allow: <rule> <reason>` directly above the statement.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

export function ruleOf(id: RuleId): Rule {
  return rules[id];
}

/**
 * Rules that only a replay can tell. Whether a machine has a shadow must not change what is approved, so such a waiver
 * counts as soon as it is written.
 */
export function isFromReplay(id: RuleId): boolean {
  return id.startsWith("replay-");
}

/** Rules that the text never hits: of a replay, and of what live code does on it. */
export function isFromShadow(id: RuleId): boolean {
  return isFromReplay(id) || id === "journey-break";
}

/** What can be told only while the file runs: a waiver of it counts as soon as it is written, whatever a replay shows. */
export function isFromLive(id: RuleId): boolean {
  return id === "live-effect";
}

/** Rules that a waiver may name: what can be run. */
export function isWaivable(id: RuleId): boolean {
  return ruleOf(id).axes[0] !== "invalid";
}
