import { cdnInputs } from "../../../kit/parts/cdn/inputs.ts";
import { openCdn } from "../../../kit/providers/cdns/cdns.ts";
import { lookAtCdn } from "../../../kit/providers/cdns/look.ts";
import { type Check, known, notAsked, ok, warn } from "../check.ts";
import type { Target } from "../target.ts";

const what = "CDN";

/** The CDN's token and zone, as far as they show without a purge. */
export function cdnChecks(target: Target): readonly Check[] {
  if (!target.has("purge-cdn")) return [];
  const { group } = target;
  const inputs = target.section("purge-cdn", cdnInputs);
  const { cdn } = inputs;
  if (cdn === "none") return [known(group, ok(what, "none is declared, so nothing is purged"))];
  return [
    {
      group,
      what,
      ask: async (world) => {
        // Also refuses paths that this CDN cannot purge exactly.
        const lack = openCdn(inputs, world).lacks();
        if (lack !== undefined) return { told: [target.without(what, "cdn-token")] };
        const look = await lookAtCdn(inputs, world);
        if (look === undefined)
          return {
            told: [notAsked(what, `cdn ${cdn} tells nothing without a purge, and none is made here`)],
          };
        const { says, doubt } = look;
        return {
          told: [ok(what, `${cdn}: ${says}`), ...(doubt ? [warn("Zone", doubt.says, doubt.fix)] : [])],
        };
      },
    },
  ];
}
