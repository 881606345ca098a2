export type FactKind =
  | "table-gone"
  | "table-recreated"
  | "view-gone"
  | "sequence-gone"
  | "relation-renamed"
  | "column-gone"
  | "computed-gone"
  | "column-recreated"
  | "column-renamed"
  | "column-type"
  | "column-narrowed"
  | "column-required"
  | "view-column-gone"
  | "view-column-type"
  | "invoker-gone"
  | "rewritten"
  | "scanned"
  | "routine-gone"
  | "routine-renamed"
  | "routine-changed"
  | "type-gone"
  | "type-renamed"
  | "label-gone"
  | "attribute-gone"
  | "attribute-changed"
  | "policy-gone"
  | "trigger-gone"
  | "trigger-narrowed"
  | "rule-instead"
  | "unpublished"
  | "default-gone"
  | "definer-gone"
  | "constraint-added"
  | "grant-gone"
  | "grant-regained";

/** Something that was there before and is another now. `thing` begins with its kind, as in messages. */
export interface Fact {
  readonly kind: FactKind;
  /** The relation, routine or type that it is about, by the id that this had before. */
  readonly on: number;
  readonly thing: string;
  /** What became of it, as the rest of a sentence that begins with the thing. */
  readonly what: string;
  /** What it is called now, where that is what it is about. */
  readonly now?: string;
}

/** Facts about one thing. */
export const factOf =
  (on: number) =>
  (kind: FactKind, thing: string, what: string): Fact => ({ kind, on, thing, what });

/** The thing has another name. */
export const renamed = (on: number, kind: FactKind, thing: string, now: string): Fact => ({
  ...factOf(on)(kind, thing, `is called ${now} now`),
  now,
});
