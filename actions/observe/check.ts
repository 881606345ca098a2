import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { type Finding, found, lacking } from "../../kit/parts/observe/check/finding.ts";
import { measureLag } from "../../kit/parts/observe/check/marker.ts";
import { probeBoard } from "../../kit/parts/observe/check/probe-board.ts";
import { probeSource } from "../../kit/parts/observe/check/probe-source.ts";
import { declaredFunctions } from "../../kit/parts/observe/declared-functions.ts";
import { observedFunctions } from "../../kit/parts/observe/observed-functions.ts";
import type { Subject } from "../../kit/parts/observe/question.ts";
import type { FunctionVersion, LogSource } from "../../kit/providers/logs/log-source.ts";
import type { ProjectAccess } from "../../kit/providers/supabase/functions-api.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;
type World = Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp" | "section" | "sections">;

interface Means {
  readonly subject: Subject;
  readonly source: LogSource;
  readonly access: ProjectAccess | undefined;
}

/**
 * Tries what observe will need, before there is a release: reads, and one request to a function as a marker. What this
 * plan or token cannot do is told, a line each.
 */
export async function check(inputs: Inputs, means: Means, world: World): Promise<Done<typeof spec>> {
  const live = await liveFunctions(inputs, means, world);
  const { source, subject } = means;
  const { versions } = live;
  const isEmpty = versions.length === 0 && source.attributes === "function";
  const all = await probeSource({ inputs, subject, source, versions }, world);
  // Of no function nothing can have been logged, which tells nothing of the events.
  const probes = isEmpty ? all.filter(({ can }) => can === "no") : all;
  const isCounted = probes.every(({ can }) => can !== "no");
  const slug = inputs.markerFunction ?? versions[0]?.slug;
  const marker = isCounted ? await measureLag(inputs, slug, source, world) : undefined;
  const findings = [
    ...live.findings,
    ...probes,
    ...(marker === undefined ? [] : [marker.finding]),
    await probeBoard(inputs, world),
  ];
  return {
    outputs: marker?.lag === undefined ? {} : { lag: `${marker.lag / 1000}s` },
    report: {
      ...headOf(findings),
      evidence: [`${count(findings, "yes")} of ${findings.length} checks found what observe asks for`],
      tables: [
        {
          title: "What observe will find",
          columns: ["what", "can", "seen", "what to do"],
          rows: findings.map(({ what, can, says, fix }) => [what, can, says, fix ?? ""]),
        },
      ],
    },
  };
}

function headOf(
  findings: readonly Finding[],
): Pick<Done<typeof spec>["report"], "verdict" | "reason" | "next"> {
  const missing = findings.filter(({ can }) => can === "no");
  const partly = findings.filter(({ can }) => can === "partly");
  const named = (some: readonly Finding[]): string => some.map(({ what }) => what).join("; ");
  const [first] = missing;
  if (first !== undefined)
    return {
      verdict: "error",
      reason: `observe cannot do its work: ${named(missing)}. ${first.says} Nothing was changed.`,
      next: first.fix ?? "See the table.",
    };
  if (partly.length === 0)
    return { verdict: "pass", reason: "observe finds all that it asks for.", next: "Nothing to do." };
  return {
    verdict: "pass",
    reason: `observe can do its work, with less of: ${named(partly)}.`,
    next: "See what to do in the table.",
  };
}

async function liveFunctions(
  inputs: Inputs,
  { access }: Means,
  world: World,
): Promise<{ readonly versions: readonly FunctionVersion[]; readonly findings: readonly Finding[] }> {
  if (access === undefined) return { versions: [], findings: [] };
  const what = "Live functions";
  try {
    const { versions } = await observedFunctions(world, access, declaredFunctions(inputs.functions, world));
    const names = versions.map(({ slug, version }) => `${slug} ${version}`).join(", ");
    return { versions, findings: [found(what, names)] };
  } catch (error) {
    world.signal.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    return { versions: [], findings: [lacking(what, error, true)] };
  }
}

function count(findings: readonly Finding[], which: Finding["can"]): number {
  return findings.filter(({ can }) => can === which).length;
}
