import { availableParallelism } from "node:os";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { cookiesFor } from "../../kit/parts/checks/access.ts";
import { annotate } from "../../kit/parts/checks/annotate.ts";
import { refuseUnknownNames } from "../../kit/parts/checks/checklist.ts";
import {
  askFunctions,
  readFunctionsIdentity,
  staleFunctions,
} from "../../kit/parts/checks/functions-identity.ts";
import { proveIdentity } from "../../kit/parts/checks/identity.ts";
import { verdictOf } from "../../kit/parts/checks/judge-suite.ts";
import { type ProbesResult, notAsked, runProbes } from "../../kit/parts/checks/probes/run-probes.ts";
import { annotateProbes } from "../../kit/parts/checks/probes/say-probes.ts";
import { refuseUnaddressed } from "../../kit/parts/checks/probes/supabase.ts";
import { prepareSuite } from "../../kit/parts/checks/prepare-suite.ts";
import { runCommands } from "../../kit/parts/checks/run-commands.ts";
import { type SpecResult, runSpecs } from "../../kit/parts/checks/run-specs.ts";
import type { SpecRun } from "../../kit/parts/checks/spec-run.ts";
import { newTurns, suiteTurns } from "../../kit/parts/checks/turns.ts";
import { browserHeaders } from "../../kit/providers/hosts/browser-headers.ts";
import { type Checked, identityReport, reportOf } from "./report-smoke.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/** Whether the release may go on: before it, on what is staged, on what is live. */
export async function smoke(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const { stage } = inputs;
  if (stage === "identity") return await askIdentity(inputs, world);
  const checked = await stages[stage](inputs, world);
  annotate(checked.specs?.tests ?? [], world);
  const commands = checked.commands?.verdict;
  const suites = checked.specs && verdictOf(checked.specs.outcome);
  const probes = checked.probes && verdictOf(checked.probes.outcome);
  if (checked.probes !== undefined) annotateProbes(checked.probes, world);
  const failed = [
    ["probes", probes] as const,
    ["playwright", suites] as const,
    ["commands", commands] as const,
  ].find(([, verdict]) => verdict === "fail")?.[0];
  return {
    outputs: {
      ...(failed === undefined ? {} : { failed }),
      ...(commands === undefined ? {} : { "commands-verdict": commands }),
      ...(checked.probes === undefined || probes === undefined
        ? {}
        : { "probes-verdict": probes, "probes-outcome": checked.probes.outcome }),
      ...(suites === undefined ? {} : { "playwright-verdict": suites }),
      ...(checked.specs === undefined ? {} : { "playwright-outcome": checked.specs.outcome }),
    },
    report: reportOf(inputs, stage, checked),
  };
}

/** Whether the functions are the release's is told to the step that tests, which has no token to ask. */
async function askIdentity(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const found = await askFunctions(inputs, world);
  return {
    outputs: { "functions-identity": JSON.stringify(found) },
    report: identityReport(found),
  };
}

const stages = { before, staged, production } as const;

/** The commands; and whether suites can be run and probes be asked at all, while nothing has been changed. */
async function before(inputs: Inputs, world: Runtime): Promise<Checked> {
  refuseUnaddressed(inputs.probes, inputs);
  const captured = inputs.probes.flatMap(({ capture }) => capture.map(([name]) => name));
  refuseUnknownNames(inputs.checklist, captured);
  await prepareSuite({ ...inputs, playwright: [] }, world);
  const list: SpecRun = { name: "list", action: "smoke", origin: originOf(inputs), listOnly: true };
  return await together(inputs, world, () => runSpecs(inputs, list, world));
}

/** The probes and tests that only read, on what would be promoted. */
async function staged(inputs: Inputs, world: Runtime): Promise<Checked> {
  const origin = inputs.stagedUrl;
  if (origin === undefined)
    throw new UserError("PR102", "stage: staged needs `staged-url`.", "Pass the address of the staged site.");
  const headers = browserHeaders(inputs.host, inputs.protectionBypass);
  const cookies = await cookiesFor(world, origin, headers);
  const probes = await runProbes(inputs, { origin, tag: inputs.readOnly, cookies }, world);
  const none: Checked = { probes, specs: undefined, commands: undefined, identity: undefined };
  if (isOver(probes) || inputs.playwright.length === 0) return none;
  await prepareSuite(inputs, world);
  const run: SpecRun = { name: "staged", action: "smoke", origin, tag: inputs.readOnly, cookies };
  const specs = await runSpecs(inputs, run, world);
  return { ...none, specs };
}

/**
 * All of it, on what is live: after it is known that this release is what is live. The probes come first, since they
 * need nothing that is to be installed: where one fails, users do not wait for the rest.
 */
async function production(inputs: Inputs, world: Runtime): Promise<Checked> {
  const times = { timeout: inputs.identityTimeout, interval: inputs.pollInterval };
  const functions = readFunctionsIdentity(inputs);
  const served = await proveIdentity(world, inputs.origins, inputs.marker, times);
  const identity = {
    evidence: [served.evidence, ...(functions === undefined ? [] : [functions.said])],
    judged: served.judged ?? staleFunctions(functions),
  };
  const origin = originOf(inputs);
  const probes = identity.judged
    ? inputs.probes.length === 0
      ? undefined
      : notAsked(inputs.probes, identity.judged)
    : await runProbes(inputs, { origin }, world);
  if (probes && isOver(probes))
    return { probes, specs: undefined, commands: undefined, identity: identity.evidence };
  // What has run elsewhere needs no browser here.
  await prepareSuite(inputs.blobReports === undefined ? inputs : { ...inputs, playwright: [] }, world);
  const run: SpecRun = { name: "production", action: "smoke", origin, blobs: inputs.blobReports };
  const checked = await together(inputs, world, async () =>
    identity.judged
      ? { ...identity.judged, tests: [], seconds: 0, kept: [] }
      : await runSpecs(inputs, run, world),
  );
  return { ...checked, probes, identity: identity.evidence };
}

/** Whether it is known already how this ends. */
function isOver(probes: ProbesResult | undefined): boolean {
  return probes !== undefined && verdictOf(probes.outcome) === "fail";
}

/**
 * Suites first, since what they say of production matters most, and the commands beside them as far as the
 * cores go. Suites that fail stop the commands: the verdict is known.
 */
async function together(inputs: Inputs, world: Runtime, suites: () => Promise<SpecResult>): Promise<Checked> {
  const cores = availableParallelism();
  const turns = newTurns(cores);
  const stop = new AbortController();
  const none = inputs.playwright.length === 0 && inputs.blobReports === undefined;
  const running = none ? undefined : turns(suites, suiteTurns(cores));
  const stopping = running?.then((result) => {
    if (verdictOf(result.outcome) === "fail") stop.abort();
    return result;
  });
  const commands = inputs.commands.length === 0 ? undefined : runCommands(inputs, turns, world, stop.signal);
  const [specs, proof] = await settled(stopping, commands);
  return { probes: undefined, specs, commands: proof, identity: undefined };
}

/** Both to their end, so that nothing is left running; then the first failure, if there is one. */
async function settled<A, B>(a: Promise<A> | undefined, b: Promise<B> | undefined): Promise<[A?, B?]> {
  await Promise.allSettled([a, b]);
  return [await a, await b] as [A?, B?];
}

function originOf({ origins }: Inputs): string {
  return origins[0] ?? "";
}
