/** A row as the driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** One open session with a PostgreSQL server. */
export interface Database {
  /** Runs one statement with parameters. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /**
   * Runs any number of statements as one simple query; the server sees the text as it is.
   * @throws the driver's error, with `completed`: how many statements the server had finished before it.
   */
  script(sql: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a session. `name` is what `pg_stat_activity` shows, so that a holder of a lock can be told. */
export type Connect = (url: string, name: string) => Promise<Database>;
