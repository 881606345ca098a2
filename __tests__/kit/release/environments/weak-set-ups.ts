import type { Weakness } from "../../../../kit/release/environments/accept.ts";
import type { AuditRequest } from "../../../../kit/release/environments/audit.ts";
import { environmentNames } from "../../../../kit/release/environments/names.ts";
import type { GithubEnvironment, GithubState } from "../../../../rehearsal/stand-ins/github/state.ts";
import { allGates } from "./world.ts";

/** A set-up that is weak on purpose. */
export interface Weak {
  readonly why: string;
  /** The environment that is changed, and how. */
  readonly at?: string;
  readonly weaken?: (environment: GithubEnvironment, state: GithubState) => void;
  readonly asked?: Partial<AuditRequest>;
  /** What the message says of it. */
  readonly says: RegExp;
  readonly code?: "PR201";
  /** The word that accepts it; absent where nothing does. */
  readonly accept?: Weakness;
}

export const web = "production-deploy-web";
/** Custom patterns of branches. */
export const open = { protected_branches: false, custom_branch_policies: true };
const rule = (name: string, type: "branch" | "tag" = "branch") => ({ id: 9, name, type });

export const weakSetUps: readonly Weak[] = [
  {
    why: "the environment is not there",
    at: web,
    weaken: (one, { environments }) => void environments.splice(environments.indexOf(one), 1),
    says: /^production-deploy-web \(gates deploy-web\) does not exist, and GitHub would make it without any protection\. Make it: `npx prism-rollout environments --target production`\.$/,
    code: "PR201",
  },
  {
    why: "nobody has to review",
    at: web,
    weaken: (one) => void (one.reviewers = []),
    says: /deploy-web\) has no required reviewers, though gates declares reviewers\. Add them: .* --reviewers/,
    code: "PR201",
  },
  {
    why: "a declared wait timer is missing",
    asked: { gates: { ...allGates, migrate: "wait-timer" } },
    says: /migrate\) has no wait timer, though gates declares wait-timer/,
    code: "PR201",
  },
  {
    why: "the repository's plan has no reviewers",
    at: web,
    weaken: (one) => void (one.reviewers = []),
    says: /This repository is private: reviewers and wait timers exist there with GitHub Enterprise only\. .* from-phase and through-phase with approvers/,
    code: "PR201",
  },
  {
    why: "who starts a release may approve it",
    at: web,
    weaken: (one) => void (one.preventSelfReview = false),
    says: /deploy-web\) lets who started a release approve it\. Prevent self-review/,
    accept: "self-review",
  },
  {
    why: "the only reviewer is who started the release, and may not approve it",
    asked: { actor: "Ada" },
    says: /has no reviewer but Ada, who started this release and so may not approve it/,
  },
  {
    why: "an admin passes the gate without an approval",
    at: web,
    weaken: (one) => void (one.adminsBypass = true),
    says: /lets an admin pass it without an approval\. Switch off/,
    accept: "admin-bypass",
  },
  {
    why: "any branch reaches the gate's secrets",
    at: web,
    weaken: (one) => void (one.branchPolicy = null),
    says: /deploy-web\) admits every branch/,
    accept: "any-branch",
  },
  {
    why: "the branch policy has a pattern that admits anything",
    at: web,
    weaken: (one) => void one.branchPolicies.push(rule("**/*")),
    says: /admits whatever is pushed: its policy has the pattern \*\*\/\*\. .* --prune/,
    accept: "any-branch",
  },
  {
    why: "the branch policy does not admit the release's branch",
    asked: { ref: "refs/heads/hotfix" },
    says: /does not admit hotfix, from which this release comes: its job would be refused\. Release from main/,
  },
  {
    why: "the branch policy does not admit the release's tag",
    asked: { ref: "refs/tags/v1.0.0" },
    says: /does not admit the tag v1\.0\.0/,
  },
  {
    why: "only protected branches are admitted, and none is protected",
    at: web,
    weaken: (one) => void (one.branchPolicy = { protected_branches: true, custom_branch_policies: false }),
    says: /deploy-web\) does not admit main.* Protect the branch/,
  },
  {
    why: "two gates are one environment",
    asked: { names: environmentNames("production", { deployWebEnvironment: "Production-Migrate" }) },
    says: /^Production-Migrate \(gates deploy-web\) gates migrate as well, so an approval of one can pass for the other/,
    accept: "shared-environment",
  },
  {
    why: "an App's rule fails every job that makes no deployment",
    at: web,
    weaken: (one) => void one.apps.push("datadog"),
    says: /has a protection rule of the App datadog, with which GitHub fails every job/,
  },
  {
    why: "a rollback waits for a reviewer",
    at: "production-rollback",
    weaken: (one) => void (one.reviewers = [{ type: "User", id: 1001 }]),
    says: /^production-rollback \(rollback\) has required reviewers, so a rollback would wait while users meet/,
    accept: "waiting-rollback",
  },
  {
    why: "a rollback waits for a timer",
    at: "production-rollback",
    weaken: (one) => void (one.waitTimer = 30),
    says: /rollback\) has a wait timer of 30 minutes/,
    accept: "waiting-rollback",
  },
  {
    why: "the rollback's secrets can be reached from any branch",
    at: "production-rollback",
    weaken: (one) => void (one.branchPolicy = null),
    says: /^production-rollback \(rollback\) admits every branch/,
    accept: "open-secrets",
  },
  {
    why: "there is no environment for the rollback",
    at: "production-rollback",
    weaken: (one, { environments }) => void environments.splice(environments.indexOf(one), 1),
    says: /rollback\) does not exist, and GitHub would make it open to every branch/,
    accept: "open-secrets",
  },
  {
    why: "plan's own environment is open to every branch",
    at: "plan-reads",
    weaken: (one) => void (one.branchPolicy = null),
    asked: { names: environmentNames("production", { planEnvironment: "plan-reads" }) },
    says: /^plan-reads \(keeps the secrets of plan\) admits every branch/,
    accept: "open-secrets",
  },
  {
    why: "a phase without work waits for a reviewer",
    at: "production-ungated",
    weaken: (one) => void (one.reviewers = [{ type: "User", id: 1001 }]),
    says: /has required reviewers, so a phase without work would wait/,
    accept: "waiting-checks",
  },
  {
    why: "the release pauses between its activation and its checks",
    at: "production-smoke",
    weaken: (one) => void (one.waitTimer = 5),
    says: /^production-smoke \(keeps the secrets of smoke\) has a wait timer of 5 minutes, so the release would pause after it has gone live/,
    accept: "waiting-checks",
  },
  {
    why: "the purge would be refused by its own branch policy",
    at: "production-purge-cdn",
    weaken: (one) => void one.branchPolicies.splice(0, 1, rule("release/*")),
    says: /purge-cdn\) does not admit main/,
  },
  {
    why: "an environment has a name that GitHub does not take",
    asked: { names: environmentNames("production", { deployWebEnvironment: "x".repeat(256) }) },
    says: /^"x{60}" \(deploy-web\) has a name of 256 characters .* deploy-web-environment/,
    code: "PR201",
  },
];
