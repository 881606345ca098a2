import { breaks } from "../../rehearsal/release/break-phase.ts";
import { sourceNames } from "../../kit/parts/web/sources.ts";
import { hostNames } from "../../kit/providers/hosts/names.ts";
import { cdnNames } from "../../kit/providers/cdns/names.ts";
import type { KnownCdn } from "../../rehearsal/stand-ins/start-cdn.ts";

/** The CDNs that can stand before a host. */
export const knownCdns = cdnNames.filter((name): name is KnownCdn => name !== "none");

export const rehearseUsage = `prism-rollout rehearse [options]

Releases the stack of this folder on this machine, before it touches anything: your rollout.yml, migrations,
functions, build, commands and Playwright through the real workflow and the real dist/, with a real Postgres,
PostgREST and Deno, and stand-ins for Supabase, the host, the CDN and GitHub. What is live comes from git, and is
brought up first. Nothing is written to the folder but the report.

  --repo <folder>       the folder of the stack; default: this one
  --config <file>       its configuration; default: rollout.yml
  --target <name>       which target; default: production, or the only one
  --from <ref>          the commit that is live, or none; default: where this branch left the default branch, on
                        that one the last commit (the one before, if nothing is changed)
  --env <file>          values for what functions read of their environment, one NAME=value a line
  --traffic <command>   uses the release while observe looks, so that it counts attempts: run by bash in a copy of the
                        folder, again and again, with BASE_URL, SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY
  --out <folder>        where the report goes; default: .rehearsal
  --summary <file>      add a summary in Markdown to a file, such as "$GITHUB_STEP_SUMMARY"
  --sample              play the sample stack instead (in a clone of the suite, that is the default)

  --approve all         approve every gate; without it a terminal is asked
  --reject <gate>       reject at migrate, deploy-functions or deploy-web
  --expire <gate>       let that approval expire
  --unhealthy-at <gate> let the project fall ill while the release waits there
  --cancel-at <phase>   cancel the run when that phase is at work
  --cancel-at-gate <gate>    cancel it while it waits there
  --lose-runner-at <phase>   lose that phase's runner while it is at work
  --rerun <jobs>        when the run has ended, run failed jobs or all again; gates are approved then
  --skip commands       leave out the app's own tests, lint, type check and journeys; the report says so
  --skip checks         leave out these, its browser suites and the replay of its migrations
  --runs <n>            release the same commit n times in one world
  --json                print one JSON object as the last line, also where nothing could be played: outcome, reason,
                        next step, each phase (schemas/rehearsal.schema.json of the package); with --quiet,
                        nothing but it
  --quiet               say only how it ended, why, and what to do
  --help

of the sample only:
  --fail <phases>       break these for real: ${Object.keys(breaks).join(", ")}
  --one-job             play the root action.yml: the chain in one job
  --slice <phase>       release in two runs: through that phase, and on from the next
  --supersede <gate>    while the release waits there, a newer commit is released with supersede
  --trickle             hardly anybody uses the release; the watch caller ends it when more have come
  --host <name>         where the web is deployed: ${hostNames.join(", ")}
  --source <name>       where the site comes from: ${sourceNames.join(", ")}
  --cdn <name>          what stands before the web host: ${knownCdns.join(", ")}

exit status: 0 released, 1 rolled-back, 2 held, 3 partly-rolled-back, 4 stopped, 5 watching (0 for a stack of
yours: nobody uses it here, so that its verdict stays open), 64 wrong usage, 70 it could not be played
`;
