/** Inputs without a default, from their names in one text. */
export function inputNames(names: string): Record<string, undefined> {
  return Object.fromEntries(names.split(" ").map((name) => [name, undefined]));
}
