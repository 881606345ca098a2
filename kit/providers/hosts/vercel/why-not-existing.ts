import { UserError } from "../../../errors/user-error.ts";
import type { ProjectAnswer } from "./answers.ts";

/** Why a build of the Git integration cannot be taken before users meet it. */
export function whyNotExisting(project: ProjectAnswer, gitOff: boolean): UserError | undefined {
  if (gitOff) {
    return refused(
      "vercel.json sets git.deploymentEnabled to false, so Vercel builds no commit by itself",
      "Take that out, or build here: source dist or prebuilt.",
    );
  }
  if (project.autoAssignCustomDomains === false) return undefined;
  return refused(
    `Vercel project ${project.name} gives its domains to every production build by itself, before anything is probed`,
    "Switch «Auto-assign Custom Production Domains» off in the project's settings, and write auto-assign: false.",
  );
}

export function refused(what: string, fix: string): UserError {
  return new UserError("PR478", `${what}. Production was not touched.`, fix);
}
