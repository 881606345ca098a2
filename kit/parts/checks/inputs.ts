import { record } from "../../action/input-map.ts";
import { duration, flag, integer, list, optional, secret, text } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";

/** How a repository's own suites are run: by `smoke`, and by `deploy-web` on what it has staged. */
export const suiteInputs = {
  install: text({
    description:
      "Command that installs what commands and suites need; `auto`: what the lock file names, by its own package manager; `none` when it is there already.",
    default: "auto",
  }),
  "install-browsers": text({
    description: "Command that installs Playwright's browsers; `none` when they are there already.",
    default: "npx playwright install --with-deps --only-shell chromium",
  }),
  playwright: list({
    description:
      "Playwright suites, as filters over the paths of their files (`results.token-guard.spec`); `[.]` for all, none when empty.",
    default: "",
  }),
  "playwright-config": optional(
    text({ description: "Playwright's configuration file. Without it Playwright looks for its own." }),
  ),
  "playwright-env": record({
    description:
      "Environment of the suites; they get nothing else of the job. `{origin}` stands for the address under test, `{supabase}` for the project.",
    default: '{ "BASE_URL": "{origin}" }',
  }),
  "playwright-accounts": optional(
    secret({
      description: "Secrets for the suites' environment (accounts made for tests), one `NAME=value` a line.",
    }),
  ),
  "secret-names": list({
    description:
      "Names of headers, cookies, parameters and fields whose values are secrets: they are taken out of traces and reports, as those are that say authorization, cookie, token, secret, password, or key of an API.",
    default: "",
  }),
  "playwright-timeout": duration({
    description: "How long all suites together may take.",
    default: "10m",
  }),
  tags: list({
    description: "Only tests with one of these tags are run; all where none is named.",
    default: "",
  }),
  retries: optional(
    integer({
      description:
        "How often a failing test is tried again. Without it Playwright's configuration says; a test that passes then is `flaky`.",
      max: 10,
    }),
  ),
  shards: integer({
    description:
      "In how many parts Playwright runs the suites at once, as far as the cores go; their reports are merged.",
    default: "1",
    min: 1,
    max: 32,
  }),
  "read-only": text({
    description: "Tag of the tests and probes that only read; these also run on the staged site.",
    default: "@read-only",
  }),
  "staged-specs": flag({
    description: "Whether `deploy-web` runs those on what it has staged, before it is promoted.",
    default: "true",
  }),
  "rollback-specs": text({
    description:
      "Tag of the tests and probes that must pass on what `rollback` has brought back; `all` runs every one, `none` none. Where none has the tag, that is said.",
    default: "@rollback",
  }),
  "max-failures": integer({
    description:
      "After how many failing tests the others are not begun: the first one decides already, and users wait for the way back. 0 runs all.",
    default: "1",
    max: 1000,
  }),
  supabase: optional(text({ description: "Reference of the Supabase project, for `{supabase}`." })),
};

export type SuiteInputs = ValuesOf<typeof suiteInputs>;

/** The commands that keep a repository's quality. */
export const commandInputs = {
  commands: list({
    description: "Commands that must pass, or names of scripts in package.json.",
    default: "",
  }),
  "command-env": record({
    description: "Environment of the commands; they get nothing else of the job.",
    default: "{}",
  }),
  "command-timeout": duration({ description: "How long each command may take.", default: "10m" }),
};

export type CommandInputs = ValuesOf<typeof commandInputs>;
