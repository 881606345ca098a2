import type { GitHub } from "../../../ports/github.ts";
import type { Receipt } from "../../../release/record/receipt.ts";
import { documentOf } from "../../../release/record/kept-document.ts";
import { deployments, recordEnvironment } from "../../../release/record/record.ts";
import { lastStatus } from "../../../release/record/statuses.ts";

/** Of some versions, those that releases of this suite have applied to the target. */
export type AppliedByUs = (versions: readonly string[]) => Promise<ReadonlySet<string>>;

/** Who cannot ask the record knows of none. */
export const nobodyKnows: AppliedByUs = async () => new Set();

/**
 * Asks the record: after a rollback the schema stays ahead of the commit that mends it. A migration that failed was
 * rolled back; where its row is there all the same, somebody else has written it.
 */
export function appliedByReleases(github: GitHub, target: string): AppliedByUs {
  return async (versions) => {
    const open = new Set(versions);
    const known = new Set<string>();
    for await (const deployment of deployments(github, recordEnvironment(target), "rollout-receipt")) {
      if (open.size === 0) break;
      const receipt = documentOf<Receipt>(deployment, "receipt");
      if (receipt?.phase !== "migrate" || !open.has(receipt.component)) continue;
      if ((await lastStatus(github, deployment.id))?.state === "failure") continue;
      known.add(receipt.component);
      open.delete(receipt.component);
    }
    return known;
  };
}

/** The record of the target, where there is a token for it. */
export async function askRecord(
  { githubToken, target }: { readonly githubToken: string | undefined; readonly target: string | undefined },
  { github }: { readonly github: (token: string) => Promise<GitHub> },
): Promise<AppliedByUs> {
  if (githubToken === undefined) return nobodyKnows;
  return appliedByReleases(await github(githubToken), target ?? "default");
}
