import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

/** What was asked for on the command line; empty texts are what was not given. */
export interface InitOptions {
  /** One target, or two in the order in which a release reaches them. */
  readonly targets: readonly string[];
  /** Callers to write, by their names in examples/workflows without `.yml`; empty: the usual ones. */
  readonly callers: readonly string[];
  /** Folder of the web app and folder that has `supabase/`, where more than one looks like it. */
  readonly web: string;
  readonly supabase: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly json: boolean;
  /** Only what a person has to do is said. */
  readonly quiet: boolean;
}

export const initUsage = `prism-rollout init [options]

Looks at the repository of this folder (migrations, functions, web app, scripts, Playwright, workflows), and writes
rollout.yml and the workflows that start a release. Says where each value was found, what is assumed, what you have
to fill in (such a line has no value, and plan refuses it), and which secrets and permissions to set. Shows the
difference first and asks. What rollout.yml says already stays as it is.

  --target <name>      the target to write; twice for two: the first is released to at once, the second behind
                       gates; default: those of rollout.yml, else production
  --callers <a,b>      workflows to write, of examples/workflows; default: the release, plan-pull-request,
                       rollback, promote, drift, and watch where observe is declared
  --web <folder>       the web app, where several folders look like one
  --supabase <folder>  the folder that has supabase/, where there are several
  --dry-run            only show the difference
  --yes                do not ask; where no terminal is, nothing is overwritten without it
  --quiet              only what is for you to do: to fill in, to take away, what would be overwritten or cannot be
                       written; and what was written
  --json               one JSON object instead of text; nobody is asked
  --help

It reads names from .env files, never values, but for a flag that is true or false. It asks no service.

exit status: 0 written or nothing to change, 1 refused or declined, 64 wrong usage, or nobody can be asked
`;

/** Reads the command line. */
export function readInitOptions(args: readonly string[]): InitOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  if (positionals.length > 0) return { wrong: `init takes options only, not "${positionals[0]}"` };
  const targets = [...new Set(values.target ?? [])];
  const bad = targets.find((name) => !/^(?!(?:true|false|null|yes|no|on|off)$)[a-z][\w-]{0,63}$/i.test(name));
  if (bad !== undefined)
    return { wrong: `--target takes a letter, then letters, digits, _ and -, not "${bad}"` };
  if (targets.length > 2) return { wrong: `--target can be given twice, not ${targets.length} times` };
  return {
    targets,
    callers: (values.callers ?? "").split(",").flatMap((name) => name.trim().replace(/\.ya?ml$/, "") || []),
    web: folder(values.web),
    supabase: folder(values.supabase),
    dryRun: values["dry-run"] ?? false,
    yes: values.yes ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  };
}

/** `./apps/web/` is `apps/web`. */
function folder(given: string | undefined): string {
  return (given ?? "").replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
}

const known = {
  target: { type: "string", multiple: true },
  callers: { type: "string" },
  web: { type: "string" },
  supabase: { type: "string" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
} as const;
