import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

export interface VerifyOptions {
  readonly file: string;
  /** The digest that the release's own report has told. */
  readonly sha256?: string;
  readonly json: boolean;
  /** Nothing is said where it holds. */
  readonly quiet: boolean;
}

export const verifyUsage = `prism-rollout verify <evidence.json> [options]

Checks the evidence of a release without a network: every receipt against its digest, its place and its chain, and
the whole against its subject. What was changed, dropped or moved is named.

  --sha256 <digest>  the file's digest as the release's report tells it: then nobody can have written another file
  --quiet            say nothing where it holds
  --json             {"schema":…,"holds":…,"release":…,"outcome":…,"receipts":n,"problems":[…]}, as
                     schemas/verify.schema.json of the package has it
  --help

exit status: 0 it holds, 1 it does not, 64 wrong usage
`;

/** Reads the command line. */
export function readVerifyOptions(args: readonly string[]): VerifyOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    return { wrong: `verify takes one file, not ${positionals.length}` };
  const { sha256 } = values;
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256))
    return { wrong: `--sha256 takes 64 hexadecimal digits, not "${sha256}"` };
  return {
    file,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

const known = {
  sha256: { type: "string" },
} as const;
