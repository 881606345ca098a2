import { onGitHub, onSupabase } from "../../kit/action/permission.ts";
import { dashboardPermissions } from "../../kit/providers/dashboards/permissions.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { notifyInputs } from "../../kit/notify/inputs.ts";
import { observeInputs } from "../../kit/parts/observe/inputs.ts";

export const spec = defineAction({
  name: "observe",
  title: "Observe",
  description:
    "Counts in the logs what a release does to real attempts until a sequential test says pass or fail; before, saves the same queries as a dashboard.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("110m"),
    release: releaseInputs.release,
    slice: releaseInputs.slice,
    plan: releaseInputs.plan,
    ...notifyInputs,
    "github-token": releaseInputs["github-token"],
    ...observeInputs,
  },
  permissions: [
    onGitHub({ name: "contents: read", why: "checking out the commit" }),
    onGitHub({
      name: "deployments: read",
      why: "when the release went live",
      when: "a `release` is given, and it does not only `prepare`",
    }),
    onSupabase({
      name: "analytics_logs_read",
      why: "counting attempts and failures",
      when: "`log-source: supabase`",
    }),
    onSupabase({ name: "edge_functions_read", why: "which version of a function is the release's" }),
    onSupabase({
      name: "project_notebooks_read",
      why: "the link of the saved queries",
      when: "`dashboard: supabase`",
      without: "said",
    }),
    onSupabase({
      name: "project_notebooks_write",
      why: "saving the queries",
      when: "`dashboard: supabase`, `prepare: true`",
      without: "said",
    }),
    ...dashboardPermissions,
  ],
  outputs: {
    failed: "Attempts that failed.",
    attempts: "Attempts that were seen.",
    since: "When the clock was started: pass it on as `since` to count on.",
    observation: "Path of observation.json with every look; upload it.",
    "dashboard-url": "Link to the saved queries, else to the same query in the log explorer.",
    lag: "With `check`: what the marker proposes for `lag`, such as 45s.",
    dashboard: "With `prepare`: created | updated | unchanged | written (files) | failed | none.",
  },
});
