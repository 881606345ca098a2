import type { SomeHelp } from "./form.ts";

/** Commands and suites of the repository, and what the logs say. */
export const checks = {
  PR441: {
    when: "A command of yours ended with an error: `install`, `install-browsers`, or the `command` that deploys. Its last lines are in the message. One that deploys may have changed something before it failed.",
    fix: "Mend what its output says. Children get a declared environment only: `command-env`, and the token by `command-token`.",
  },
  PR461: {
    when: "smoke names Playwright suites, and `@playwright/test` or its configuration is not there.",
    fix: "Add `@playwright/test` to devDependencies and commit the lock file; name another configuration by `playwright-config`.",
  },
  PR481: {
    when: "Before the release more than 5 % of the attempts fail already, so nobody could tell whether the release makes it worse. Nothing was changed.",
    fix: "Mend what fails first. For the release that mends it: `observe: { unhealthy-baseline: warn }`.",
  },
} satisfies SomeHelp;
