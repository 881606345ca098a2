import type { Permission } from "../../action/permission.ts";

const when = "`dashboard: grafana`";
const grafana = (name: string, why: string, also = ""): Permission => ({
  service: "Grafana",
  name,
  why,
  when: when + also,
  without: "said",
});

/** What a service account of Grafana must be allowed. */
export const dashboardPermissions: readonly Permission[] = [
  grafana("dashboards:read", "the link of the dashboard"),
  grafana("dashboards:write", "the dashboard as the release counts", ", `prepare: true`"),
  grafana("dashboards:create", "the dashboard, where it is not there", ", `prepare: true`"),
  ...["annotations:read", "annotations:create", "annotations:write"].map((name) =>
    grafana(name, "marking the release in the dashboard"),
  ),
];
