import { UserError } from "../../errors/user-error.ts";
import type { SourceInputs } from "../../parts/observe/source-inputs.ts";
import type { ProjectAccess } from "../supabase/functions-api.ts";
import type { SourceWorld } from "./ask.ts";
import type { LogSource } from "./log-source.ts";
import type { SourceName } from "./names.ts";
import { type Counted, placeholdersIn } from "./placeholders.ts";

/** What opening a source needs besides its inputs. */
export interface Opening {
  readonly inputs: SourceInputs & { readonly supabaseDashboardUrl: string };
  readonly counted: Counted;
  /** Whether failures are judged by the hour. */
  readonly byHour: boolean;
  /** Undefined where the project cannot be asked. */
  readonly access: ProjectAccess | undefined;
}

type Opener = (opening: Opening, world: SourceWorld) => Promise<LogSource>;

/** Each is loaded only where it is named. */
const openers: Readonly<Record<SourceName, Opener>> = {
  supabase: async ({ inputs, access }, world) => {
    const { supabaseLogs } = await import("./supabase/supabase.ts");
    return supabaseLogs(world, known(access), inputs.supabaseDashboardUrl, inputs.logTimeout);
  },
  prometheus: async ({ inputs, counted }, world) =>
    (await import("./prometheus/prometheus.ts")).openPrometheus(inputs, world, counted),
  loki: async ({ inputs, counted }, world) =>
    (await import("./loki/loki.ts")).openLoki(inputs, world, counted),
  sentry: async ({ inputs, byHour, counted }, world) =>
    (await import("./sentry/sentry.ts")).openSentry({ inputs, byHour }, world, counted),
  http: async ({ inputs, counted }, world) =>
    (await import("./http/http.ts")).openHttpSource(inputs, world, counted),
};

/** @throws {UserError} PR104 */
function known(access: ProjectAccess | undefined): ProjectAccess {
  if (access !== undefined) return access;
  const fix = "Pass a token that may read logs and functions as `supabase-access-token`.";
  throw new UserError("PR104", "log-source supabase needs `supabase-access-token`, but it is empty.", fix);
}

/** The source that the inputs name, which `wrongSource` has found nothing wrong with. */
export async function openSource(opening: Opening, world: SourceWorld): Promise<LogSource> {
  const source = await openers[opening.inputs.logSource](opening, world);
  const refused = unfilled(opening);
  return {
    ...source,
    tally: async (question) => {
      if (question.before === true && source.looksBack === false)
        return { error: ofAnother(), wait: 0, final: true };
      if (question.before !== true && refused !== undefined) return { error: refused, wait: 0, final: true };
      return await source.tally(question);
    },
  };
}

/** A query about no release would count nothing, or everything. */
function unfilled({ inputs, counted }: Opening): UserError | undefined {
  const { logUrl = "", logSelector = "", logQueries, logRelease, logSource } = inputs;
  if (logSource === "supabase") return undefined;
  const texts = [logUrl, logSelector, ...Object.values(logQueries), logRelease];
  const used = texts.flatMap(placeholdersIn);
  const bad = (["commit", "release", "target"] as const).find(
    (name) => used.includes(name) && !/^[\w.:/@+-]+$/.test(counted[name] ?? ""),
  );
  if (bad === undefined) return undefined;
  const value = counted[bad];
  return new UserError(
    "PR102",
    value === undefined
      ? `The questions name {${bad}}, but no ${bad} is given.`
      : `The questions name {${bad}}, but "${value.slice(0, 60)}" cannot stand in one.`,
    "Name what a query can tell the release by, or leave it out.",
  );
}

function ofAnother(): UserError {
  return new UserError(
    "PR304",
    "The questions name this release, so that they cannot tell what was before it",
    "Write `baseline: 0s`, or leave the release out of the questions.",
  );
}
