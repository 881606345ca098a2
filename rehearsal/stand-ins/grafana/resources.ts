import type { StandInResponse } from "../server.ts";
import { type GrafanaHandler, badRequest, bodyOf } from "./context.ts";
import type { DashboardState, GrafanaState } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET /apis/dashboard.grafana.app/v1beta1/namespaces/{namespace}/dashboards/{uid} */
export const getResource: GrafanaHandler = (state, { params }) => {
  const uid = params["uid"] ?? "";
  if (params["namespace"] !== state.namespace) return status(403, "Forbidden", uid);
  const found = state.dashboards[uid];
  return found === undefined ? status(404, "NotFound", uid) : { status: 200, json: shown(state, uid, found) };
};

/** POST: makes a dashboard under the name that is given. */
export const createResource: GrafanaHandler = (state, request) => {
  const body = readBody(request);
  if (body === undefined) return badRequest;
  const { name, folder, spec } = body;
  if (request.params["namespace"] !== state.namespace) return status(403, "Forbidden", name);
  if (name.length > 40) return status(400, "BadRequest", name);
  if (state.dashboards[name] !== undefined) return status(409, "AlreadyExists", name);
  if (folder !== null && !state.folders.includes(folder)) return status(400, "BadRequest", name);
  state.made += 1;
  const made: DashboardState = { spec, version: 1, id: state.made, folder };
  state.dashboards[name] = made;
  return { status: 201, json: shown(state, name, made) };
};

/** PUT: writes over the version that was read; the folder is the one that is named. */
export const updateResource: GrafanaHandler = (state, request) => {
  const body = readBody(request);
  const uid = request.params["uid"] ?? "";
  if (body?.name !== uid) return badRequest;
  const found = state.dashboards[uid];
  if (found === undefined) return status(404, "NotFound", uid);
  if (body.version !== undefined && body.version !== String(found.version))
    return status(409, "Conflict", uid);
  found.spec = body.spec;
  found.version += 1;
  found.folder = body.folder;
  return { status: 200, json: shown(state, uid, found) };
};

interface Body {
  readonly name: string;
  readonly folder: string | null;
  readonly version: unknown;
  readonly spec: Record<string, unknown>;
}

function readBody(request: Parameters<GrafanaHandler>[1]): Body | undefined {
  const body = bodyOf(request);
  const { metadata, spec } = body ?? {};
  if (!isObject(metadata) || !isObject(spec) || typeof spec["title"] !== "string") return undefined;
  const { name, resourceVersion: version, annotations } = metadata;
  if (typeof name !== "string") return undefined;
  const folder = isObject(annotations) ? annotations["grafana.app/folder"] : undefined;
  return { name, version, spec, folder: typeof folder === "string" ? folder : null };
}

function shown(
  { namespace }: GrafanaState,
  name: string,
  { spec, version, id, folder }: DashboardState,
): object {
  const metadata = {
    name,
    namespace,
    resourceVersion: String(version),
    generation: version,
    labels: { "grafana.app/deprecatedInternalID": String(id) },
    annotations: folder === null ? {} : { "grafana.app/folder": folder },
  };
  return { kind: "Dashboard", apiVersion: "dashboard.grafana.app/v1beta1", metadata, spec, status: {} };
}

function status(code: number, reason: string, name: string): StandInResponse {
  const details = { name, group: "dashboard.grafana.app", kind: "dashboards" };
  const message = `dashboards.dashboard.grafana.app "${name}": ${reason}`;
  return {
    status: code,
    json: {
      kind: "Status",
      apiVersion: "v1",
      metadata: {},
      status: "Failure",
      message,
      reason,
      details,
      code,
    },
  };
}
