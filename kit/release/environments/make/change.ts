import type { BranchPattern, FoundEnvironment, Reviewer } from "../found.ts";
import type { RefPattern, WantedEnvironment } from "./wanted.ts";

/** The body of `PUT /environments/{name}`: it replaces the whole, so the whole is always sent. */
export interface EnvironmentBody {
  readonly wait_timer: number;
  readonly prevent_self_review: boolean;
  readonly reviewers: readonly Pick<Reviewer, "type" | "id">[];
  readonly deployment_branch_policy: {
    readonly protected_branches: boolean;
    readonly custom_branch_policies: boolean;
  };
  /** GitHub takes it, though its description does not name it; an older server refuses it. */
  readonly can_admins_bypass?: boolean;
}

/** What is to be done to one environment. Without `body`, `add` and `remove` it is as it should be. */
export interface EnvironmentChange {
  readonly name: string;
  /** The difference, a line each. */
  readonly says: readonly string[];
  /** What is there besides, and stays. */
  readonly keeps: readonly string[];
  /** What nobody but a person can see to. */
  readonly notes: readonly string[];
  /** Why it cannot be made. */
  readonly problems: readonly string[];
  readonly body?: EnvironmentBody;
  readonly add: readonly RefPattern[];
  readonly remove: readonly BranchPattern[];
}

/**
 * What makes an environment hold what it must. What is stricter, or somebody's own, stays unless `prune` is said.
 */
export function changeOf(
  found: FoundEnvironment | undefined,
  wanted: WantedEnvironment,
  prune: boolean,
): EnvironmentChange {
  const { reviewers, people } = reviewersOf(found, wanted, prune);
  const { waitTimer, timer } = timerOf(found, wanted, prune);
  const switches = switchesOf(found, wanted, reviewers.length > 0);
  const { policy, ...branches } = branchesOf(found, wanted, prune);
  const bodySays = [...people.says, ...timer.says, ...switches.says, ...policy.says];
  const body: EnvironmentBody = {
    wait_timer: waitTimer,
    prevent_self_review: switches.preventSelfReview,
    reviewers: reviewers.map(({ type, id }) => ({ type, id })),
    deployment_branch_policy: {
      protected_branches: policy.isProtected,
      custom_branch_policies: !policy.isProtected,
    },
    ...(switches.adminsBypass === undefined ? {} : { can_admins_bypass: switches.adminsBypass }),
  };
  const isNew = found === undefined;
  return {
    name: wanted.name,
    says: [...(isNew ? ["is made"] : []), ...bodySays, ...branches.says],
    keeps: [...people.keeps, ...timer.keeps, ...policy.keeps],
    notes: switches.notes,
    problems: [...people.problems, ...timer.problems],
    ...(isNew || bodySays.length > 0 ? { body } : {}),
    add: branches.add,
    remove: branches.remove,
  };
}

export function isNothing({ body, add, remove }: EnvironmentChange): boolean {
  return body === undefined && add.length === 0 && remove.length === 0;
}

interface Said {
  readonly says: readonly string[];
  readonly keeps: readonly string[];
  readonly problems: readonly string[];
}

const most = 6;

function reviewersOf(
  found: FoundEnvironment | undefined,
  { reviewed, reviewers: wanted }: WantedEnvironment,
  prune: boolean,
): { readonly reviewers: readonly Reviewer[]; readonly people: Said } {
  const before = found?.reviewers ?? [];
  const has = (all: readonly Reviewer[], one: Reviewer): boolean =>
    all.some(({ type, id }) => type === one.type && id === one.id);
  const others = before.filter((one) => !has(wanted, one));
  const added = wanted.filter((one) => !has(before, one));
  const dropped = prune && (!reviewed || wanted.length > 0) ? others : [];
  const kept = before.filter((one) => !has(dropped, one));
  const reviewers = [...kept, ...added];
  const strangers = others.filter((one) => !has(dropped, one) && (!reviewed || wanted.length > 0));
  const problems = [
    ...(reviewed && reviewers.length === 0 ? ["must have reviewers, but none are named"] : []),
    ...(reviewers.length > most
      ? [`would have ${reviewers.length} reviewers, and GitHub takes ${most}`]
      : []),
  ];
  return {
    reviewers,
    people: {
      says: [
        ...added.map((one) => `+ reviewer ${nameOf(one)}`),
        ...dropped.map((one) => `- reviewer ${nameOf(one)}`),
      ],
      keeps: strangers.map((one) => `reviewer ${nameOf(one)}`),
      problems,
    },
  };
}

function timerOf(
  found: FoundEnvironment | undefined,
  { timed, waitTimer: wanted }: WantedEnvironment,
  prune: boolean,
): { readonly waitTimer: number; readonly timer: Said } {
  const before = found?.waitTimer ?? 0;
  const least = timed ? (wanted ?? before) : 0;
  const waitTimer = prune ? least : Math.max(before, least);
  const says = waitTimer === before ? [] : [`wait timer ${before} → ${waitTimer} minutes`];
  const keeps = waitTimer > least ? [`a wait timer of ${waitTimer} minutes`] : [];
  const problems = timed && waitTimer === 0 ? ["must have a wait timer, but no minutes are named"] : [];
  return { waitTimer, timer: { says, keeps, problems } };
}

function switchesOf(
  found: FoundEnvironment | undefined,
  wanted: WantedEnvironment,
  isReviewed: boolean,
): {
  readonly says: readonly string[];
  readonly notes: readonly string[];
  readonly preventSelfReview: boolean;
  readonly adminsBypass: boolean | undefined;
} {
  const before = found?.preventSelfReview === true;
  const preventSelfReview = isReviewed && (wanted.preventSelfReview || before);
  const known = found === undefined ? true : found.adminsBypass;
  const adminsBypass = wanted.adminsBypass ?? (found === undefined ? undefined : known);
  const closes = wanted.adminsBypass === false && known === true;
  return {
    preventSelfReview,
    // Where the server does not tell, sending it would be a change with every run.
    adminsBypass: known === undefined ? undefined : adminsBypass,
    says: [
      ...(preventSelfReview && !before ? ["who starts a release may not approve it"] : []),
      ...(closes ? ["admins may not bypass it"] : []),
    ],
    notes:
      wanted.adminsBypass === false && known === undefined
        ? ["whether admins may bypass it this server does not tell: look under Settings → Environments"]
        : [],
  };
}

function branchesOf(
  found: FoundEnvironment | undefined,
  { refs }: WantedEnvironment,
  prune: boolean,
): {
  readonly policy: Omit<Said, "problems"> & { readonly isProtected: boolean };
  readonly says: readonly string[];
  readonly add: readonly RefPattern[];
  readonly remove: readonly BranchPattern[];
} {
  const before = found?.branches ?? "all";
  if (before === "protected" && !prune) {
    const policy = { isProtected: true, says: [], keeps: ["protected branches only"] };
    return { policy, says: [], add: [], remove: [] };
  }
  const same = (one: RefPattern, other: RefPattern): boolean =>
    one.name === other.name && one.type === other.type;
  const patterns = typeof before === "string" ? [] : before;
  const add = refs.filter((ref) => !patterns.some((one) => same(one, ref)));
  const others = patterns.filter((one) => !refs.some((ref) => same(one, ref)));
  const remove = prune ? others : [];
  const kept = prune ? [] : others;
  const was = found === undefined ? "" : before === "all" ? " (was: any)" : " (was: protected branches)";
  const first = typeof before === "string" ? [`admits only what is named${was}`] : [];
  return {
    policy: { isProtected: false, says: first, keeps: kept.map(({ type, name }) => `${type} ${name}`) },
    says: [
      ...add.map(({ type, name }) => `+ ${type} ${name}`),
      ...remove.map(({ type, name }) => `- ${type} ${name}`),
    ],
    add,
    remove,
  };
}

function nameOf({ type, name }: Reviewer): string {
  return type === "Team" ? `team ${name}` : name;
}
