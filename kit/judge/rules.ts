/** What a statement does to those who use the database: the axes on which migrations are judged. */
export type Effect = "loses data" | "breaks clients" | "cannot be judged" | "cannot be run";

export interface Rule {
  readonly effect: Effect;
  /** What happens, as the rest of a sentence that begins with the statement. */
  readonly why: string;
  /** The safe way to the same end. */
  readonly safe: string;
}

const later =
  "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";
const expand = "Add the new one beside it, copy, let both live for a release, and drop the old one later.";

/** Every rule by which a statement is refused. Ids are what a waiver names; they stay for ever. */
export const rules = {
  "drop-table": { effect: "loses data", why: "its rows are gone for ever", safe: later },
  "drop-column": { effect: "loses data", why: "its values are gone for ever", safe: later },
  "drop-schema": { effect: "loses data", why: "all that is in it is gone for ever", safe: later },
  "drop-database": { effect: "loses data", why: "all that is in it is gone for ever", safe: later },
  "drop-sequence": { effect: "loses data", why: "its position is gone for ever", safe: later },
  "drop-owned": {
    effect: "loses data",
    why: "it drops whatever the role owns",
    safe: "Drop single objects by name, in a later release.",
  },
  truncate: {
    effect: "loses data",
    why: "all rows are gone for ever",
    safe: "Delete by a WHERE that names what may go.",
  },
  "delete-without-where": {
    effect: "loses data",
    why: "all rows are gone for ever",
    safe: "Add a WHERE that names what may go.",
  },
  "update-without-where": {
    effect: "loses data",
    why: "the old values of all rows are gone for ever",
    safe: "Write into a new column, or add a WHERE that names the rows.",
  },
  "drop-view": {
    effect: "breaks clients",
    why: "whoever reads it fails at once",
    safe: "CREATE OR REPLACE VIEW keeps its columns and may add some at the end.",
  },
  "drop-function": {
    effect: "breaks clients",
    why: "whoever calls it fails at once, and its grants are gone",
    safe: "CREATE OR REPLACE FUNCTION with the same signature, or a second function beside it.",
  },
  "drop-type": { effect: "breaks clients", why: "whoever names it fails at once", safe: later },
  "drop-extension": { effect: "breaks clients", why: "all that it brought is gone", safe: later },
  "drop-policy": {
    effect: "breaks clients",
    why: "who may see or change rows is another at once",
    safe: "ALTER POLICY, or create it again under the same name in the same file.",
  },
  "drop-trigger": {
    effect: "breaks clients",
    why: "what it did no longer happens",
    safe: "CREATE OR REPLACE TRIGGER, or create it again under the same name in the same file.",
  },
  "drop-publication": { effect: "breaks clients", why: "its subscribers hear nothing more", safe: later },
  "drop-other": { effect: "breaks clients", why: "whatever uses it fails at once", safe: later },
  "detach-partition": { effect: "breaks clients", why: "its rows are no longer in the parent", safe: later },
  "rename-table": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
  "rename-column": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
  "rename-other": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
  "move-schema": {
    effect: "breaks clients",
    why: "the live code asks for it in the old schema",
    safe: expand,
  },
  "alter-column-type": {
    effect: "breaks clients",
    why: "values may be cut or refused, the live code meets another type, and the table may be rewritten under a lock",
    safe: expand,
  },
  "opaque-sql": {
    effect: "cannot be judged",
    why: "what it runs is not in the file as text",
    safe: "Write the statements out, or EXECUTE constant text (format() with %I and %L is fine).",
  },
  "syntax-error": {
    effect: "cannot be run",
    why: "PostgreSQL's parser does not take it",
    safe: "Correct the SQL.",
  },
  "psql-only": {
    effect: "cannot be run",
    why: "only psql understands this, the server does not",
    safe: "Write plain SQL: INSERT instead of COPY FROM stdin, no backslash commands.",
  },
  "transaction-control": {
    effect: "cannot be run",
    why: "the file's BEGIN and COMMIT do not pair, so what is recorded as applied might not be there",
    safe: "Leave BEGIN, COMMIT and ROLLBACK out: every file is one transaction anyway.",
  },
  "not-transactional": {
    effect: "cannot be run",
    why: "it cannot run inside a transaction together with other statements",
    safe: "Put it alone into a file of its own.",
  },
  waiver: {
    effect: "cannot be run",
    why: "a waiver that does not say what and why, or that waives nothing, hides what happens",
    safe: "Write `-- rollout-allow: <rule> <reason>` directly above the statement.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;

/** Rules that a waiver may name: what can be run. */
export function isWaivable(id: RuleId): boolean {
  return rules[id].effect !== "cannot be run";
}
