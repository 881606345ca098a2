import { breaks } from "../../rehearsal/release/break-phase.ts";
import { type Skipped, skippable } from "../../rehearsal/world/skipped.ts";
import { type GatedPhase, type PhaseName, gatedPhases, phaseNames } from "../../kit/release/phases.ts";
import { sliceable } from "../../kit/release/slice/slice.ts";
import { type SourceName, sourceNames } from "../../kit/parts/web/sources.ts";
import { type HostName, hostNames } from "../../kit/providers/hosts/names.ts";
import type { KnownCdn } from "../../rehearsal/stand-ins/start-cdn.ts";
import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";
import { knownCdns } from "./usage.ts";

/** What a rehearsal was asked for. */
export interface RehearsalOptions {
  /** Undefined: nobody said, and nobody can be asked. */
  readonly approve: "all" | "ask" | undefined;
  /** Plays the sample, wherever it is started. */
  readonly sample: boolean;
  /** The folder of the stack to rehearse; undefined: the one it is started in. */
  readonly repo: string | undefined;
  readonly config: string;
  readonly target: string | undefined;
  /** What counts as live: a ref, or `none`. */
  readonly from: string | undefined;
  /** File with the environment of functions, one NAME=value a line. */
  readonly envFile: string | undefined;
  /** Command line that uses the release while it is observed. */
  readonly traffic: string | undefined;
  /** Folder of the report. */
  readonly out: string;
  /** File to which a summary in Markdown is added. */
  readonly summary: string | undefined;
  /** Phases that are to fail for real. */
  readonly fail: readonly string[];
  readonly reject: string | undefined;
  readonly expire: string | undefined;
  readonly unhealthyAt: string | undefined;
  readonly cancelAt: string | undefined;
  readonly cancelAtGate: string | undefined;
  readonly loseRunnerAt: string | undefined;
  readonly oneJob: boolean;
  readonly skip: Skipped | undefined;
  readonly cdn: KnownCdn | undefined;
  readonly webHost: HostName | undefined;
  readonly source: SourceName | undefined;
  readonly slice: PhaseName | undefined;
  readonly rerun: "failed" | "all" | undefined;
  readonly supersede: GatedPhase | undefined;
  readonly trickle: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly runs: number;
}

/** What only the sample can play, since it is written for it. */
const ofSample = ["fail", "one-job", "slice", "supersede", "trickle", "host", "source", "cdn"] as const;
/** What is said of a stack of one's own. */
const ofOwn = ["repo", "config", "target", "from", "env", "traffic", "summary"] as const;

const rerunnable = ["failed", "all"] as const;
const breakable = Object.keys(breaks);

/** Reads the command line; `terminal` says whether a person can be asked. */
export function readOptions(
  args: readonly string[],
  terminal: boolean | undefined,
): RehearsalOptions | WrongUsage | "help" {
  const parsed = parseCommand(args, known);
  if ("wrong" in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return "help";
  if (positionals.length > 0) return { wrong: `rehearse takes options only, not "${positionals[0]}"` };
  const fail = (values.fail ?? "").split(",").filter((word) => word !== "");
  const wrong = wrongValue(values, fail);
  if (wrong !== undefined) return { wrong };
  const asked = terminal === true ? "ask" : undefined;
  return {
    approve: values.approve === "all" ? "all" : asked,
    ...placeOf(values),
    fail,
    reject: values.reject,
    expire: values.expire,
    unhealthyAt: values["unhealthy-at"],
    cancelAt: values["cancel-at"],
    cancelAtGate: values["cancel-at-gate"],
    loseRunnerAt: values["lose-runner-at"],
    oneJob: values["one-job"] ?? false,
    skip: skippable.find((word) => word === values.skip),
    cdn: knownCdns.find((name) => name === values.cdn),
    webHost: hostNames.find((name) => name === values.host),
    source: sourceNames.find((name) => name === values.source),
    slice: sliceable.slice(0, -1).find((phase) => phase === values.slice),
    rerun: rerunnable.find((jobs) => jobs === values.rerun),
    supersede: gatedPhases.find((phase) => phase === values.supersede),
    trickle: values.trickle ?? false,
    json: values.json ?? false,
    quiet: values.quiet ?? false,
    runs: Number(values.runs ?? "1"),
  };
}

type Place = Pick<
  RehearsalOptions,
  "sample" | "repo" | "config" | "target" | "from" | "envFile" | "traffic" | "out" | "summary"
>;

function placeOf(values: Values): Place {
  return {
    // What only the sample can play is asked of nothing else.
    sample: values.sample ?? ofSample.some((name) => values[name] !== undefined),
    repo: values.repo,
    config: values.config ?? "rollout.yml",
    target: values.target,
    from: values.from,
    envFile: values.env,
    traffic: values.traffic,
    out: values.out ?? ".rehearsal",
    summary: values.summary,
  };
}

type Values = Exclude<ReturnType<typeof parseCommand<typeof known>>, WrongUsage>["values"];

function wrongValue(values: Values, fail: readonly string[]): string | undefined {
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

const known = {
  sample: { type: "boolean" },
  repo: { type: "string" },
  config: { type: "string" },
  target: { type: "string" },
  from: { type: "string" },
  env: { type: "string" },
  traffic: { type: "string" },
  out: { type: "string" },
  summary: { type: "string" },
  approve: { type: "string" },
  reject: { type: "string" },
  expire: { type: "string" },
  "unhealthy-at": { type: "string" },
  "cancel-at": { type: "string" },
  "cancel-at-gate": { type: "string" },
  "lose-runner-at": { type: "string" },
  fail: { type: "string" },
  runs: { type: "string" },
  "one-job": { type: "boolean" },
  skip: { type: "string" },
  cdn: { type: "string" },
  host: { type: "string" },
  source: { type: "string" },
  slice: { type: "string" },
  rerun: { type: "string" },
  supersede: { type: "string" },
  trickle: { type: "boolean" },
} as const;

function check(option: string, value: string | undefined, words: readonly string[]): string | undefined {
  if (value === undefined || words.includes(value)) return undefined;
  return `${option} takes ${words.join(", ")}, not "${value}"`;
}
