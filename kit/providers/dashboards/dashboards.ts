/** One saved query with its title. `hours` is how far back it looks. */
export interface SavedQuery {
  readonly title: string;
  readonly sql: string;
  readonly hours: number;
}

/** What responders open first: a text and queries, under a name that stays the same from release to release. */
export interface Board {
  readonly name: string;
  readonly text: string;
  readonly queries: readonly SavedQuery[];
}

export interface Kept {
  readonly url: string;
  readonly change: "created" | "updated" | "unchanged";
}

/** A place that keeps boards. Methods throw UserErrors. */
export interface Dashboards {
  /** Creates the board, or brings the one of that name up to date; unchanged, nothing is written. */
  keep(board: Board): Promise<Kept>;
  /** Where the board of that name is, if there is one. */
  find(name: string): Promise<string | undefined>;
}
