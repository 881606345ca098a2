/**
 * What a person reads while an action works. `warn` and `error` become annotations; `group` folds what is
 * logged inside it under a heading and closes it also when the work throws.
 */
export interface Log {
  info(text: string): void;
  debug(text: string): void;
  notice(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}
