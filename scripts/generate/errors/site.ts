import type { SomeHelp } from "./form.ts";

/** The site: built, staged, promoted, served. */
export const site = {
  PR401: {
    when: "`install` or `command` of the build ended with an error; its last lines are in the message.",
    fix: "Run the same command in a fresh clone. Children get no variables of the job: name those that they need in `build-env`.",
  },
  PR402: {
    when: "`required-env` asks for a value, and Vite built with another one. Nothing was released.",
    fix: "Correct it where it comes from (an `.env` file, the workflow), or set it in `build-env`, which wins.",
  },
  PR403: {
    when: "The folder `output` is not there or empty after the build; of `source: prebuilt`, `.vercel/output` is.",
    fix: "Name the folder that the build writes as `output`; for `prebuilt` let `command` be `vercel build --prod`.",
  },
  PR431: {
    when: "The host ended the staged deployment as failed, or it was not ready within `ready-timeout`. Production was not touched.",
    fix: "Look at the deployment that the message links; run the failed job again, it goes on with the same one.",
  },
  PR432: {
    when: "What the staged address serves is not what was built: a login page, another marker, a missing asset that answers with the page. Production was not touched.",
    fix: "A login page: make a «protection bypass for automation» at the host and pass it as `HOST_PROTECTION_BYPASS`. An artifact: upload it with `include-hidden-files: true`.",
  },
  PR433: {
    when: "The promotion was made or began, and an origin does not serve the release within `verify-timeout`. In the chain the release is rolled back.",
    fix: "Look at the domains of the project: DNS that leads elsewhere, a CDN that is not declared, a build that somebody else promoted.",
  },
  PR434: {
    when: "The host holds another value of a required variable than the release. No traffic has moved.",
    fix: "Correct it at the host for production, or run with `only: deploy-web`, which sets it, then run again.",
  },
  PR435: {
    when: "Somebody else is moving the production domains, a rolling release is on, a domain is not verified, or a former rollback has pinned production.",
    fix: "The message names which. A pin: check that nobody needs it, then `unpin: true` or `auto-assign: false`. Rolling releases are not supported: switch them off.",
  },
  PR448: {
    when: "A file of the site did not get to the host. Production was not touched.",
    fix: "Run the failed job again; what is there already is not sent again.",
  },
  PR449: {
    when: "The site is empty, or has file names that the host cannot serve. Nothing was changed.",
    fix: "Name the folder that the build fills as `output`; rename the files.",
  },
  PR476: {
    when: "A link in the built site leads out of its folder. Nothing was changed.",
    fix: "Have the build put a file there instead.",
  },
  PR477: {
    when: "An origin has a certificate that no browser takes, or cannot be asked over https. Nothing was changed.",
    fix: "Let the host or CDN issue a certificate for the name, or correct `origins`.",
  },
  PR478: {
    when: "`source: existing`, and the host has no build of this commit in time, its build failed, or it is live already. Production was not touched.",
    fix: "Look at the host's Git integration; switch the automatic assignment of domains off ([sites.md](sites.md)); raise `existing-timeout`.",
  },
} satisfies SomeHelp;
