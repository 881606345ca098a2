import { functionsIn, secretsRead } from "./functions.ts";
import type { Prepared } from "./prepare.ts";
import type { Wanted } from "./wanted.ts";

/** The environment of a rehearsal's functions, and what of it nobody gave. */
export interface FunctionSecrets {
  readonly values: Readonly<Record<string, string>>;
  /** `NAME (read by a, b)`, each. */
  readonly madeUp: readonly string[];
}

/** What was given, and something made up for each other name that the release's functions cannot do without. */
export async function functionSecrets(
  prepared: Pick<Prepared, "stack" | "copy">,
  { functions: declared }: Pick<Wanted, "functions">,
  given: Readonly<Record<string, string>>,
): Promise<FunctionSecrets> {
  if (declared === undefined) return { values: given, madeUp: [] };
  const read = [...secretsRead(await functionsIn(prepared, declared))].sort(([a], [b]) => (a < b ? -1 : 1));
  const missing = read.filter(([name]) => !Object.hasOwn(given, name));
  const invented = missing.map(([name]) => [name, `rehearsal-${name.toLowerCase()}`] as const);
  return {
    values: { ...Object.fromEntries(invented), ...given },
    madeUp: missing.map(([name, slugs]) => `${name} (read by ${slugs.join(", ")})`),
  };
}
