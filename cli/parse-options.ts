import { type ParseArgsConfig, parseArgs } from "node:util";
import type { WrongUsage } from "./wrong-usage.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What every command understands. */
const everywhere = {
  json: { type: "boolean" },
  quiet: { type: "boolean", short: "q" },
  help: { type: "boolean", short: "h" },
} as const;

/** What a command line says, in the words of `options`; in one line where it says what there is no option for. */
export function parseOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    return { wrong: (error as Error).message.split(". ")[0] ?? "wrong options" } satisfies WrongUsage;
  }
}

/** The same of a command of `prism-rollout`, with the words that all of these have: `--json`, `--quiet`, `--help`. */
export function parseCommand<const T extends Options>(args: readonly string[], options: T) {
  return parseOptions(args, { ...options, ...everywhere });
}
