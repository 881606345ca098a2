import { type Outcome, outcomes } from "../rehearsal/outcome.ts";

/** One way in which a rehearsal is made to end, and how it must. `live` is about functions, web and pages. */
export interface Expected {
  readonly flags: string;
  readonly outcome: Outcome;
  readonly status: number;
  /** Of what was undone only in part, all that was new is live still. */
  readonly live: "new" | "as before" | "as at its peak" | "any";
  /** How the attempt, or the older release, before it ends. */
  readonly earlier?: Outcome;
  /** The last version in the ledger; the older release ends with 0007. */
  readonly ledger?: string;
  /** Results of jobs. */
  readonly jobs?: Readonly<Record<string, string>>;
  /** Words of the report. */
  readonly says?: string;
}

/** What is about who acts when, and not about what the app's own checks find. */
const byPeople =
  /--(rerun|supersede|slice|reject|expire|cancel|unhealthy|trickle|lose-runner-at (migrate|deploy))/;

/** What of the app's own is left out where it is not the point, and only takes time. */
export function skippedIn({ flags }: Pick<Expected, "flags">): "commands" | "checks" | undefined {
  if (flags === "" || flags === "--one-job" || flags.includes("commands")) return undefined;
  const elsewhere = /--(host|source|cdn)/.test(flags) && !flags.includes("--fail");
  return elsewhere || byPeople.test(flags) ? "checks" : "commands";
}

function row(
  flags: string,
  outcome: Outcome,
  live: Expected["live"],
  more: Outcome | Pick<Expected, "ledger" | "jobs" | "says"> = {},
): Expected {
  const known = { flags, outcome, status: outcomes[outcome], live };
  return typeof more === "string" ? { ...known, earlier: more } : { ...known, ...more };
}

/** Every row of «what happened → then» that a rehearsal can play (DESIGN §2). */
export const outcomeTable: readonly Expected[] = [
  row("", "released", "new"),
  row("--fail build", "stopped", "as before"),
  row("--fail plan", "stopped", "as before"),
  row("--fail migrate", "held", "as before", {
    ledger: "0008",
    jobs: { migrate: "failure", "deploy-functions": "skipped" },
  }),
  row("--fail deploy-functions", "rolled-back", "as before"),
  row("--fail deploy-web", "rolled-back", "as before"),
  row("--host netlify --fail deploy-web", "rolled-back", "as before"),
  row("--host netlify --fail smoke", "rolled-back", "as before"),
  row("--host netlify --cdn netlify", "released", "new"),
  row("--host netlify --source existing", "stopped", "as before", {
    says: "of source existing, which host netlify cannot take",
  }),
  row("--host command --cdn http --fail smoke", "rolled-back", "as before"),
  row("--source prebuilt --cdn fastly", "released", "new"),
  row("--source prebuilt --cdn vercel", "released", "new"),
  row("--source existing --cdn cloudfront --fail smoke", "rolled-back", "as before"),
  row("--fail purge-cdn", "held", "any"),
  row("--fail smoke", "rolled-back", "as before"),
  row("--fail observe", "rolled-back", "as before"),
  row("--trickle --fail observe", "rolled-back", "any", "watching"),
  row("--fail commands", "held", "new"),
  row("--fail smoke,rollback", "partly-rolled-back", "as at its peak", { says: "vercel rollback" }),
  row("--unhealthy-at migrate", "stopped", "as before"),
  row("--unhealthy-at deploy-functions", "held", "as before"),
  row("--unhealthy-at deploy-web", "held", "any"),
  row("--reject migrate", "stopped", "as before", { ledger: "0007" }),
  row("--reject deploy-functions", "held", "as before"),
  row("--reject deploy-web", "rolled-back", "as before"),
  row("--expire migrate", "stopped", "as before"),
  row("--expire deploy-functions", "held", "as before"),
  row("--expire deploy-web", "held", "any"),
  row("--cancel-at-gate migrate", "stopped", "as before"),
  row("--cancel-at-gate deploy-functions", "held", "as before"),
  row("--cancel-at-gate deploy-web", "rolled-back", "as before"),
  row("--cancel-at migrate", "held", "as before"),
  row("--cancel-at deploy-web", "rolled-back", "as before"),
  row("--cancel-at observe", "rolled-back", "as before"),
  row("--lose-runner-at migrate", "held", "as before"),
  row("--lose-runner-at deploy-web", "rolled-back", "as before"),
  row("--lose-runner-at smoke", "held", "new"),
  row("--slice migrate", "released", "new", "watching"),
  row("--slice deploy-functions", "released", "new", "watching"),
  row("--reject migrate --rerun failed", "released", "new", "stopped"),
  row("--reject deploy-functions --rerun failed", "released", "new", "held"),
  row("--reject deploy-web --rerun failed", "rolled-back", "as before", "rolled-back"),
  row("--cancel-at-gate migrate --rerun failed", "released", "new", "stopped"),
  row("--expire deploy-functions --rerun all", "released", "new", "held"),
  row("--expire deploy-web --rerun failed", "released", "new", "held"),
  row("--cancel-at-gate deploy-web --rerun all", "stopped", "as before", "rolled-back"),
  row("--supersede migrate", "released", "new", "stopped"),
  row("--supersede deploy-functions", "released", "new", "held"),
  row("--supersede deploy-web", "released", "new", "held"),
  row("--one-job", "released", "new"),
  row("--one-job --fail smoke", "rolled-back", "as before"),
];
