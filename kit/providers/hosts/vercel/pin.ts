import { UserError } from "../../../errors/user-error.ts";
import type { ProjectAnswer } from "./answers.ts";
import type { Vercel } from "./context.ts";
import { readProject } from "./inspect.ts";

/** Whether Vercel gives a new production build no domain, though this project is supposed to give it all of them. */
export function isPinned(project: ProjectAnswer, { settings }: Vercel): boolean {
  return settings.autoAssign && project.autoAssignCustomDomains === false;
}

/** What a pinned project means for whoever releases next. */
export const pinned =
  "Vercel's auto-assignment of domains is off, as a rollback leaves it: no new build goes live by itself. The next release needs `unpin: true`; or run this rollback again with `restore-auto-assign: true`.";

/** What going back would do to it. */
export const wouldPin =
  "Vercel's auto-assignment of domains would be off after it, so that no build goes live by itself. The next release would need `unpin: true`; or `restore-auto-assign: true` switches it on again.";

/**
 * Switches auto-assignment on again where a rollback has switched it off; the project's word afterwards counts.
 * @throws {UserError} PR435 when it is still off.
 */
export async function unpin(vercel: Vercel): Promise<string | undefined> {
  const project = await readProject(vercel);
  if (!isPinned(project, vercel)) return undefined;
  await vercel.api("PATCH", `/v9/projects/${project.id}`, {
    json: { autoAssignCustomDomains: true },
    safe: true,
  });
  const now = await readProject(vercel);
  if (now.autoAssignCustomDomains === true)
    return "Auto-assignment of domains is on again: the next production build goes live by itself.";
  throw new UserError(
    "PR435",
    `Vercel took the change, but auto-assignment of domains is still off for ${project.name}.`,
    "Switch it on in the project's settings (Environments > Production), or promote a deployment.",
  );
}
