import type { Runtime } from "../../action/runtime.ts";
import type { ObserveInputs } from "../../parts/observe/inputs.ts";
import { UserError } from "../../errors/user-error.ts";
import type { Dashboards } from "./dashboards.ts";
import { sqlFiles } from "./files/files.ts";
import { type GrafanaAccess, grafana } from "./grafana/grafana.ts";
import type { DashboardName } from "./names.ts";
import { supabaseNotebooks } from "./supabase/supabase.ts";

export type DashboardWorld = Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">;

const openers: Readonly<
  Record<DashboardName, (inputs: ObserveInputs, world: DashboardWorld) => Dashboards | undefined>
> = {
  supabase: openSupabase,
  grafana: (inputs, world) => grafana(world, grafanaAccess(inputs)),
  files: (inputs, world) => sqlFiles(world, logsPage(inputs)),
  none: () => undefined,
};

/**
 * The place where a target keeps its saved queries; undefined where it wants none.
 * @throws {UserError} PR102 or PR104 when this place needs an input that is not there.
 */
export function openDashboards(inputs: ObserveInputs, world: DashboardWorld): Dashboards | undefined {
  return openers[inputs.dashboard](inputs, world);
}

/** Where logs are read by hand. */
export function logsPage({
  supabaseDashboardUrl,
  supabase,
}: Pick<ObserveInputs, "supabaseDashboardUrl" | "supabase">): string {
  return `${supabaseDashboardUrl.replace(/\/$/, "")}/project/${supabase}/logs/explorer`;
}

function openSupabase(inputs: ObserveInputs, world: DashboardWorld): Dashboards {
  const { supabase, supabaseAccessToken, supabaseApiUrl, supabaseDashboardUrl } = inputs;
  if (supabaseAccessToken !== undefined)
    return supabaseNotebooks(world, { supabase, supabaseAccessToken, supabaseApiUrl }, supabaseDashboardUrl);
  throw new UserError(
    "PR104",
    "observe has no supabase-access-token, so it cannot read or write notebooks.",
    "Pass a token that may read and write notebooks as `supabase-access-token`, or say `dashboard: files`.",
  );
}

function grafanaAccess(inputs: ObserveInputs): GrafanaAccess {
  const { grafanaUrl: url, grafanaToken: token, grafanaNamespace: namespace, grafanaFolder: folder } = inputs;
  const { grafanaDatasource: datasource, grafanaSelector: selector } = inputs;
  if (url === undefined) throw lacks("PR102", "grafana-url", "Write the address of your Grafana.");
  if (token === undefined)
    throw lacks("PR104", "grafana-token", "Set the secret and pass it as `grafana-token`.");
  if (datasource === undefined) return { url, token, namespace, folder, shown: undefined };
  if (selector === undefined || !/^\{[^{}|`]+\}$/.test(selector)) {
    const fix = "Write which streams hold the logs: grafana-selector: '{source=\"function_logs\"}'.";
    throw lacks("PR102", "grafana-selector, a log stream selector,", fix);
  }
  return { url, token, namespace, folder, shown: { datasource, selector } };
}

function lacks(code: "PR102" | "PR104", what: string, fix: string): UserError {
  return new UserError(code, `dashboard grafana needs ${what} but it is not given.`, fix);
}
