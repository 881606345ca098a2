/** What a statement does to those who use the database. */
export type Axis = "data_loss" | "breaks_clients" | "tightens" | "lock_hazard";

/** `opaque`: what it does is not in the text. `invalid`: it cannot be run as it stands. */
export type Concern = Axis | "opaque" | "invalid";

export interface Rule {
  /** The first is what the rule is about. */
  readonly axes: readonly [Concern, ...Concern[]];
  /** As long as nobody has said what is done on its axis, `drop` is refused; `scoped`, where the author named what goes, is told. */
  readonly degree?: "drop" | "scoped";
  /** Rows that are live may make it fail, which no replay on an empty database shows. */
  readonly mayFailOnData?: true;
  /** What happens, as the rest of a sentence that begins with the statement. */
  readonly why: string;
  /** The safe way to the same end. */
  readonly safe: string;
}
