import type { Table } from "../../action/report.ts";
import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { webInputs } from "../web/inputs.ts";
import { annotate } from "./annotate.ts";
import { hasTag } from "./has-tag.ts";
import { type SuiteInputs, suiteInputs } from "./inputs.ts";
import { probeInputs } from "./probe-inputs.ts";
import { type ProbesResult, runProbes } from "./probes/run-probes.ts";
import { annotateProbes, probesEvidence, probesTables } from "./probes/say-probes.ts";
import { prepareSuite } from "./prepare-suite.ts";
import { type SpecResult, runSpecs } from "./run-specs.ts";
import type { SuiteWorld } from "./spec-run.ts";
import { suiteEvidence, suiteTables } from "./say-suite.ts";

/**
 * What the suites say of what a rollback has brought back. `unasked`: there is none for that. `unknown`: something kept
 * them from running, which says nothing of production.
 */
export interface Returned {
  readonly outcome: "passed" | "failed" | "unasked" | "unknown";
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly tables: readonly Table[];
}

type World = SuiteWorld & Pick<Runtime, "section" | "sections">;

/**
 * Asks the probes and runs the tests that hold for the former release, too, on production: the section `smoke` names
 * their tag. They are those of the commit that is checked out, so not all of them need to.
 */
export async function checkReturned(world: World): Promise<Returned> {
  if (!world.sections.includes("smoke")) return unasked("rollout.yml has no section smoke");
  try {
    const inputs = world.section("smoke", { ...suiteInputs, ...probeInputs, origins: webInputs.origins });
    const { rollbackSpecs } = inputs;
    const tag = rollbackSpecs === "all" ? undefined : rollbackSpecs;
    const origin = inputs.origins[0] ?? "";
    const probed = rollbackSpecs === "none" ? undefined : await runProbes(inputs, { origin, tag }, world);
    if (probed !== undefined) annotateProbes(probed, world);
    const suites = await runSuites(inputs, { origin, tag }, world);
    return probed === undefined ? suites : together(judgeProbes(probed), suites);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unknown(describe(error));
  }
}

async function runSuites(
  inputs: SuiteInputs,
  { origin, tag }: { readonly origin: string; readonly tag: string | undefined },
  world: World,
): Promise<Returned> {
  if (inputs.playwright.length === 0 || inputs.rollbackSpecs === "none")
    return unasked("smoke declares no suites, or none for this");
  if (tag !== undefined && !(await hasTag(world.root, tag))) return unasked(`no test has the tag ${tag}`);
  await prepareSuite(inputs, world);
  const specs = await runSpecs(inputs, { name: "returned", action: "rollback", origin, tag }, world);
  annotate(specs.tests, world);
  return judge(specs, tag);
}

function judgeProbes(probed: ProbesResult): Returned {
  const { outcome, reason } = probed;
  const told = {
    reason,
    evidence: probesEvidence(probed, "on what is back"),
    tables: probesTables(probed),
  };
  if (outcome === "failed") return { ...told, outcome: "failed" };
  return { ...told, outcome: outcome === "passed" || outcome === "flaky" ? "passed" : "unknown" };
}

/** The worse of both, with what both have told. */
function together(probes: Returned, suites: Returned): Returned {
  const order = ["failed", "unknown", "passed", "unasked"] as const;
  const worse = order.indexOf(probes.outcome) <= order.indexOf(suites.outcome) ? probes : suites;
  return {
    outcome: worse.outcome,
    reason: worse.reason,
    evidence: [...probes.evidence, ...suites.evidence],
    tables: [...probes.tables, ...suites.tables],
  };
}

function judge(specs: SpecResult, tag: string | undefined): Returned {
  const { outcome, reason } = specs;
  if (outcome === "no-tests" && tag !== undefined) return unasked(reason);
  if (outcome !== "passed" && outcome !== "flaky" && outcome !== "failed") return unknown(reason);
  const evidence = suiteEvidence(specs, "on what is back");
  return {
    outcome: outcome === "failed" ? "failed" : "passed",
    reason,
    evidence,
    tables: suiteTables(specs),
  };
}

function unknown(reason: string): Returned {
  const evidence = [`the suites say nothing of what is back: ${reason}`];
  return { outcome: "unknown", reason, evidence, tables: [] };
}

function unasked(reason: string): Returned {
  return {
    outcome: "unasked",
    reason,
    evidence: [`no suite was run on what is back: ${reason}`],
    tables: [],
  };
}
