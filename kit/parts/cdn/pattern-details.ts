import { type Pattern, patternText } from "../../providers/cdns/pattern.ts";
import type { Detail } from "../../release/plan.ts";
import type { CdnInputs } from "./inputs.ts";
import { routesOf } from "./routes.ts";

/** A pattern that is purged, and the addresses at which that is proven. */
export function patternDetail(
  { origins, invalidate }: Pick<CdnInputs, "origins" | "invalidate">,
  pattern: Pattern,
): Detail {
  const proven = routesOf(origins, [pattern]).map(({ origin, path }) => origin + path);
  const how = invalidate ? "marked as stale (a soft purge)" : "deleted from the cache";
  return {
    what: patternText(pattern),
    how: [how, `proven at ${proven.length} ${proven.length === 1 ? "address" : "addresses"}`],
    beware:
      pattern.kind === "everything"
        ? ["The whole cache goes: the origin takes all traffic until it is full again."]
        : [],
  };
}
