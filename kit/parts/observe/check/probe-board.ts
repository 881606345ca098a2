import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { openDashboards } from "../../../providers/dashboards/open-dashboards.ts";
import type { ObserveInputs } from "../inputs.ts";
import { boardName } from "../prepare-board.ts";
import { type Finding, found, lacking } from "./finding.ts";

/** Whether the saved queries can be read. That they can be written shows only when `prepare` writes them. */
export async function probeBoard(
  inputs: ObserveInputs & { readonly target: string | undefined },
  world: Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">,
): Promise<Finding> {
  const what = "Saved queries";
  try {
    const dashboards = openDashboards(inputs, world);
    if (dashboards === undefined) return found(what, "not wanted (`dashboard: none`)");
    const url = await dashboards.find(boardName(inputs.target, inputs.supabase));
    const says = url === undefined ? `no ${dashboards.called} yet; \`prepare\` makes it` : url;
    return found(what, `readable: ${says}`);
  } catch (error) {
    world.signal.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    return lacking(what, error, false);
  }
}
