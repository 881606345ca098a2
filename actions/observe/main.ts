import { runAction } from "../../kit/action/run.ts";
import type { Spec } from "../../kit/action/spec.ts";
import { observe } from "./observe.ts";
import { spec } from "./spec.ts";

export const main = (specs: readonly Spec[]): Promise<void> => runAction(spec, observe, specs);
