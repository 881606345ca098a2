import { resolve } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import type { ValuesOf } from "../../action/spec.ts";
import type { Json } from "../../release/canonical.ts";
import type { PlanPart } from "../../release/plan/plan.ts";
import { readSite } from "./artifact.ts";
import { webInputs } from "./inputs.ts";
import { compareEnv, requiredOf, unverifiedEnv } from "./required-env.ts";

const { host, artifact, "required-env": requiredEnv, "host-project": project } = webInputs;

/** What can be said of the web app without its host: no secret is among it. */
export const recordedWebInputs = { host, artifact, "required-env": requiredEnv, "host-project": project };

/**
 * What `deploy-web` would do if what is live were what the record has.
 * @throws {UserError} PR402 when the build saw another value than is required, PR105, PR106, PR432 for the artifact.
 */
export async function webAgainstRecord(
  inputs: ValuesOf<typeof recordedWebInputs>,
  recorded: Json | undefined,
  world: Pick<Runtime, "root">,
): Promise<PlanPart> {
  const was = markerIn(recorded);
  const where = [inputs.host, ...(inputs.hostProject === undefined ? [] : [inputs.hostProject])].join(" ");
  const before = was ?? "what is live";
  if (inputs.artifact === undefined) {
    return part(
      { before, becomes: null },
      [`${where}: not built, so not compared with ${before}`],
      ["there is no built site: `artifact` is not given"],
    );
  }
  const site = await readSite(resolve(world.root, inputs.artifact));
  const required = requiredOf(site, inputs.requiredEnv);
  const unread = Object.fromEntries(
    Object.keys(required).map((name) => [name, { state: "unreadable" } as const]),
  );
  const unverified = unverifiedEnv(compareEnv(site, required, unread));
  if (site.marker === was) return { ...part(null, [], unverified), work: "none" };
  return part(
    { before, becomes: site.marker },
    [`${where}: ${before} becomes ${site.marker}`],
    [...(was === null ? ["the record does not tell which site is live"] : []), ...unverified],
  );
}

function part(decisions: Json, says: readonly string[], unverified: readonly string[]): PlanPart {
  const undo = { possible: "no", why: "not looked at: only the host knows what is live" } as const;
  return { phase: "deploy-web", work: "some", decisions, measurements: null, undo, unverified, says };
}

function markerIn(recorded: Json | undefined): string | null {
  if (typeof recorded !== "object" || recorded === null || !("marker" in recorded)) return null;
  return typeof recorded.marker === "string" ? recorded.marker : null;
}
