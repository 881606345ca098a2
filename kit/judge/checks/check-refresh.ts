import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import type { NodeOf } from "../walk.ts";

/** REFRESH … WITH NO DATA takes away what was in it, and lets nobody read it. */
export function checkRefresh(
  { relation, skipData }: NodeOf<"RefreshMatViewStmt">,
  { known, later }: Context,
): readonly Hit[] {
  const view = relationName(relation);
  if (!skipData || known.fresh(`view ${view}`) || later(`filled ${view}`)) return [];
  return [{ rule: "unpopulated-view", thing: view }];
}

/** One that was there is made again WITH NO DATA. */
export function checkUnfilled(
  { objtype, into }: NodeOf<"CreateTableAsStmt">,
  { known, later }: Context,
): readonly Hit[] {
  const view = relationName(into?.rel);
  const again = objtype === "OBJECT_MATVIEW" && into?.skipData && known.was(`view ${view}`) !== undefined;
  return again && !later(`filled ${view}`) ? [{ rule: "unpopulated-view", thing: view }] : [];
}
