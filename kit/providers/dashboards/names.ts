/** The places that this suite keeps saved queries in; `open-dashboards.ts` has one opener for each. */
export const dashboardNames = ["supabase", "grafana", "files", "none"] as const;

export type DashboardName = (typeof dashboardNames)[number];
