import { isSameEnvironment } from "../../ids.ts";
import { type GatedPhase, gatedPhases } from "../../phases.ts";
import type { BranchPattern, Reviewer } from "../found.ts";
import { type EnvironmentNames, type Role, roles } from "../names.ts";
import type { Rules } from "../settings.ts";

export type RefPattern = Pick<BranchPattern, "name" | "type">;

/** What an environment is to hold. */
export interface WantedEnvironment {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whether a person must approve; `reviewers` may be empty: then those that are there stay. */
  readonly reviewed: boolean;
  readonly reviewers: readonly Reviewer[];
  /** Whether a timer must run; `waitTimer` may be undefined: then the one that is there stays. */
  readonly timed: boolean;
  readonly waitTimer: number | undefined;
  readonly preventSelfReview: boolean;
  /** False: nobody passes without an approval. Undefined: as it is. */
  readonly adminsBypass: false | undefined;
  readonly refs: readonly RefPattern[];
}

export interface Wish extends Omit<Rules, "approvers"> {
  readonly names: EnvironmentNames;
  readonly reviewers: readonly Reviewer[];
  readonly waitTimer: number | undefined;
  readonly refs: readonly RefPattern[];
}

/** Every environment of a target once, in the order of the chain, with what all of its roles ask of it. */
export function wantedEnvironments(wish: Wish): readonly WantedEnvironment[] {
  const named = roles.flatMap((role) => {
    const name = wish.names[role];
    return name === undefined ? [] : [{ role, name }];
  });
  const first = named.filter(
    ({ name }, index) => named.findIndex((one) => isSameEnvironment(one.name, name)) === index,
  );
  return first.map(({ name }) => {
    const own = named.filter((one) => isSameEnvironment(one.name, name)).map(({ role }) => role);
    return wantedOf(name, own, wish);
  });
}

function wantedOf(name: string, own: readonly Role[], wish: Wish): WantedEnvironment {
  const gated = gatedPhases.filter((phase) => own.includes(phase));
  const has = (rule: "reviewers" | "wait-timer"): boolean =>
    gated.some((phase) => wish.gates[phase] === rule);
  const [reviewed, timed] = [has("reviewers"), has("wait-timer")];
  const bypassed = (phase: GatedPhase): boolean => wish.bypass[phase] === true;
  const mayBypass = wish.accept.includes("admin-bypass") || gated.some(bypassed);
  return {
    name,
    roles: own,
    reviewed,
    reviewers: reviewed ? wish.reviewers : [],
    timed,
    waitTimer: timed ? wish.waitTimer : undefined,
    preventSelfReview: reviewed && !wish.accept.includes("self-review"),
    adminsBypass: (reviewed || timed) && !mayBypass ? false : undefined,
    refs: wish.refs,
  };
}

/** Patterns of GitHub's branch policies for what `release-refs` names; what is neither branch nor tag has none. */
export function refPatterns(releaseRefs: readonly string[], defaultBranch: string): readonly RefPattern[] {
  const all = releaseRefs.length === 0 ? [defaultBranch] : releaseRefs;
  return all.flatMap((ref): readonly RefPattern[] => {
    const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (name !== undefined) return [{ name, type: kind === "tags" ? "tag" : "branch" }];
    return ref.startsWith("refs/") ? [] : [{ name: ref, type: "branch" }];
  });
}
