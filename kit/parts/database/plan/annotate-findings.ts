import type { Runtime } from "../../../action/runtime.ts";
import { type Finding, thingSaid } from "../../../judge/finding.ts";

/** GitHub shows ten annotations of a kind for a step. */
const shown = 10;

/** A warning at the exact line of each statement that the policy lets pass. */
export function annotateFindings(found: readonly Finding[], { log }: Pick<Runtime, "log">): void {
  for (const { file, line, column, rule, thing, why, safe } of found.slice(0, shown))
    log.warn(`${rule}: ${thingSaid({ thing })}: ${why}. ${safe}`, { file, line, column });
  if (found.length > shown)
    log.info(`${found.length - shown} more warnings of the judge are in the details of the plan.`);
}
