import { type Entered, type PhaseInputs, enterPhase } from "../../kit/release/enter-phase.ts";
import type { GitHub, RunContext } from "../../kit/ports/github.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import { type Manifest, githubRecord } from "../../kit/release/record/record.ts";
import type { GithubWorld } from "./github-world.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

/** A run with a release of its own, planned and on its way. */
export interface Candidate {
  readonly release: string;
  readonly github: GitHub;
  readonly context: RunContext;
  readonly world: TestWorld;
  /** Enters a phase, as its job does after its gate. */
  enter(phase: PhaseName, given?: Partial<PhaseInputs>): Promise<Entered | undefined>;
  /** Enters it and changes one component. */
  change(phase: PhaseName, component: string): Promise<void>;
  /** How the record says that it stands. */
  close(state: "success" | "failure" | "inactive", said: string): Promise<void>;
}

/** Plans a release in the record, in a run of the world or in another one. */
export async function candidate(
  forge: GithubWorld,
  run?: { readonly github: GitHub; readonly context: RunContext },
  more: Partial<Manifest> = {},
): Promise<Candidate> {
  const { github, context } = run ?? (await forge.another());
  const release = more.release ?? `production-20261122-${context.sha.slice(0, 12)}-${context.runId}`;
  const record = githubRecord(github, "production", context.sha);
  await record.open({
    schema: "prism-rollout/manifest@1",
    target: "production",
    commit: context.sha,
    runUrl: context.runUrl,
    artifact: null,
    digests: {},
    ...more,
    release,
  });
  const world = await testWorld({ context, github: async () => github });
  const enter: Candidate["enter"] = (phase, given = {}) =>
    enterPhase(world, phase, { ...asked, release, ...given }, partOf(phase));
  return {
    release,
    github,
    context,
    world,
    enter,
    change: async (phase, component) => {
      const entered = await enter(phase);
      await entered?.journal.change(component, { before: "old", intended: "new" }, async () => "new");
    },
    close: (state, said) => record.close(release, state, said),
  };
}

const asked = {
  target: "production",
  plan: undefined,
  planDigest: undefined,
  planStamp: undefined,
  planMaxAge: 86_400_000,
  environment: undefined,
  githubToken: "any",
  gates: {},
  slice: [],
  approvers: [],
} as const;

export function partOf(phase: PhaseName): PlanPart {
  return {
    phase,
    work: "some",
    decisions: {},
    measurements: {},
    undo: { possible: "yes" },
    unverified: [],
    says: [`change by ${phase}`],
  };
}
