import { runAction } from "../../kit/action/run.ts";
import type { Spec } from "../../kit/action/spec.ts";
import { purgeCdn } from "./purge-cdn.ts";
import { spec } from "./spec.ts";

/** Runs this action as a runner starts it. */
export const main = (specs: readonly Spec[]): Promise<void> => runAction(spec, purgeCdn, specs);
