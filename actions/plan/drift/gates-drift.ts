import type { Runtime } from "../../../kit/action/runtime.ts";
import type { InputsOf } from "../../../kit/action/spec.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { lookAtGates } from "../look-at-gates.ts";
import type { spec } from "../spec.ts";
import { type Difference, type Looked, since } from "./difference.ts";

/** The gates as the live commit declares them. What would refuse a release because of them is what differs. */
export async function gatesDrift(inputs: InputsOf<typeof spec>, world: Runtime): Promise<Looked> {
  const declared = Object.values(inputs.gates).filter((rule) => rule !== "none").length;
  const common = { component: "gates", compared: declared } as const;
  try {
    const { unverified } = await lookAtGates(inputs, inputs.target ?? "default", world);
    return { ...common, differences: [], unverified };
  } catch (error) {
    if (!(error instanceof UserError) || !["PR201", "PR212"].includes(error.code)) throw error;
    return { ...common, differences: differencesIn(error), unverified: [] };
  }
}

/** A line of the refusal each: an environment, what it lacks, and what mends it. */
function differencesIn({ code, message, fix }: UserError): readonly Difference[] {
  const lines = message.split("\n").flatMap((line) => /^\s*- (.+)$/.exec(line)?.[1] ?? []);
  return (lines.length === 0 ? [message] : lines).map((line) => ({
    component: "gates",
    name: /^[\w.@/-]+/.exec(line)?.[0] ?? code,
    recorded: "as the live commit declares it",
    live: line,
    since: since(undefined),
    next: fix,
  }));
}
