/** Where in the repository an annotation belongs; lines and columns from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * What a person reads while an action works. `warn` and `error` become annotations; `group` folds what is
 * logged inside it under a heading and closes it also when the work throws.
 */
export interface Log {
  info(text: string): void;
  debug(text: string): void;
  notice(text: string): void;
  warn(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}
