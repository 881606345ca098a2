import type { GitHub } from "../ports/github.ts";
import { phases } from "./phases.ts";
import type { Receipt } from "./receipt.ts";
import { list, payloadOf, recordEnvironment } from "./record.ts";

/**
 * When a release began to change what users meet, in ms since 1970: GitHub's own time of its first receipt
 * of an activating phase. Undefined while there is none.
 */
export async function activatedAt(
  github: GitHub,
  target: string,
  release: string,
): Promise<number | undefined> {
  const all = await list(github, recordEnvironment(target), "rollout-receipt");
  const times = all.flatMap((deployment) => {
    const { release: of, phase } = payloadOf(deployment) as Receipt;
    const activates = phase !== "rollback" && phases[phase].activates;
    return of === release && activates
      ? [Date.parse((deployment as { created_at?: string }).created_at ?? "")]
      : [];
  });
  const known = times.filter((time) => !Number.isNaN(time));
  return known.length === 0 ? undefined : Math.min(...known);
}
