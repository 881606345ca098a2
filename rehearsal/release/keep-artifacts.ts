import { readFileSync } from "node:fs";
import { type ArtifactStore, openArtifactStore } from "../player/builtins/artifact-store.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";
import { zipOf } from "../stand-ins/github/zip-of.ts";

/** The artifacts of all runs, in a folder for the workflow's own steps, and on GitHub for whoever asks its API. */
export function keepArtifacts(folder: string, github: GithubStandIn): ArtifactStore {
  const store = openArtifactStore(folder);
  return {
    list: (run) => store.list(run),
    save: (run, name, files, overwrite, now) => {
      const kept = store.save(run, name, files, overwrite, now);
      const contents = files.map(({ from, path }) => [path, readFileSync(from)] as const);
      github.runs.artifact(Number(run), name, zipOf(Object.fromEntries(contents)));
      return kept;
    },
  };
}
