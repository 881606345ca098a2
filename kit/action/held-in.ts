/**
 * What a record holds under a name that somebody else has given: a function, a variable, a header may be called
 * `constructor`, and what every object inherits under such a name is none of it.
 */
export function heldIn<T>(
  record: Readonly<Record<string, T>> | undefined,
  name: string,
): Exclude<T, undefined> | undefined {
  const held = record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
  return held as Exclude<T, undefined> | undefined;
}
