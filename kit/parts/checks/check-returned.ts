import type { Table } from "../../action/report.ts";
import type { Runtime } from "../../action/runtime.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { webInputs } from "../web/inputs.ts";
import { annotate } from "./annotate.ts";
import { hasTag } from "./has-tag.ts";
import { suiteInputs } from "./inputs.ts";
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
 * Runs the tests that hold for the former release, too, on production: the section `smoke` names their tag. The tests
 * are those of the commit that is checked out, so not all of them need to.
 */
export async function checkReturned(world: World): Promise<Returned> {
  if (!world.sections.includes("smoke")) return unasked("rollout.yml has no section smoke");
  try {
    const inputs = world.section("smoke", { ...suiteInputs, origins: webInputs.origins });
    const { rollbackSpecs, playwright } = inputs;
    if (playwright.length === 0 || rollbackSpecs === "none")
      return unasked("smoke declares no suites, or none for this");
    const tag = rollbackSpecs === "all" ? undefined : rollbackSpecs;
    if (tag !== undefined && !(await hasTag(world.root, tag))) return unasked(`no test has the tag ${tag}`);
    await prepareSuite(inputs, world);
    const origin = inputs.origins[0] ?? "";
    const specs = await runSpecs(inputs, { name: "returned", action: "rollback", origin, tag }, world);
    annotate(specs.tests, world);
    return judge(specs, tag);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unknown(describe(error));
  }
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
