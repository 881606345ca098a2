import { runAction } from "../../kit/action/run.ts";
import type { LoadSpecs } from "../../kit/action/spec.ts";
import { announcing } from "../../kit/notify/announce.ts";
import { deployFunctions } from "./deploy-functions.ts";
import { spec } from "./spec.ts";

export const main = (specs: LoadSpecs): Promise<void> =>
  runAction(spec, announcing("deploy-functions", deployFunctions), specs);
