import type { Protection } from "../host.ts";
import type { ProjectAnswer } from "./answers.ts";
import type { Vercel } from "./context.ts";
import { readProject } from "./inspect.ts";

const kinds = [
  ["ssoProtection", "Vercel Authentication"],
  ["passwordProtection", "a password"],
  ["trustedIps", "trusted addresses"],
] as const;

/** What the project says of its deployments' own addresses. */
export async function readProtection(vercel: Vercel): Promise<Protection> {
  const project = await readProject(vercel);
  const closing = kinds.flatMap(([key, name]) => saidOf(project[key], name));
  const { bypass } = vercel.settings;
  const known = project.protectionBypass;
  return {
    by: closing.length === 0 ? undefined : closing.join(" and "),
    opens: bypass === undefined || known === undefined ? undefined : Object.hasOwn(known, bypass),
  };
}

/** What is staged is a production deployment without its domains: a protection of previews alone leaves it open. */
function saidOf(found: ProjectAnswer["ssoProtection"], name: string): readonly string[] {
  if (found === undefined || found.deploymentType === "preview") return [];
  return [found.deploymentType === undefined ? name : `${name} (${found.deploymentType})`];
}
