/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** One open session with a PostgreSQL server. */
export interface Database {
  /** The backend's number as whoever answered has told it at the login; what stands between tells one of its own. */
  readonly told?: number | undefined;
  /** Runs one statement with parameters. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Runs any number of statements as one simple query; the server sees the text as it is. Gives what the server says
   * of each that is done: its command tag, as `DELETE 5` or `CREATE TABLE`. What they select is let go of.
   * @throws the driver's error, with `completed`: how many statements the server had finished before it.
   */
  script(sql: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** One of several things that are asked at once. */
export interface Asked {
  readonly sql: string;
  /** With them it is one statement; without, any number of them as one simple query. */
  readonly parameters?: readonly unknown[];
  /** False where they are of no interest, however many: none is held. */
  readonly rows?: boolean;
}

/** One statement with parameters. */
export type Statement = Required<Pick<Asked, "sql" | "parameters">>;

export interface Answer {
  readonly rows: readonly Row[];
  readonly tags: readonly string[];
}

/** A session over a connection, on which the way there and back costs more than most statements. */
export interface LiveDatabase extends Database {
  /**
   * Sends all of them and then waits: one way there and back for as many as there are. The server runs one after the
   * other, **also those behind one that failed**, so what comes behind must do no harm by itself: in a transaction that
   * has failed it does nothing. Statements with parameters are those that are asked again and again: the server
   * keeps how it runs them.
   */
  together(asked: readonly Asked[]): Promise<readonly PromiseSettledResult<Answer>[]>;
}

/** Opens a session. `name` is what `pg_stat_activity` shows, so that a holder of a lock can be told. */
export type Connect = (url: string, name: string) => Promise<LiveDatabase>;
