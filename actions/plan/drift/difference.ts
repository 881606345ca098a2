import { UserError, withFix } from "../../../kit/errors/user-error.ts";

/** What of a target can be other than it was left. */
export type DriftComponent = "functions" | "web" | "ledger" | "required-env" | "gates";

/** One difference, for a person: what was recorded, what is live, since when, what to do. */
export interface Difference {
  readonly component: DriftComponent;
  readonly name: string;
  readonly recorded: string;
  readonly live: string;
  /** ISO time, or that nobody tells. */
  readonly since: string;
  readonly next: string;
  /** Set where a release of the live commit with `only: deploy-web` mends it. */
  readonly web?: true;
}

/** What a look at one component came to. `problem`: it could not be told. */
export interface Looked {
  readonly component: DriftComponent;
  readonly differences: readonly Difference[];
  /** How many things were compared. */
  readonly compared: number;
  /** What was not seen, a sentence each. */
  readonly unverified: readonly string[];
  readonly problem?: string;
}

/** What a service refuses is one component's problem; a bug is still thrown. */
export async function looked(component: DriftComponent, look: () => Promise<Looked>): Promise<Looked> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const problem = `${error.code}: ${withFix(error)}`;
    return { component, differences: [], compared: 0, unverified: [], problem };
  }
}

/** A time of a service, as people read it. */
export function since(ms: number | undefined): string {
  return ms === undefined || !Number.isFinite(ms) || ms <= 0 ? "not known" : new Date(ms).toISOString();
}

/** What to run, in a person's words. */
export function again(only: string, commit: string): string {
  return `Release ${commit.slice(0, 12)} again with \`only: ${only}\``;
}
