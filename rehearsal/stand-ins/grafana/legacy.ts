import { type GrafanaHandler, badRequest, bodyOf } from "./context.ts";
import type { DashboardState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET /api/dashboards/uid/{uid} */
export const getDashboard: GrafanaHandler = ({ dashboards }, { params }) => {
  const uid = params["uid"] ?? "";
  const found = dashboards[uid];
  if (found === undefined) return { status: 404, json: { message: "Dashboard not found" } };
  const { spec, id, version, folder } = found;
  const meta = { url: `/d/${uid}/board`, folderUid: folder ?? "", version };
  return { status: 200, json: { meta, dashboard: { ...spec, id, uid, version } } };
};

/** POST /api/dashboards/db: makes a dashboard, or writes over one whose version is named. */
export const saveDashboard: GrafanaHandler = (state, request) => {
  const body = bodyOf(request);
  const dashboard = body?.["dashboard"];
  if (body === undefined || !isObject(dashboard) || typeof dashboard["title"] !== "string") return badRequest;
  const { id, uid, version, ...spec } = dashboard;
  if (typeof uid !== "string" || uid.length > 40) return badRequest;
  const folder = typeof body["folderUid"] === "string" ? body["folderUid"] : null;
  if (folder !== null && !state.folders.includes(folder))
    return { status: 400, json: { message: "folder not found" } };
  const found = state.dashboards[uid];
  if (found !== undefined && body["overwrite"] !== true) {
    if (id === null || id === undefined)
      return refused("name-exists", "A dashboard with the same uid exists");
    if (version !== found.version)
      return refused("version-mismatch", "The dashboard has been changed by someone else");
  }
  state.made += found === undefined ? 1 : 0;
  const saved: DashboardState = {
    spec,
    id: found?.id ?? state.made,
    version: (found?.version ?? 0) + 1,
    folder,
  };
  state.dashboards[uid] = saved;
  const url = `/d/${uid}/board`;
  return { status: 200, json: { id: saved.id, uid, url, status: "success", version: saved.version } };
};

function refused(status: string, message: string): ReturnType<GrafanaHandler> {
  return { status: 412, json: { status, message } };
}
