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
   * of each that is done: its command tag, as `DELETE 5` or `CREATE TABLE`.
   * @throws the driver's error, with `completed`: how many statements the server had finished before it.
   */
  script(sql: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens a session. `name` is what `pg_stat_activity` shows, so that a holder of a lock can be told. */
export type Connect = (url: string, name: string) => Promise<Database>;
