/** What was wrong with the command line, in one line. */
export interface WrongUsage {
  readonly wrong: string;
}
