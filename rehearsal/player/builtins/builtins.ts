import type { Clock } from "../../../kit/ports/clock.ts";
import type { Builtin } from "../run/world.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { checkout, type FindSource } from "./checkout.ts";
import { downloadArtifact } from "./download-artifact.ts";
import { cache, setupNode } from "./idle.ts";
import { uploadArtifact } from "./upload-artifact.ts";

/** What the built-ins work on. */
export interface BuiltinParts {
  readonly sources: FindSource;
  readonly artifacts: ArtifactStore;
  readonly clock: Clock;
}

/** The third-party actions that a workflow may use in a rehearsal, by name. */
export function createBuiltins({ sources, artifacts, clock }: BuiltinParts): ReadonlyMap<string, Builtin> {
  return new Map([
    ["actions/checkout", checkout(sources)],
    ["actions/setup-node", setupNode],
    ["actions/cache", cache],
    ["actions/upload-artifact", uploadArtifact(artifacts, clock)],
    ["actions/download-artifact", downloadArtifact(artifacts)],
  ]);
}
