import type { Table } from "../../action/report.ts";
import type { Runtime } from "../../action/runtime.ts";
import { browserHeaders } from "../../providers/hosts/browser-headers.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { WebInputs } from "../web/inputs.ts";
import { cookiesFor } from "./access.ts";
import { annotate } from "./annotate.ts";
import { suiteInputs } from "./inputs.ts";
import { prepareSuite } from "./prepare-suite.ts";
import { type SpecResult, runSpecs } from "./run-specs.ts";
import type { SuiteWorld } from "./spec-run.ts";
import { suiteEvidence, suiteTables } from "./say-suite.ts";

/** What the suites say of a staged site. */
export interface StagedVerdict extends Verdict {
  readonly evidence: readonly string[];
  readonly tables: readonly Table[];
}

type World = SuiteWorld & Pick<Runtime, "section" | "sections">;

/**
 * Runs the tests that only read on a staged site, as the section `smoke` declares them. Undefined where it
 * declares none. What keeps them from running is inconclusive: only a failing test says that the site is broken.
 */
export function stagedCheck(
  { host, protectionBypass }: Pick<WebInputs, "host" | "protectionBypass">,
  world: World,
): ((staged: { readonly url: string }) => Promise<StagedVerdict>) | undefined {
  if (!world.sections.includes("smoke")) return undefined;
  const inputs = world.section("smoke", suiteInputs);
  if (inputs.playwright.length === 0 || !inputs.stagedSpecs) return undefined;
  return async ({ url }) => {
    await prepareSuite(inputs, world);
    const cookies = await cookiesFor(world, url, browserHeaders(host, protectionBypass));
    const specs = await runSpecs(
      inputs,
      { name: "staged", action: "deploy-web", origin: url, tag: inputs.readOnly, cookies },
      world,
    );
    annotate(specs.tests, world);
    return judge(specs);
  };
}

function judge(specs: SpecResult): StagedVerdict {
  const { outcome, reason, tests } = specs;
  const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
  const n = ran.length;
  const x = ran.filter(({ status }) => status !== "unexpected").length;
  const evidence = suiteEvidence(specs, "on the staged site");
  const said = { x, n, evidence, tables: suiteTables(specs) };
  if (outcome === "failed") {
    const why = `The staged site fails its tests: ${reason}. Production was not touched.`;
    return { ...said, verdict: "fail", reason: why, next: "Look at the failing tests below." };
  }
  // A repository whose tests all write has none for this place.
  const fine = outcome === "passed" || outcome === "flaky" || outcome === "no-tests";
  if (fine) return { ...said, verdict: "pass", reason: `${reason}.`, next: "Nothing to do." };
  const why = `The suites could not be run on the staged site: ${reason}. Production was not touched.`;
  const next = "Mend that and run the job again; staged-specs: false leaves them out.";
  return { ...said, verdict: "inconclusive", reason: why, next };
}
