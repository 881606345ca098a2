import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { describe } from "../../kit/errors/user-error.ts";
import { boardName } from "../../kit/parts/observe/prepare-board.ts";
import { openDashboards } from "../../kit/providers/dashboards/open-dashboards.ts";
import type { spec } from "./spec.ts";

/** The link of the saved queries; a missing or unreadable board is only a line in the log. */
export async function findBoard(
  inputs: InputsOf<typeof spec>,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">,
): Promise<string | undefined> {
  try {
    return await openDashboards(inputs, world)?.find(boardName(inputs.target, inputs.supabase));
  } catch (error) {
    world.signal.throwIfAborted();
    world.log.info(`The saved queries cannot be linked: ${describe(error)}`);
    return undefined;
  }
}
