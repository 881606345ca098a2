import { type ParseArgsConfig, parseArgs } from "node:util";
import type { WrongUsage } from "./wrong-usage.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What a command line says, in the words of `options`; in one line where it says what there is no option for. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return { wrong: (error as Error).message.split(". ")[0] ?? "wrong options" } satisfies WrongUsage;
  }
}
