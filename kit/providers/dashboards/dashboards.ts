import type { Question } from "../logs/log-source.ts";

/** One saved query with its title. `hours` is how far back it looks. */
export interface SavedQuery {
  readonly title: string;
  readonly sql: string;
  readonly hours: number;
}

/** What is asked, apart from time and versions: each place says it in its own language. */
export type Asked = Omit<Question, "from" | "until" | "functions">;

/** Which board is meant. It stays the same from release to release. */
export interface BoardName {
  readonly name: string;
  /** The project that it is about: a place that many share tells ours from another's by it. */
  readonly project: string;
}

/** What responders open first: a text and queries. */
export interface Board extends BoardName {
  readonly text: string;
  readonly asked: Asked;
}

export interface Kept {
  readonly url: string;
  /** `written` is said of what each release gets anew. */
  readonly change: "created" | "updated" | "unchanged" | "written";
  /** How many queries it holds. */
  readonly queries: number;
}

/** A release on the axis of time: from its activation on, up to its verdict once there is one (ms since 1970). */
export interface Mark extends BoardName {
  readonly release: string;
  readonly target: string;
  readonly from: number;
  readonly until?: number;
  readonly text: string;
}

/** A place that keeps boards. Methods throw UserErrors. */
export interface Dashboards {
  /** What a board is called there, for messages. */
  readonly called: string;
  /** Creates the board, or brings the one of that name up to date; unchanged, nothing is written. */
  keep(board: Board): Promise<Kept>;
  /** Where that board is, if there is one of ours. */
  find(board: BoardName): Promise<string | undefined>;
  /** Draws a release on it, or brings what is drawn up to date. Absent where nothing can be drawn. */
  readonly mark?: (mark: Mark) => Promise<void>;
}
