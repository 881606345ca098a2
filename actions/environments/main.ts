import { runAction } from "../../kit/action/run.ts";
import type { LoadSpecs } from "../../kit/action/spec.ts";
import { environments } from "./environments.ts";
import { spec } from "./spec.ts";

/** Runs this action as a runner starts it. */
export const main = (specs: LoadSpecs): Promise<void> => runAction(spec, environments, specs);
