/** A phase as a row: what the chain, the plan, the gates and the rollback need to know of it. */
export interface Phase {
  /** Whether it changes production, and so has a gate, a plan part and receipts. */
  readonly changes: boolean;
  /** Whether users meet what it changed: from the first such phase on, a failure is undone, not held. */
  readonly activates: boolean;
  /** Place in the way back, 1 first; absent where nothing is undone. */
  readonly back?: number;
}

/** The chain in its order (rollback apart). `migrate` has no way back: the schema never goes back by itself. */
export const phases = {
  build: { changes: false, activates: false },
  plan: { changes: false, activates: false },
  migrate: { changes: true, activates: false },
  "deploy-functions": { changes: true, activates: true, back: 3 },
  "deploy-web": { changes: true, activates: true, back: 1 },
  "purge-cdn": { changes: true, activates: true, back: 2 },
  smoke: { changes: false, activates: false },
  observe: { changes: false, activates: false },
} as const satisfies Readonly<Record<string, Phase>>;

export type PhaseName = keyof typeof phases;

export const phaseNames = Object.keys(phases) as readonly PhaseName[];

/** The phases whose start a gate can hold. */
export const gatedPhases = [
  "migrate",
  "deploy-functions",
  "deploy-web",
] as const satisfies readonly PhaseName[];

export type GatedPhase = (typeof gatedPhases)[number];

export function isGated(phase: PhaseName): phase is GatedPhase {
  return (gatedPhases as readonly PhaseName[]).includes(phase);
}

export function isPhase(name: string): name is PhaseName {
  return (phaseNames as readonly string[]).includes(name);
}
