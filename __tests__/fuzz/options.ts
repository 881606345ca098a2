import { parseArgs } from "node:util";

export interface Options {
  readonly cases: number;
  readonly seed: number;
  /** Only places whose name has these words. */
  readonly only: string;
  readonly area: string | undefined;
  readonly save: boolean;
}

/** Another seed each time, unless one is given. @throws {Error} that names what is wrong with them. */
export function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { cases: text, seed: text, only: text, area: text, save: { type: "boolean" } },
  });
  const { cases = "2000", seed = String(Date.now() % 2 ** 31), only = "", area, save = false } = values;
  return { cases: whole("cases", cases), seed: whole("seed", seed), only, area, save };
}

function whole(name: string, given: string): number {
  if (/^\d{1,10}$/.test(given)) return Number(given);
  throw new Error(`--${name} takes a whole number, not ${given}`);
}
