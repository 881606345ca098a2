import type { GitHub } from "../../ports/github.ts";
import type { Gate, Gates } from "../gates/gates.ts";
import { isSameEnvironment } from "../ids.ts";
import { type GatedPhase, gatedPhases } from "../phases.ts";
import type { Weakness } from "./accept.ts";
import type { Finding } from "./finding.ts";
import { gateFindings } from "./gate-findings.ts";
import { keeperFindings } from "./keeper-findings.ts";
import { type Aside, type Looked, aside, look } from "./look.ts";
import type { EnvironmentNames, Role } from "./names.ts";

export interface AuditRequest {
  readonly target: string;
  /** What must hold: the declared gates, or the stricter ones of the release that is live. */
  readonly gates: Gates;
  readonly names: EnvironmentNames;
  readonly accept: readonly Weakness[];
  /** Gates whose bypass by an admin is declared. */
  readonly bypass: Readonly<Partial<Record<GatedPhase, boolean>>>;
  readonly ref: string;
  readonly actor: string;
  /** The environment of the one job in which the whole chain runs: there is no other, and its gate is passed. */
  readonly oneJob?: string | undefined;
}

export interface Audit {
  readonly gates: readonly Gate[];
  /** What is wrong and not accepted. */
  readonly findings: readonly Finding[];
  /** What is wrong and meant. */
  readonly accepted: readonly Finding[];
}

const keepers: readonly Role[] = ["rollback", "ungated", "purge-cdn", "smoke", "observe", "plan"];

/**
 * Compares what the environments of a target must hold with what GitHub has. GitHub creates a missing
 * environment silently and without protection, so a gate that is not there would not pause anything.
 * @throws {UserError} PR213 when it cannot be read; nothing is known then, so nothing may go on.
 */
export async function auditEnvironments(github: GitHub, request: AuditRequest): Promise<Audit> {
  const { names, gates, oneJob } = request;
  const declared = gatedPhases.filter((phase) => (gates[phase] ?? "none") !== "none");
  if (declared.length === 0) return { gates: [], findings: [], accepted: [] };
  const others = oneJob === undefined ? keepers.filter((role) => names[role] !== undefined) : [];
  const looked = await look(github, [...declared, ...others], names);
  const known: Known = { ...(await aside(github, request, looked)), request, looked };
  const all = [
    ...looked.flatMap((one) => (one.wrong === undefined ? [] : [badName(one, one.wrong)])),
    ...declared.flatMap((phase) => ofGate(phase, known)),
    ...(oneJob === undefined ? sharedGates(declared, known) : []),
    ...others.flatMap((role) => ofKeeper(role, known)),
  ];
  const meant = ({ weakness }: Finding): boolean =>
    weakness !== undefined && request.accept.includes(weakness);
  return {
    gates: declared.map((phase) => gateOf(phase, known)),
    findings: all.filter((finding) => !meant(finding)),
    accepted: all.filter(meant),
  };
}

interface Known extends Aside {
  readonly request: AuditRequest;
  readonly looked: readonly Looked[];
}

function lookedAt(role: Role, { looked }: Known): Looked | undefined {
  return looked.find((one) => one.role === role && one.wrong === undefined);
}

function ofGate(phase: GatedPhase, known: Known): readonly Finding[] {
  const { request, why, isProtected } = known;
  const rule = request.gates[phase] ?? "none";
  const own = lookedAt(phase, known);
  if (own === undefined || rule === "none") return [];
  const { actor, ref } = request;
  const at = { environment: own.name, purpose: `gates ${phase}`, mend: mend(request), actor, ref };
  const findings = gateFindings(own.found, { ...at, rule, why, isProtected });
  return findings.filter(({ weakness }) => weakness !== "admin-bypass" || request.bypass[phase] !== true);
}

function ofKeeper(role: Role, known: Known): readonly Finding[] {
  const { request, isProtected } = known;
  const own = lookedAt(role, known);
  if (own === undefined) return [];
  const question = { environment: own.name, role, ref: request.ref, isProtected, mend: mend(request) };
  return keeperFindings(own.found, question);
}

/** GitHub's approval covers every job that waits at an environment, and asks again for each that comes later. */
function sharedGates(declared: readonly GatedPhase[], { request: { names } }: Known): readonly Finding[] {
  return declared.flatMap((phase, index) => {
    const same = declared.slice(0, index).find((other) => isSameEnvironment(names[other], names[phase]));
    if (same === undefined) return [];
    const wrong = `gates ${same} as well, so an approval of one can pass for the other`;
    const fix = `Name an environment for each by ${same}-environment and ${phase}-environment.`;
    return [
      { environment: names[phase], purpose: `gates ${phase}`, weakness: "shared-environment", wrong, fix },
    ];
  });
}

function badName({ role, name }: Looked, wrong: string): Finding {
  const fix = `Name another one by ${role}-environment.`;
  return {
    environment: JSON.stringify(name.slice(0, 60)),
    purpose: role,
    wrong: `has ${wrong}`,
    fix,
    gate: true,
  };
}

function gateOf(phase: GatedPhase, known: Known): Gate {
  const { request } = known;
  const found = lookedAt(phase, known)?.found;
  return {
    phase,
    environment: request.names[phase],
    declared: request.gates[phase] ?? "none",
    found: found?.rules ?? [],
    reviewers: (found?.reviewers ?? []).map(({ type, name }) => (type === "Team" ? `@${name}` : name)),
    bypass: request.bypass[phase] ?? false,
  };
}

function mend({ target }: AuditRequest): string {
  return `\`npx prism-rollout environments --target ${target}\``;
}
