/** The player: runs a GitHub workflow file on one machine, as GitHub would. */
export { loadWorkflow } from "./read/workflow.ts";
export type { Permissions, Repository, Workflow } from "./read/model.ts";
export { WorkflowError } from "./read/problems.ts";
export { type Again, keptJobs } from "./run/again.ts";
export { play, type Play } from "./run/play.ts";
export type { JobRef, PlayEvent } from "./run/events.ts";
export { allJobs, type JobResult, type PlayResult } from "./run/result.ts";
export {
  type Answer,
  type Arrival,
  type Gatekeeper,
  githubPatience,
  type Patience,
  type World,
} from "./run/world.ts";
export type { PlayTrigger } from "./run/variables.ts";
export { createBuiltins } from "./builtins/builtins.ts";
export { openArtifactStore } from "./builtins/artifact-store.ts";
