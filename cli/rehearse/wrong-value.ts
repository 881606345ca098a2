import { breaks } from "../../rehearsal/release/break-phase.ts";
import { skippable } from "../../rehearsal/world/skipped.ts";
import { gatedPhases, phaseNames } from "../../kit/release/phases.ts";
import { sliceable } from "../../kit/release/slice/slice.ts";
import { sourceNames } from "../../kit/parts/web/sources.ts";
import { hostNames } from "../../kit/providers/hosts/names.ts";
import { knownCdns } from "./usage.ts";
import { type Values, ofOwn, ofSample, rerunnable } from "./words.ts";

const breakable = Object.keys(breaks);

/** What is wrong with the values of a command line, in one line; undefined where nothing is. */
export function wrongValue(values: Values, fail: readonly string[]): string | undefined {
  const runs = values.runs ?? "1";
  return (
    check("--approve", values.approve, ["all"]) ??
    check("--reject", values.reject, gatedPhases) ??
    check("--expire", values.expire, gatedPhases) ??
    check("--unhealthy-at", values["unhealthy-at"], gatedPhases) ??
    check("--cancel-at", values["cancel-at"], phaseNames) ??
    check("--cancel-at-gate", values["cancel-at-gate"], gatedPhases) ??
    check("--lose-runner-at", values["lose-runner-at"], phaseNames) ??
    check("--slice", values.slice, sliceable.slice(0, -1)) ??
    check("--skip", values.skip, skippable) ??
    check("--cdn", values.cdn, knownCdns) ??
    check("--host", values.host, hostNames) ??
    check("--source", values.source, sourceNames) ??
    check("--rerun", values.rerun, rerunnable) ??
    check("--supersede", values.supersede, gatedPhases) ??
    alone(values) ??
    mixed(values) ??
    fail.map((word) => check("--fail", word, breakable)).find((text) => text !== undefined) ??
    leftOut(values.skip, fail) ??
    (/^[1-9]$/.test(runs) ? undefined : `--runs takes a number from 1 to 9, not "${runs}"`)
  );
}

/** Words for the sample and words for one's own do not go together. */
function mixed(values: Values): string | undefined {
  const sample = (["sample", ...ofSample] as const).find((name) => values[name] !== undefined);
  const own = ofOwn.find((name) => values[name] !== undefined);
  if (sample === undefined || own === undefined) return undefined;
  return `--${own} is for a stack of your own, --${sample} for the sample`;
}

/** What is left out cannot fail. */
function leftOut(skip: string | undefined, fail: readonly string[]): string | undefined {
  const out = skip === undefined ? [] : ["commands", ...(skip === "checks" ? ["smoke"] : [])];
  const both = fail.find((word) => out.includes(word));
  return both === undefined
    ? undefined
    : `--fail ${both} goes without --skip ${skip}, which leaves out what is to fail`;
}

/** What plays a second run or attempt of its own goes with one release, gate by gate. */
function alone(values: Values): string | undefined {
  const excluding = values.supersede === undefined ? [] : (["one-job"] as const);
  const names = ["supersede", "rerun", "slice", "trickle", "runs", ...excluding] as const;
  const [first, second] = names.filter((name) => values[name] !== undefined);
  return first === undefined || second === undefined ? undefined : `--${first} goes without --${second}`;
}

function check(option: string, value: string | undefined, words: readonly string[]): string | undefined {
  if (value === undefined || words.includes(value)) return undefined;
  return `${option} takes ${words.join(", ")}, not "${value}"`;
}
