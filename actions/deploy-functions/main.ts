import { runAction } from "../../kit/action/run.ts";
import type { Spec } from "../../kit/action/spec.ts";
import { deployFunctions } from "./deploy-functions.ts";
import { spec } from "./spec.ts";

export const main = (specs: readonly Spec[]): Promise<void> => runAction(spec, deployFunctions, specs);
