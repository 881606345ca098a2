import { runAction } from "../../kit/action/run.ts";
import type { LoadSpecs } from "../../kit/action/spec.ts";
import { announcingFirst } from "./announce-first.ts";
import { observe } from "./observe.ts";
import { spec } from "./spec.ts";

export const main = (specs: LoadSpecs): Promise<void> => runAction(spec, announcingFirst(observe), specs);
