import { type Skipped, skippable } from "../../rehearsal/world/skipped.ts";
import { type GatedPhase, type PhaseName, gatedPhases } from "../../kit/release/phases.ts";
import { sliceable } from "../../kit/release/slice/slice.ts";
import { type SourceName, sourceNames } from "../../kit/parts/web/sources.ts";
import { type HostName, hostNames } from "../../kit/providers/hosts/names.ts";
import type { KnownCdn } from "../../rehearsal/stand-ins/start-cdn.ts";
import { parseCommand } from "../parse-options.ts";
import type { WrongUsage } from "../wrong-usage.ts";
import { knownCdns } from "./usage.ts";
import { type Values, known, ofSample, rerunnable } from "./words.ts";
import { wrongValue } from "./wrong-value.ts";

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
