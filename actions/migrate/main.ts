import { runAction } from "../../kit/action/run.ts";
import type { LoadSpecs } from "../../kit/action/spec.ts";
import { announcing } from "../../kit/notify/announce.ts";
import { migrate } from "./migrate.ts";
import { spec } from "./spec.ts";

/** Runs this action as a runner starts it. */
export const main = (specs: LoadSpecs): Promise<void> =>
  runAction(spec, announcing("migrate", migrate), specs);
