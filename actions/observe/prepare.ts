import { explain } from "../../kit/action/fail.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { boardOf } from "../../kit/parts/observe/prepare-board.ts";
import type { Subject } from "../../kit/parts/observe/question.ts";
import { supabaseNotebooks } from "../../kit/providers/dashboards/supabase/supabase.ts";
import { accessOf, logsPage } from "./access.ts";
import type { spec } from "./spec.ts";

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** Saves what will be asked. A dashboard that cannot be saved never stops a release: it is a warning. */
export async function prepare(
  inputs: InputsOf<typeof spec>,
  subject: Subject,
  world: World,
): Promise<Done<typeof spec>> {
  const board = boardOf(inputs.target, subject);
  try {
    const dashboards = supabaseNotebooks(world, accessOf(inputs), inputs.supabaseDashboardUrl);
    const { url, change } = await dashboards.keep(board);
    const n = board.queries.length;
    world.log.notice(`Saved queries for this rollout: ${url}`);
    return {
      outputs: { "dashboard-url": url, dashboard: change },
      report: {
        verdict: "pass",
        reason: `The notebook «${board.name}» is ${change === "unchanged" ? "up to date" : change}.`,
        next: `Open it: ${url}`,
        evidence: [`${n} of ${n} queries are saved`],
      },
    };
  } catch (error) {
    world.signal.throwIfAborted();
    const { message, next } = explain(error);
    world.log.warn(`The notebook could not be saved. ${message} ${next}`);
    return {
      outputs: { "dashboard-url": logsPage(inputs), dashboard: "failed" },
      report: {
        verdict: "pass",
        reason: `The notebook could not be saved, which stops nothing. ${message}`,
        next,
        evidence: [`0 of ${board.queries.length} queries are saved`],
      },
    };
  }
}
