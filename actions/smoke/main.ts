import { runAction } from "../../kit/action/run.ts";
import type { Spec } from "../../kit/action/spec.ts";
import { smoke } from "./smoke.ts";
import { spec } from "./spec.ts";

/** Runs this action as a runner starts it. */
export const main = (specs: readonly Spec[]): Promise<void> => runAction(spec, smoke, specs);
