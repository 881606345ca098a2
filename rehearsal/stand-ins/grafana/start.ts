import { type Route, type StandInResponse, serve } from "../server.ts";
import { type LoggedRequest, watch, watchOne } from "../watch.ts";
import { createAnnotation, findAnnotations, patchAnnotation } from "./annotations.ts";
import { type GrafanaHandler, guarded } from "./context.ts";
import { getDashboard, saveDashboard } from "./legacy.ts";
import { createResource, getResource, updateResource } from "./resources.ts";
import type { GrafanaState } from "./state.ts";

/** A running Grafana stand-in. */
export interface GrafanaStandIn {
  readonly url: string;
  readonly requests: readonly LoggedRequest[];
  readonly state: GrafanaState;
  close(): Promise<void>;
}

type Line = readonly [method: string, pattern: string, right: string, handler: GrafanaHandler];

const base = "/apis/dashboard.grafana.app/v1beta1/namespaces/:namespace/dashboards";

const resources: readonly Line[] = [
  ["GET", `${base}/:uid`, "dashboards:read", getResource],
  ["POST", base, "dashboards:create", createResource],
  ["PUT", `${base}/:uid`, "dashboards:write", updateResource],
];

const old: readonly Line[] = [
  ["GET", "/api/dashboards/uid/:uid", "dashboards:read", getDashboard],
  ["POST", "/api/dashboards/db", "dashboards:write", saveDashboard],
  ["GET", "/api/annotations", "annotations:read", findAnnotations],
  ["POST", "/api/annotations", "annotations:create", createAnnotation],
  ["PATCH", "/api/annotations/:id", "annotations:write", patchAnnotation],
];

/** The part of Grafana's HTTP API that keeps dashboards and annotations, as its documentation describes it. */
export async function startGrafana(state: GrafanaState): Promise<GrafanaStandIn> {
  const table = state.api === "new" ? [...resources, ...old] : old;
  const routes = table.map(([method, pattern, right, handler]): Route => [
    method,
    pattern,
    guarded(state, right, handler),
  ]);
  const requests: LoggedRequest[] = [];
  const faults = (): GrafanaState["faults"] => state.faults;
  const notFound = (): StandInResponse => ({ status: 404, json: { message: "Not found" } });
  const server = await serve(watch(routes, requests, faults), watchOne(notFound, requests, faults));
  return { url: server.url, requests, state, close: server.close };
}
