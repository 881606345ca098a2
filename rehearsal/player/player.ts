/** The player: runs a GitHub workflow file on one machine, as GitHub would. */
export { loadWorkflow, type WorkflowFile } from "./read/workflow.ts";
export type { Job, Permissions, Repository, Step, Workflow } from "./read/model.ts";
export { type Problem, WorkflowError } from "./read/problems.ts";
export type { Sources } from "./read/reading.ts";
export { type Again, keptJobs } from "./run/again.ts";
export { play, type Play, type PlayRequest } from "./run/play.ts";
export type { JobRef, Level, PlayEvent, StepRef } from "./run/events.ts";
export { allJobs, type Concurrency, type JobResult, type PlayResult, type Result } from "./run/result.ts";
export {
  type Answer,
  type Arrival,
  type Builtin,
  type BuiltinStep,
  type Gatekeeper,
  githubPatience,
  type Patience,
  type World,
} from "./run/world.ts";
export type { PlayTrigger } from "./run/variables.ts";
export { type BuiltinParts, createBuiltins } from "./builtins/builtins.ts";
export { type Artifact, type ArtifactStore, openArtifactStore } from "./builtins/artifact-store.ts";
export type { CheckoutSource, FindSource } from "./builtins/checkout.ts";
