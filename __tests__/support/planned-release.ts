import type { Extras } from "../../actions/plan/page/page.ts";
import { describeChange } from "../../kit/parts/database/plan/say-plan.ts";
import type { Detail, Plan, PlanPart } from "../../kit/release/plan/plan.ts";
import { partDigest } from "../../kit/release/plan/plan.ts";
import type { PhaseName } from "../../kit/release/phases.ts";

export const extras: Extras = { slice: [] };

/** A part with work, of as many changes as are named. */
export function busyPart(phase: PhaseName, names: readonly string[], more: Partial<PlanPart> = {}): PlanPart {
  return {
    phase,
    work: "some",
    decisions: { names },
    measurements: null,
    undo: phase === "migrate" ? { possible: "no", why: "the schema stays" } : { possible: "yes" },
    unverified: [],
    says: names.map((name) => `change ${name}`),
    details: names.map((what): Detail => ({ what, how: ["some lines"], beware: [] })),
    ...more,
  };
}

export function idlePart(phase: PhaseName): PlanPart {
  return { ...busyPart(phase, []), work: "none", undo: { possible: "yes" } };
}

/** The decisions of a migration part in which a migration that breaks the live code was let through. */
export function breakingPart(): PlanPart {
  const breaking = describeChange({ head: "0013", pending: [], unverified: [] }, []).decisions as {
    readonly [key: string]: string;
  };
  return busyPart("migrate", ["0014 drop_legacy"], { decisions: { ...breaking, breaking: ["0014"] } });
}

/** A plan with these parts, gates before all three phases that may have one. */
export function planOf(parts: readonly PlanPart[], more: Partial<Plan> = {}): Plan {
  const gated = ["migrate", "deploy-functions", "deploy-web"] as const;
  return {
    schema: "prism-rollout/plan@1",
    release: "production-20261122-0123456789ab-42",
    target: "production",
    commit: "0123456789abcdef0123456789abcdef01234567",
    attempt: 1,
    base: null,
    parts,
    gates: gated.map((phase) => ({
      phase,
      environment: `production-${phase}`,
      declared: "reviewers",
      found: ["required_reviewers"],
      reviewers: ["ada"],
      bypass: false,
    })),
    rules: { declared: {}, loosened: [], accepted: [], unverified: [] },
    digests: Object.fromEntries(parts.map((part) => [part.phase, partDigest(part)])),
    notDeployed: [],
    ...more,
  };
}

export const whole: readonly [PlanPart, PlanPart, PlanPart, PlanPart] = [
  busyPart("migrate", ["0008 detail", "0009 insights"]),
  busyPart("deploy-functions", ["hello"]),
  busyPart("deploy-web", ["vercel"]),
  busyPart("purge-cdn", ["/results/*"], { unverified: ["one runner sees one location"] }),
];
