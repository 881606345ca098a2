import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";

/** What was asked for on the command line; empty texts are what was not given. */
export interface DoctorOptions {
  /** Empty: every target of the file. */
  readonly target: string;
  readonly config: string;
  readonly workingDirectory: string;
  /** OWNER/NAME; empty: of the folder's remote `origin`. */
  readonly repository: string;
  readonly apiUrl: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

export const doctorUsage = `prism-rollout doctor [options]

Asks everything that a release will need, a line each with what to do about it: this machine, rollout.yml, the
workflows, GitHub and its environments, and of every target the Supabase project and its rights, the database and its
ledger, the web host, the CDN, the origins, logs and dashboards. It only reads: nothing is written anywhere.

  --target <name>          this target only; default: all of the file
  --config <file>          default: rollout.yml
  --working-directory <d>  folder of the stack inside the repository; default: .
  --repository <o/name>    default: the remote origin of this folder
  --api-url <url>          GitHub's API; default: by the remote's host
  --quiet                  only what warns or fails
  --json                   as JSON
  --help

Secrets come from the environment, under the names that the workflow has for them: DATABASE_URL,
SUPABASE_ACCESS_TOKEN, HOST_TOKEN, CDN_TOKEN, LOG_TOKEN, GRAFANA_TOKEN, CANCEL_TOKEN, SHADOW_DATABASE_URL,
PLAYWRIGHT_ACCOUNTS, NOTIFY_WEBHOOK; of one target alone with its name before:
STAGING_DATABASE_URL. GH_TOKEN or GITHUB_TOKEN is for GitHub; a person's
(\`gh auth token\`) also tells which secrets it holds. What is not set is not asked, which fails nothing.
Of several targets, a database is asked only under its target's name. NO_COLOR and FORCE_COLOR are honoured.

exit status: 0 nothing fails, 1 something fails, 64 wrong usage
`;

/** Reads the command line. */
export function readDoctorOptions(args: readonly string[]): DoctorOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  if (positionals.length > 0) return { wrong: `doctor takes options only, not "${positionals[0]}"` };
  const repository = values.repository ?? "";
  if (repository !== "" && !/^[\w.-]+\/[\w.-]+$/.test(repository))
    return { wrong: `--repository takes OWNER/NAME, not "${repository}"` };
  const apiUrl = values["api-url"] ?? "";
  if (apiUrl !== "" && !(URL.canParse(apiUrl) && /^https?:/.test(apiUrl)))
    return { wrong: `--api-url takes an address, not "${apiUrl}"` };
  return {
    target: values.target ?? "",
    config: values.config ?? "rollout.yml",
    workingDirectory: values["working-directory"] ?? ".",
    repository,
    apiUrl,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
  };
}

const known = {
  target: { type: "string" },
  config: { type: "string" },
  "working-directory": { type: "string" },
  repository: { type: "string" },
  "api-url": { type: "string" },
} as const;
