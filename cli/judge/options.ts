import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

export interface JudgeOptions {
  readonly directory: string;
  /** The newest version that is applied: it and what is older is history. */
  readonly applied?: string;
  readonly each: boolean;
  readonly shadow: boolean;
  readonly shadowDatabaseUrl?: string;
  readonly json: boolean;
  /** Nothing is said where nothing is refused. */
  readonly quiet: boolean;
  /** Where SARIF is written, too. */
  readonly sarif?: string;
}

export const judgeUsage = `prism-rollout judge <dir> [options]

Judges the migrations of a folder by PostgreSQL's own parser: what loses data, breaks the code that is live,
tightens what was allowed, or holds a lock that blocks writes while it scans or rewrites.

  --applied <version>  this version and older ones are applied: they are history, the rest is one change set
  --each               every file is a change set of its own, those before it are its history
  --shadow-database-url <url>  replay on the server of this empty database, as a superuser; SHADOW_DATABASE_URL in the
                       environment says it, too, and no list of processes shows that
  --no-shadow          do not replay the files on a shadow database
  --sarif <file>       write the findings as SARIF 2.1.0 as well; paths are relative to the current folder
  --quiet              say nothing where nothing is refused
  --json               {"schema","files":[{"file","findings":[{"rule","axis","severity","line","column","statement",
                       "message","mayFailOnData","waived"}],
                       "advice":[{"rule","level","thing","message"}],"unverified":[…]}],"issues":[…]}, as
                       schemas/judge.schema.json of the package has it; a finding on two axes is there twice; advice is
                       what the database's schema leaves open, new by this file
  --help

exit status: 0 nothing is refused, 1 something is, 64 wrong usage
`;

/** Reads the command line. */
export function readJudgeOptions(args: readonly string[]): JudgeOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  const [directory, ...more] = positionals;
  if (directory === undefined || more.length > 0)
    return { wrong: `judge takes one folder, not ${positionals.length}` };
  const { applied } = values;
  if (applied !== undefined && !/^[0-9]+$/.test(applied))
    return { wrong: `--applied takes a version as in the file's name, not "${applied}"` };
  if (applied !== undefined && values.each) return { wrong: "--applied and --each exclude each other" };
  return {
    directory,
    ...(applied === undefined ? {} : { applied }),
    each: values.each ?? false,
    shadow: !(values["no-shadow"] ?? false),
    ...(values["shadow-database-url"] === undefined
      ? {}
      : { shadowDatabaseUrl: values["shadow-database-url"] }),
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    ...(values.sarif === undefined ? {} : { sarif: values.sarif }),
  };
}

const known = {
  applied: { type: "string" },
  each: { type: "boolean" },
  "no-shadow": { type: "boolean" },
  "shadow-database-url": { type: "string" },
  sarif: { type: "string" },
} as const;
