import { type Pattern, patternText } from "../../providers/cdns/pattern.ts";
import type { Detail } from "../../release/plan/plan.ts";
import type { CdnInputs } from "./inputs.ts";
import { takesAssets } from "./purged.ts";
import { routesOf } from "./routes.ts";

/** A pattern that is purged, and the addresses at which that is proven. */
export function patternDetail(
  { origins, invalidate, assets }: Pick<CdnInputs, "origins" | "invalidate" | "assets">,
  pattern: Pattern,
): Detail {
  const proven = routesOf(origins, [pattern]).map(({ origin, path }) => origin + path);
  const how = invalidate ? "marked as stale (a soft purge)" : "deleted from the cache";
  return {
    what: patternText(pattern),
    how: [how, `proven at ${proven.length} ${proven.length === 1 ? "address" : "addresses"}`],
    beware: [
      ...(pattern.kind === "everything"
        ? ["The whole cache goes: the origin takes all traffic until it is full again."]
        : []),
      ...(pattern.kind !== "everything" && takesAssets(pattern, assets)
        ? [`The hashed assets of /${assets} lie below it and go along.`]
        : []),
    ],
  };
}
