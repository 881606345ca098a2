import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

/** What was asked for on the command line; empty texts are what was not given. */
export interface EnvironmentsOptions {
  /** Empty: every target of the file. */
  readonly target: string;
  readonly config: string;
  readonly workingDirectory: string;
  /** OWNER/NAME; empty: of the folder's remote `origin`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly prune: boolean;
  readonly json: boolean;
  /** Only what differs, is made, or is left is said. */
  readonly quiet: boolean;
  /** Inputs of the action `environments` by name. */
  readonly inputs: Readonly<Record<string, string>>;
}

export const environmentsUsage = `prism-rollout environments [options]

Makes the environments that the targets of rollout.yml need on GitHub: gates with their reviewers or wait timer,
branch policies, no self-review, no bypass by admins. Shows the difference first, asks, and changes nothing that
is stricter or somebody's own. A second run has nothing to change.

  --target <name>          this target only; default: all of the file
  --reviewers <a,org/b>    who may approve at the gates (people, teams); default: \`reviewers\` in rollout.yml
  --wait-timer <minutes>   for gates that are declared as wait-timer
  --dry-run                only show the difference
  --yes                    do not ask (needed where no terminal is)
  --prune                  also take away other reviewers, longer timers, other branches
  --repository <o/name>    default: the remote origin of this folder
  --config <file>          default: rollout.yml
  --working-directory <d>  folder of the stack inside the repository; default: .
  --api-url <url>          GitHub's API; default: by the remote's host
  --quiet                  only what differs, what was made, and what is left for a person
  --json                   one JSON object instead of text; nobody is asked, so that changes need --yes
  --help

The token comes from GH_TOKEN or GITHUB_TOKEN and must be an admin's (Administration: write): a workflow's own
GITHUB_TOKEN cannot make environments.

exit status: 0 done or nothing to do, 1 refused or declined, 64 wrong usage
`;

/** Reads the command line. */
export function readEnvironmentsOptions(args: readonly string[]): EnvironmentsOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  if (positionals.length > 0) return { wrong: `environments takes options only, not "${positionals[0]}"` };
  const repository = values.repository ?? "";
  if (repository !== "" && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return { wrong: `--repository takes OWNER/NAME, not "${repository}"` };
  const given = { reviewers: values.reviewers, "wait-timer": values["wait-timer"] };
  return {
    target: values.target ?? "",
    config: values.config ?? "rollout.yml",
    workingDirectory: values["working-directory"] ?? ".",
    repository,
    apiUrl: values["api-url"] ?? "",
    dryRun: values["dry-run"] ?? false,
    yes: values.yes ?? false,
    prune: values.prune ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    inputs: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? ""])),
  };
}

const known = {
  target: { type: "string" },
  reviewers: { type: "string" },
  "wait-timer": { type: "string" },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  prune: { type: "boolean" },
  repository: { type: "string" },
  config: { type: "string" },
  "working-directory": { type: "string" },
  "api-url": { type: "string" },
} as const;
