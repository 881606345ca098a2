import type { CdnWorld } from "../../providers/cdns/cdn.ts";
import { openCdn } from "../../providers/cdns/cdns.ts";
import { patternText } from "../../providers/cdns/pattern.ts";
import type { PlanPart } from "../../release/plan/plan.ts";
import { pastOrigins } from "../web/origins.ts";
import { askPast } from "./ask.ts";
import { doubtsOf } from "./doubts.ts";
import type { CdnInputs } from "./inputs.ts";
import { type Met, refuseBlindOrigins, refuseUndeclaredCdn } from "./look-for-edges.ts";
import { patternDetail } from "./pattern-details.ts";
import { purgedOf, skippedLine } from "./purged.ts";
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
  return {
    ...part,
    unverified: [...part.unverified, ...(await doubtsOf(inputs, met, cdn, world))],
  };
}

/** Pure: what would be purged. The same in the plan and in the phase. */
export function cdnPart(inputs: CdnInputs, work: PlanPart["work"]): PlanPart {
  const { cdn, zone, origins, invalidate, routes } = inputs;
  const { purged, skipped } = purgedOf(inputs);
  const paths = purged.map(patternText);
  const blind = routes === undefined ? unseen(origins, purged) : [];
  return {
    phase: "purge-cdn",
    work,
    decisions: {
      cdn,
      zone: zone ?? null,
      origins,
      paths,
      soft: invalidate,
      ...(routes === undefined ? {} : { routes: routes.map(patternText) }),
      ...(cdn === "http" ? { nodes: inputs.purgeNodes } : {}),
    },
    measurements: null,
    undo: { possible: "yes" },
    unverified:
      cdn === "none"
        ? []
        : [
            `one runner sees one location of ${cdn}`,
            ...blind.map((text) => `no address is known that proves ${text}`),
          ],
    says:
      work === "none"
        ? []
        : [
            `${[cdn, zone].filter((word) => word !== undefined).join(" ")}: purge ${paths.join(", ")} on ${origins.join(", ")}`,
            ...(skipped.length === 0 ? [] : [skippedLine(skipped)]),
          ],
    details: work === "none" ? [] : purged.map((pattern) => patternDetail(inputs, pattern)),
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
