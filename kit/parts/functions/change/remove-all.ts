import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi } from "../../../providers/supabase/functions-api.ts";
import { removeEach } from "./ask-again.ts";
import { changedByOthers } from "../live/others.ts";
import type { Removal } from "./prune.ts";

/**
 * Takes functions away, each as long as it is what was looked at.
 * @throws {UserError} PR442 naming those that are not; they are left.
 */
export async function removeAll(
  api: FunctionsApi,
  removals: readonly Removal[],
  { log }: Pick<Runtime, "log">,
): Promise<void> {
  if (removals.length === 0) return;
  const { others, shown } = await changedByOthers(api, { changes: [], removals }, []);
  const due = removals.map(({ slug }) => slug).filter((slug) => !others.includes(slug));
  await removeEach(api, due, { shown, each: (slug) => log.info(`${slug}: removed.`) });
  if (others.length === 0) return;
  throw new UserError(
    "PR442",
    `${others.join(", ")} was not removed: somebody else has deployed it since this release looked.`,
    "Give it a folder in the repository, or plan again: the plan shows it as it is now.",
  );
}
