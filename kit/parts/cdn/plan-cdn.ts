import type { CdnWorld } from "../../providers/cdns/cdn.ts";
import { openCdn } from "../../providers/cdns/cdns.ts";
import { patternText } from "../../providers/cdns/pattern.ts";
import type { PlanPart } from "../../release/plan.ts";
import { pastOrigins } from "../web/origins.ts";
import { askPast } from "./ask.ts";
import { edgesOf } from "./edges.ts";
import type { CdnInputs } from "./inputs.ts";
import { type Met, refuseBlindOrigins, refuseUndeclaredCdn } from "./look-for-edges.ts";
import { patternDetail } from "./pattern-details.ts";
import { unseen } from "./routes.ts";

/**
 * The `purge-cdn` part of the plan. There is work when the web part has some, or when an origin's CDN serves another
 * release than the origin behind it does: what a purge left behind that was not verified.
 * @throws {UserError} PR102, PR451, PR453.
 */
export async function planCdn(inputs: CdnInputs, web: PlanPart["work"], world: CdnWorld): Promise<PlanPart> {
  const cdn = openCdn(inputs, world);
  const met = await refuseUndeclaredCdn(world, inputs.origins, {
    cdn: inputs.cdn,
    ignored: inputs.ignoreEdges,
  });
  if (inputs.cdn === "none") return cdnPart(inputs, "none");
  await refuseBlindOrigins(world, pastOrigins(inputs), cdn.says);
  const work = web === "some" || (await isBehind(inputs, met, world)) ? "some" : "none";
  const part = cdnPart(inputs, work);
  return { ...part, unverified: [...part.unverified, ...met.flatMap((one) => doubts(inputs, one))] };
}

/** Pure: what would be purged. The same in the plan and in the phase. */
export function cdnPart(inputs: CdnInputs, work: PlanPart["work"]): PlanPart {
  const { cdn, zone, origins, invalidate } = inputs;
  const paths = (inputs.paths ?? []).map(patternText);
  const blind = unseen(origins, inputs.paths ?? []);
  return {
    phase: "purge-cdn",
    work,
    decisions: { cdn, zone: zone ?? null, origins, paths, soft: invalidate },
    measurements: null,
    undo: { possible: "yes" },
    unverified:
      cdn === "none"
        ? []
        : [
            `one runner sees one location of ${cdn}`,
            ...blind.map((text) => `no address is known that proves ${text}`),
          ],
    says: work === "none" ? [] : [`${cdn} ${zone ?? ""}: purge ${paths.join(", ")} on ${origins.join(", ")}`],
    details: work === "none" ? [] : (inputs.paths ?? []).map((pattern) => patternDetail(inputs, pattern)),
  };
}

async function isBehind(inputs: CdnInputs, met: readonly Met[], world: CdnWorld): Promise<boolean> {
  const past = pastOrigins(inputs);
  const behind = await Promise.all(
    met.map(async ({ answer }, index) => {
      const { marker } = await askPast(world, past[index] ?? "", "/");
      return marker !== null && answer.marker !== marker;
    }),
  );
  return behind.includes(true);
}

function doubts({ cdn }: CdnInputs, { origin, answer }: Met): readonly string[] {
  if (answer.status === 0) return [`${origin} ${answer.said}`];
  if (edgesOf(answer.headers).some(({ name }) => name === cdn)) return [];
  return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
}
