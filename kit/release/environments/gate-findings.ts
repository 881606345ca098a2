import type { GateRule } from "../gates/gates.ts";
import { isSameLogin } from "./people.ts";
import { branchFindings } from "./branch-findings.ts";
import type { Finding } from "./finding.ts";
import type { FoundEnvironment } from "./found.ts";

/** What the judging of one gate needs to know besides the environment. */
export interface GateQuestion {
  readonly environment: string;
  readonly purpose: string;
  readonly rule: Exclude<GateRule, "none">;
  /** Why reviewers or timers may be missing although somebody set them; empty where there is no such reason. */
  readonly why: string;
  readonly actor: string;
  readonly ref: string;
  readonly isProtected: boolean | undefined;
  /** The command that mends what a command can. */
  readonly mend: string;
}

/** Everything that is wrong with the environment of a declared gate. */
export function gateFindings(
  found: FoundEnvironment | undefined,
  question: GateQuestion,
): readonly Finding[] {
  const { environment, purpose, mend } = question;
  const at = { environment, purpose };
  if (found === undefined) {
    const wrong = "does not exist, and GitHub would make it without any protection";
    return [{ ...at, gate: true, wrong, fix: `Make it: ${mend}.` }];
  }
  return [
    ...pauseFindings(found, question),
    ...(question.rule === "reviewers" ? reviewFindings(found, question) : []),
    ...bypassFindings(found, question),
    ...branchFindings(found, { ...question, weakness: "any-branch" }),
    ...appFindings(found, at),
  ];
}

function pauseFindings(
  { reviewers, waitTimer }: FoundEnvironment,
  { environment, purpose, rule, why, mend }: GateQuestion,
): readonly Finding[] {
  const holds = rule === "reviewers" ? reviewers.length > 0 : waitTimer > 0;
  if (holds) return [];
  const missing = rule === "reviewers" ? "has no required reviewers" : "has no wait timer";
  const wrong = `${missing}, though gates declares ${rule}`;
  const fix = `Add ${rule === "reviewers" ? "them" : "it"}: ${mend}${rule === "reviewers" ? " --reviewers <login or org/team>" : " --wait-timer <minutes>"}.${why}`;
  return [{ environment, purpose, gate: true, wrong, fix }];
}

function reviewFindings(
  { reviewers, preventSelfReview }: FoundEnvironment,
  { environment, purpose, actor, mend }: GateQuestion,
): readonly Finding[] {
  if (reviewers.length === 0) return [];
  const at = { environment, purpose };
  const alone = reviewers.every(({ type, name }) => type === "User" && isSameLogin(name, actor));
  const open = preventSelfReview !== true;
  return [
    ...(alone
      ? [
          {
            ...at,
            wrong: `has no reviewer but ${actor}, who started this release${open ? "" : " and so may not approve it"}`,
            fix: `Add another reviewer: ${mend} --reviewers <login or org/team>.`,
            ...(open ? { weakness: "self-review" as const } : {}),
          },
        ]
      : []),
    ...(open
      ? [
          {
            ...at,
            weakness: "self-review" as const,
            wrong:
              preventSelfReview === false
                ? "lets who started a release approve it"
                : "does not say whether who started a release may approve it",
            fix: `Prevent self-review: ${mend}.`,
          },
        ]
      : []),
  ];
}

function bypassFindings(
  { adminsBypass }: FoundEnvironment,
  { environment, purpose, mend }: GateQuestion,
): readonly Finding[] {
  if (adminsBypass === false) return [];
  const wrong =
    adminsBypass === true
      ? "lets an admin pass it without an approval"
      : "does not say whether an admin may pass it without an approval";
  const fix = `Switch off «Allow administrators to bypass»: ${mend}.`;
  return [{ environment, purpose, weakness: "admin-bypass", wrong, fix }];
}

/** A job that makes no deployment cannot be asked about by an App, and fails. */
export function appFindings(
  { apps }: FoundEnvironment,
  at: Pick<Finding, "environment" | "purpose">,
): readonly Finding[] {
  if (apps.length === 0) return [];
  const wrong = `has a protection rule of the App ${apps.join(", ")}, with which GitHub fails every job that makes no deployment (deployment: false)`;
  const fix =
    "Disable the rule under Settings → Environments, or use a workflow of your own whose jobs make deployments.";
  return [{ ...at, wrong, fix }];
}
