import { type PlanPart, partDigest } from "../../kit/release/plan/plan.ts";
import { type PlanStamp, stampText } from "../../kit/release/plan/plan-stamp.ts";

/** What a phase is given of a plan that was made just now: the digest of its part, and the stamp. */
export function approved(
  part: PlanPart | string,
  stamp: Partial<PlanStamp> = {},
): Readonly<Record<"plan-digest" | "plan-stamp", string>> {
  const text = stampText({ at: Date.now(), attempt: 1, sha256: "0".repeat(64), ...stamp });
  return { "plan-digest": typeof part === "string" ? part : partDigest(part), "plan-stamp": text };
}
