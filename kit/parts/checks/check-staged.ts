import type { Table } from "../../action/report.ts";
import type { Runtime } from "../../action/runtime.ts";
import { browserHeaders } from "../../providers/hosts/browser-headers.ts";
import type { Verdict } from "../../release/verdict.ts";
import type { WebInputs } from "../web/inputs.ts";
import { cookiesFor } from "./access.ts";
import { annotate } from "./annotate.ts";
import { suiteInputs } from "./inputs.ts";
import { probeInputs } from "./probe-inputs.ts";
import { type ProbesResult, runProbes, selected } from "./probes/run-probes.ts";
import { annotateProbes, probesEvidence, probesTables } from "./probes/say-probes.ts";
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
 * Asks the probes and runs the tests that only read on a staged site, as the section `smoke` declares them. Undefined
 * where it declares none. What keeps them from running is inconclusive: only what fails says that the site is broken.
 */
export function stagedCheck(
  { host, protectionBypass }: Pick<WebInputs, "host" | "protectionBypass">,
  world: World,
): ((staged: { readonly url: string }) => Promise<StagedVerdict>) | undefined {
  if (!world.sections.includes("smoke")) return undefined;
  const inputs = world.section("smoke", { ...suiteInputs, ...probeInputs });
  const asks = selected(inputs.probes, inputs.readOnly).length > 0;
  if (!inputs.stagedSpecs || (inputs.playwright.length === 0 && !asks)) return undefined;
  return async ({ url }) => {
    const cookies = await cookiesFor(world, url, browserHeaders(host, protectionBypass));
    const probed = await runProbes(inputs, { origin: url, tag: inputs.readOnly, cookies }, world);
    if (probed !== undefined) annotateProbes(probed, world);
    const asked = probed === undefined ? nothing : judgeProbes(probed);
    if (asked.verdict !== "pass" || inputs.playwright.length === 0) return asked;
    await prepareSuite(inputs, world);
    const specs = await runSpecs(
      inputs,
      { name: "staged", action: "deploy-web", origin: url, tag: inputs.readOnly, cookies },
      world,
    );
    annotate(specs.tests, world);
    return together(asked, judge(specs));
  };
}

/** No probe that this job could ask. */
const nothing: StagedVerdict = {
  verdict: "pass",
  x: 0,
  n: 0,
  reason: "There was nothing to ask.",
  next: "Nothing to do.",
  evidence: [],
  tables: [],
};

function judgeProbes(probed: ProbesResult): StagedVerdict {
  const { outcome, reason, rows } = probed;
  const n = rows.filter(({ is }) => is !== "unasked").length;
  const x = rows.filter(({ is }) => is === "passed").length;
  const evidence = probesEvidence(probed, "on the staged site");
  const said = { x, n, evidence, tables: probesTables(probed) };
  if (outcome === "failed") {
    const why = `The staged site fails its probes: ${reason}. Production was not touched.`;
    return { ...said, verdict: "fail", reason: why, next: "Look at the failing probes below." };
  }
  const fine = outcome === "passed" || outcome === "flaky";
  if (fine) return { ...said, verdict: "pass", reason: `${reason}.`, next: "Nothing to do." };
  const why = `The probes could not be asked on the staged site: ${reason}. Production was not touched.`;
  const next = "Mend that and run the job again; staged-specs: false leaves them out.";
  return { ...said, verdict: "inconclusive", reason: why, next };
}

/** What the suites say, and what the probes have said that came before them. */
function together(asked: StagedVerdict, suites: StagedVerdict): StagedVerdict {
  return {
    ...suites,
    x: asked.x + suites.x,
    n: asked.n + suites.n,
    evidence: [...asked.evidence, ...suites.evidence],
    tables: [...asked.tables, ...suites.tables],
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
