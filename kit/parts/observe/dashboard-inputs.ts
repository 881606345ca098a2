import { oneOf, optional, secret, text, url } from "../../action/input.ts";
import { dashboardNames } from "../../providers/dashboards/names.ts";

/** Where the saved queries are kept, and what that place needs. */
export const dashboardInputs = {
  dashboard: oneOf(dashboardNames, {
    description:
      "Where `prepare` saves the queries: a Supabase notebook, a Grafana dashboard on which each release is drawn, SQL `files` with links in the run's artifact, or nowhere.",
    default: "supabase",
  }),
  "grafana-url": optional(url({ description: "Address of Grafana, for `dashboard: grafana`." })),
  "grafana-token": optional(
    secret({
      description: "Token of a Grafana service account that may read and write dashboards and annotations.",
    }),
  ),
  "grafana-namespace": text({
    description: "Grafana's namespace: `default`, `org-<id>`, or `stacks-<id>` in Grafana Cloud.",
    default: "default",
  }),
  "grafana-folder": optional(
    text({ description: "Id of the folder in which a new dashboard is made; Grafana's root otherwise." }),
  ),
  "grafana-datasource": optional(
    text({
      description:
        "Id of the Loki data source that gets the functions' logs (a log drain). Without it the dashboard shows the releases, and counts nothing.",
    }),
  ),
  "grafana-selector": optional(
    text({ description: 'Which streams of it hold these logs, in LogQL: `{source="function_logs"}`.' }),
  ),
} as const;
