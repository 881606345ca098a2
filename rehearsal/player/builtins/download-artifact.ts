import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { asText } from "../expressions/data.ts";
import { globToRegExp } from "../files/glob.ts";
import type { Builtin } from "../run/world.ts";
import type { Artifact, ArtifactStore } from "./artifact-store.ts";

/** Stands in for actions/download-artifact. One artifact lands in `path` itself, several in folders of their names. */
export function downloadArtifact(store: ArtifactStore): Builtin {
  return {
    inputs: {
      name: undefined,
      "artifact-ids": undefined,
      path: undefined,
      pattern: undefined,
      "merge-multiple": "false",
      "github-token": undefined,
      repository: undefined,
      "run-id": undefined,
      "skip-decompress": "false",
      "digest-mismatch": "error",
    },
    outputs: ["download-path"],
    async run({ inputs, workspace, github, log }) {
      const run = inputs["run-id"] || asText(github["run_id"] ?? "");
      const found = select(store.list(run), inputs);
      const into = resolve(workspace, inputs["path"] ?? "");
      const flat =
        inputs["name"] !== "" || inputs["merge-multiple"] === "true" || isOneId(inputs["artifact-ids"]);
      mkdirSync(into, { recursive: true });
      for (const artifact of found) {
        cpSync(artifact.folder, flat ? into : join(into, artifact.name), { recursive: true, force: true });
        log(`Artifact ${artifact.name} (${artifact.id}) was downloaded: ${artifact.digest}.`);
      }
      return { "download-path": into };
    },
  };
}

function select(all: readonly Artifact[], inputs: Readonly<Record<string, string>>): readonly Artifact[] {
  const { name = "", pattern = "", "artifact-ids": written = "" } = inputs;
  if (name !== "" && written !== "")
    throw new Error("Inputs 'name' and 'artifact-ids' cannot be used together.");
  if (name !== "") {
    const one = all.find((artifact) => artifact.name === name);
    if (!one) throw new Error(`Unable to download artifact(s): Artifact not found for name: ${name}`);
    return [one];
  }
  if (written !== "") {
    return written.split(",").map((id) => {
      const one = all.find((artifact) => artifact.id === Number(id));
      if (!one) throw new Error(`Unable to download artifact(s): Artifact not found for id: ${id.trim()}`);
      return one;
    });
  }
  if (pattern === "") return all;
  const wanted = globToRegExp(pattern);
  return all.filter((artifact) => wanted.test(artifact.name));
}

function isOneId(ids = ""): boolean {
  return ids.trim() !== "" && !ids.includes(",");
}
