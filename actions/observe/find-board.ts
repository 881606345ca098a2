import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { describe } from "../../kit/errors/user-error.ts";
import { boardName } from "../../kit/parts/observe/prepare-board.ts";
import { supabaseNotebooks } from "../../kit/providers/dashboards/supabase/supabase.ts";
import { accessOf } from "./access.ts";
import type { spec } from "./spec.ts";

/** The link of the saved queries; a missing or unreadable notebook is only a line in the log. */
export async function findBoard(
  inputs: InputsOf<typeof spec>,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
): Promise<string | undefined> {
  try {
    const dashboards = supabaseNotebooks(world, accessOf(inputs), inputs.supabaseDashboardUrl);
    return await dashboards.find(boardName(inputs.target));
  } catch (error) {
    world.signal.throwIfAborted();
    world.log.info(`The saved queries cannot be linked: ${describe(error)}`);
    return undefined;
  }
}
