import type { RunContext } from "../../kit/ports/github.ts";
import { type Plan, partDigest } from "../../kit/release/plan/plan.ts";

/** A plan of this run's commit with the digest of each of its parts. */
export function made(
  { sha: commit, attempt }: RunContext,
  found: Omit<Plan, "schema" | "commit" | "attempt" | "digests">,
): Plan {
  const digests = Object.fromEntries(found.parts.map((part) => [part.phase, partDigest(part)]));
  return { schema: "prism-rollout/plan@1", ...found, commit, attempt, digests };
}
