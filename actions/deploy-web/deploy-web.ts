import type { Report } from "../../kit/action/report.ts";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type StagedVerdict, stagedCheck } from "../../kit/parts/checks/check-staged.ts";
import { healthGate } from "../../kit/parts/checks/health.ts";
import { healthInputsOf } from "../../kit/parts/checks/health-inputs.ts";
import { type Applied, applyWeb } from "../../kit/parts/web/apply-web.ts";
import { pastOrigins } from "../../kit/parts/web/origins.ts";
import { type WebFacts, factsBefore, inspectWeb, withResets } from "../../kit/parts/web/inspect-web.ts";
import { refuseBlocked, webPart } from "../../kit/parts/web/plan-web.ts";
import { type OriginProof, originsLine, proveOrigins } from "../../kit/parts/web/served.ts";
import type { Host } from "../../kit/providers/hosts/host.ts";
import { openHost } from "../../kit/providers/hosts/hosts.ts";
import { enterPhase } from "../../kit/release/enter-phase.ts";
import { partDigest } from "../../kit/release/plan/plan.ts";
import { approvedPart } from "../../kit/release/plan/planned.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/** Inspect, compare with what was approved, stage, probe, promote, prove on every origin. */
export async function deployWeb(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const host = openHost(inputs, world);
  const facts = await factsOf(inputs, host, world);
  const part = webPart(facts);
  const healthy = healthGate(healthInputsOf(inputs, world), world, { complete: true });
  const entered = await enterPhase(world, "deploy-web", inputs, part, healthy);
  if (entered === undefined) {
    const proofs = await prove(inputs, facts, world);
    return { outputs: outputsOf(facts), report: report(facts, proofs) };
  }
  for (const line of part.says) world.log.info(line);
  const applied = await applyWeb(inputs, host, facts, entered, world, stagedCheck(inputs, world));
  if ("unfit" in applied) return { outputs: outputsOf(facts), report: applied.unfit };
  const proofs = await prove(inputs, facts, world);
  return { outputs: outputsOf(facts, applied), report: report(facts, proofs, applied) };
}

/**
 * What is found now; or, where it is not what was approved because an earlier attempt of this very release has
 * changed it, what was found before that attempt: so a re-run goes on where the first one was cut.
 */
async function factsOf(inputs: Inputs, host: Host, world: Runtime): Promise<WebFacts> {
  const facts = await inspectWeb(inputs, world, host);
  const { release, planDigest } = inputs;
  const staged = release === undefined ? undefined : await host.find(facts.site, release);
  const asApproved = planDigest === undefined || planDigest === partDigest(webPart(facts));
  const due = asApproved ? undefined : staged;
  const approved = due && (await approvedPart(world, inputs, "deploy-web"));
  const before = due && (await factsBefore(facts, host, due, approved));
  const decided = before ? withResets(before, approved) : facts;
  if (webPart(decided).work === "some") refuseBlocked(facts.live, staged?.deployment);
  return decided;
}

/** Past a CDN: what it still keeps is the business of `purge-cdn`, which comes after this. */
function prove(inputs: Inputs, { site }: WebFacts, world: Runtime): Promise<readonly OriginProof[]> {
  const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
  world.log.info(`Waiting until every origin serves ${site.marker}.`);
  return proveOrigins(world, pastOrigins(inputs), site.marker, times);
}

interface Promoted extends Applied {
  readonly checked: StagedVerdict | undefined;
}

function outputsOf({ site, live, was }: WebFacts, applied?: Applied): Done<typeof spec>["outputs"] {
  const deployment = applied ? applied.deployment : live.deployment;
  return {
    marker: site.marker,
    ...(deployment === null ? {} : { deployment }),
    ...(applied?.url ? { "deployment-url": applied.url } : {}),
    ...(applied && was.deployment !== null ? { previous: was.deployment } : {}),
  };
}

function report({ site, env, was }: WebFacts, proofs: readonly OriginProof[], applied?: Promoted): Report {
  const { marker } = site;
  const serving = proofs.filter((proof) => proof.serves).length;
  const names = Object.values(env);
  const equal = names.filter(({ build, host }) => build === "proven" && host !== "unreadable").length;
  const evidence = [
    originsLine(proofs, marker),
    ...(applied && applied.domains > 0
      ? [`${applied.domains} of ${applied.domains} production domains point to ${applied.deployment}`]
      : []),
    ...(applied?.probed === undefined
      ? []
      : [`${applied.probed} of ${applied.probed} scripts and styles were served by the staged site`]),
    ...(applied && applied.kept > 0
      ? [`${applied.kept} hashed assets of former releases stay reachable for open tabs`]
      : []),
    ...(applied?.checked?.evidence ?? []),
    ...(names.length > 0 ? [`${equal} of ${names.length} required values are proven`] : []),
  ];
  const rows = proofs.map(({ origin, said }) => [origin, said]);
  const tables = [{ title: "Origins", columns: ["origin", "answer"], rows }];
  if (serving < proofs.length) {
    const first = proofs.find((proof) => !proof.serves);
    return {
      verdict: "fail",
      reason: `PR433: production does not serve the release: ${first?.origin} ${first?.said}.`,
      next: applied
        ? `Look at a CDN or a DNS entry in front of the host. Before this release ${was.deployment ?? "nothing known"} was live.`
        : "The host says that it is live; look at a CDN or a DNS entry in front of it.",
      evidence,
      tables,
    };
  }
  const reason = applied
    ? `${marker} is live${applied.deployment === null ? "" : ` as ${applied.deployment}`}.`
    : `${marker} is live already.`;
  return { verdict: "pass", reason, next: "Nothing to do.", evidence, tables };
}
