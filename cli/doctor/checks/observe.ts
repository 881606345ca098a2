import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import type { Finding } from "../../../kit/parts/observe/check/finding.ts";
import { probeBoard } from "../../../kit/parts/observe/check/probe-board.ts";
import { probeSource } from "../../../kit/parts/observe/check/probe-source.ts";
import { declaredFunctions } from "../../../kit/parts/observe/declared-functions.ts";
import { type ObserveInputs, observeInputs } from "../../../kit/parts/observe/inputs.ts";
import { observedFunctions } from "../../../kit/parts/observe/observed-functions.ts";
import { counterOf, subjectOf } from "../../../kit/parts/observe/question.ts";
import { openSource } from "../../../kit/providers/logs/sources.ts";
import type { FunctionVersion } from "../../../kit/providers/logs/log-source.ts";
import type { ProjectAccess } from "../../../kit/providers/supabase/functions-api.ts";
import { type Answer, type Check, type Told, known, notAsked, single } from "../check.ts";
import type { Target } from "../target.ts";

const logs = "Logs";
const board = "Saved queries";

/** Whether the log source answers what `observe` asks, and whether the saved queries can be read. */
export function observeChecks(target: Target): readonly Check[] {
  if (!target.has("observe")) return [];
  const inputs = target.section("observe", observeInputs);
  const { group } = target;
  return [
    inputs.logSource === "supabase" && inputs.supabaseAccessToken === undefined
      ? known(group, target.without(logs, "supabase-access-token"))
      : { group, what: logs, ask: (world) => askLogs(inputs, target, world) },
    boardCheck(inputs, target),
  ];
}

async function askLogs(inputs: ObserveInputs, target: Target, world: Runtime): Promise<Answer> {
  const { supabase, supabaseAccessToken, supabaseApiUrl } = inputs;
  const access =
    supabaseAccessToken === undefined ? undefined : { supabase, supabaseAccessToken, supabaseApiUrl };
  const subject = subjectOf(inputs);
  const byHour = counterOf(inputs) !== undefined;
  const counted = { commit: world.context.sha || "0".repeat(40), release: "none", target: target.name };
  const source = await openSource({ inputs, counted, byHour, access }, world);
  const versions = access === undefined ? [] : await liveVersions(inputs, access, target, world);
  if (versions.length === 0 && source.attributes === "function")
    return { told: [notAsked(logs, "no function is live yet of which anything could be logged")] };
  const findings = await probeSource({ inputs, subject, source, versions }, world);
  return { told: findings.map((finding) => toldBy(finding, logs)) };
}

/** Before the first release there may be none. */
async function liveVersions(
  inputs: ObserveInputs,
  access: ProjectAccess,
  { section, config: { sections } }: Target,
  world: Runtime,
): Promise<readonly FunctionVersion[]> {
  try {
    const slugs = declaredFunctions(inputs.functions, { section, sections });
    return (await observedFunctions(world, access, slugs)).versions;
  } catch (error) {
    if (error instanceof UserError && error.code === "PR303") return [];
    throw error;
  }
}

function boardCheck(inputs: ObserveInputs, target: Target): Check {
  const { group, name } = target;
  const lacks =
    inputs.dashboard === "supabase" && inputs.supabaseAccessToken === undefined
      ? "supabase-access-token"
      : inputs.dashboard === "grafana" && inputs.grafanaToken === undefined
        ? "grafana-token"
        : undefined;
  if (lacks !== undefined) return known(group, target.without(board, lacks));
  return single(group, board, async (world) =>
    toldBy(await probeBoard({ ...inputs, target: name === "" ? undefined : name }, world)),
  );
}

function toldBy({ what, can, says, fix }: Finding, before?: string): Told {
  const state = ({ yes: "ok", partly: "warn", no: "fail" } as const)[can];
  const name = before === undefined ? what : `${before}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  return { state, what: name, says, ...(fix === undefined ? {} : { fix }) };
}
