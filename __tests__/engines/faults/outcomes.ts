import { isDeepStrictEqual } from "node:util";
import type { Base, Step } from "./base.ts";
import type { StartName } from "./phases.ts";
import type { Found } from "./scene.ts";

/** What was found once a phase had failed, and what it said of itself. */
export interface Failed {
  readonly step: Step;
  readonly base: Base;
  readonly left: Found;
  readonly verdict: string;
}

type Ends = (failed: Failed) => readonly string[];

/** A verdict is one of the release; an error of its phase is for a person. */
const byVerdict: Ends = ({ verdict }) => (verdict === "fail" ? ["rolled-back"] : ["held"]);
const nothingChanged: Ends = () => ["stopped", "held"];

/** A phase that has not begun has changed nothing, so a person decides; what is activated goes back. */
const unlessOld =
  (part: "functions" | "web"): Ends =>
  ({ left, base }) =>
    isDeepStrictEqual(left[part], base.old[part]) ? ["held", "rolled-back"] : ["rolled-back"];

/** How a release may end of which a phase failed: the table of the README. */
const ends: Readonly<Record<StartName, Ends>> = {
  build: nothingChanged,
  plan: nothingChanged,
  prepare: nothingChanged,
  migrate: ({ left, step }) =>
    isDeepStrictEqual(left.ledger, step.before.ledger) ? ["stopped", "held"] : ["held"],
  "deploy-functions": unlessOld("functions"),
  "deploy-web": unlessOld("web"),
  "purge-cdn": () => ["held"],
  "smoke identity": byVerdict,
  smoke: byVerdict,
  observe: byVerdict,
  rollback: () => ["rolled-back"],
  "rollback of a healthy release": () => ["released"],
};

export function mayEnd(failed: Failed): readonly string[] {
  return ends[failed.step.name](failed);
}
