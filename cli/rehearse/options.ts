import { parseArgs } from "node:util";
import { breaks } from "../../rehearsal/release/break-phase.ts";
import { type Skipped, skippable } from "../../rehearsal/world/skipped.ts";
import { type GatedPhase, type PhaseName, gatedPhases, phaseNames } from "../../kit/release/phases.ts";
import { sliceable } from "../../kit/release/slice.ts";
import { type SourceName, sourceNames } from "../../kit/parts/web/sources.ts";
import { type HostName, hostNames } from "../../kit/providers/hosts/names.ts";
import { cdnNames } from "../../kit/providers/cdns/names.ts";
import type { KnownCdn } from "../../rehearsal/stand-ins/start-cdn.ts";
import type { WrongUsage } from "../wrong-usage.ts";

/** What a rehearsal was asked for. */
export interface RehearsalOptions {
  readonly approve: "all" | "ask";
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
  readonly runs: number;
}

const knownCdns = cdnNames.filter((name): name is KnownCdn => name !== "none");

export const rehearseUsage = `prism-rollout rehearse [options]

Starts from a world in which the previous release is live, and releases the sample stack through the real
workflow and the real dist/: Postgres, PostgREST, Deno and stand-ins for Supabase, the host, the CDN and
GitHub, all on this machine.

  --approve all         approve every gate (without it, a terminal is asked)
  --reject <gate>       reject at migrate, deploy-functions or deploy-web
  --expire <gate>       let that approval expire
  --unhealthy-at <gate> let the project fall ill while the release waits there
  --cancel-at <phase>   cancel the run when that phase is at work
  --cancel-at-gate <gate>    cancel it while it waits there
  --lose-runner-at <phase>   lose that phase's runner while it is at work
  --fail <phases>       break these for real: ${Object.keys(breaks).join(", ")}
  --one-job             play the root action.yml: the chain in one job
  --slice <phase>       release in two runs: through that phase, and on from the next
  --rerun <jobs>        when the run has ended, run failed jobs or all again; gates are approved then
  --supersede <gate>    while the release waits there, a newer commit is released with supersede
  --trickle             hardly anybody uses the release; the watch caller ends it when more have come
  --host <name>         where the web is deployed: ${hostNames.join(", ")}
  --source <name>       where the site comes from: ${sourceNames.join(", ")}
  --cdn <name>          what stands before the web host: ${knownCdns.join(", ")}
  --skip commands       leave out the app's own tests, lint, type check and journeys; the report says so
  --skip checks         leave out these, its browser suites and the replay of its migrations
  --runs <n>            release the same commit n times in one world
  --json                print one JSON object as the last line
  --help

exit status: 0 released, 1 rolled-back, 2 held, 3 partly-rolled-back, 4 stopped, 5 watching, 64 wrong usage
`;

const rerunnable = ["failed", "all"] as const;
const breakable = Object.keys(breaks);

/** Reads the command line; `terminal` says whether a person can be asked. */
export function readOptions(
  args: readonly string[],
  terminal: boolean | undefined,
): RehearsalOptions | WrongUsage | "help" {
  const parsed = parse(args);
  if ("wrong" in parsed) return parsed;
  const { values } = parsed;
  if (values.help) return "help";
  const fail = (values.fail ?? "").split(",").filter((word) => word !== "");
  const wrong = wrongValue(values, fail);
  if (wrong !== undefined) return { wrong };
  if (values.approve === undefined && terminal !== true) {
    return { wrong: "nobody can be asked at the gates here: add --approve all" };
  }
  return {
    approve: values.approve === "all" ? "all" : "ask",
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
    runs: Number(values.runs ?? "1"),
  };
}

type Values = Exclude<ReturnType<typeof parse>, WrongUsage>["values"];

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
    fail.map((word) => check("--fail", word, breakable)).find((text) => text !== undefined) ??
    (/^[1-9]$/.test(runs) ? undefined : `--runs takes a number from 1 to 9, not "${runs}"`)
  );
}

/** What plays a second run or attempt of its own goes with one release, gate by gate. */
function alone(values: Values): string | undefined {
  const excluding = values.supersede === undefined ? [] : (["one-job"] as const);
  const names = ["supersede", "rerun", "slice", "trickle", "runs", ...excluding] as const;
  const [first, second] = names.filter((name) => values[name] !== undefined);
  return first === undefined || second === undefined ? undefined : `--${first} goes without --${second}`;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
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
        json: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return { wrong: (error as Error).message.split(". ")[0] ?? "wrong options" };
  }
}

function check(option: string, value: string | undefined, known: readonly string[]): string | undefined {
  if (value === undefined || known.includes(value)) return undefined;
  return `${option} takes ${known.join(", ")}, not "${value}"`;
}
