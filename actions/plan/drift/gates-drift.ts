import type { Runtime } from "../../../kit/action/runtime.ts";
import type { InputsOf } from "../../../kit/action/spec.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { lookAtGates } from "../look-at-gates.ts";
import type { spec } from "../spec.ts";
import { type Looked, since } from "./difference.ts";

/** The gates as the live commit declares them. What stops a plan because of them is what differs. */
export async function gatesDrift(inputs: InputsOf<typeof spec>, world: Runtime): Promise<Looked> {
  const declared = Object.values(inputs.gates).filter((rule) => rule !== "none").length;
  const common = { component: "gates", compared: declared, unverified: [] } as const;
  try {
    await lookAtGates(inputs, inputs.target ?? "default", world);
    return { ...common, differences: [] };
  } catch (error) {
    if (!(error instanceof UserError) || !error.code.startsWith("PR2")) throw error;
    const difference = {
      component: "gates",
      name: error.code,
      recorded: `${declared} gates as the live commit declares them`,
      live: error.message.replace(/ ?Nothing was changed\.$/, ""),
      since: since(undefined),
      next: error.fix,
    } as const;
    return { ...common, differences: [difference] };
  }
}
