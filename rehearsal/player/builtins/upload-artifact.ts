import { asText } from "../expressions/data.ts";
import type { Clock } from "../../../kit/ports/clock.ts";
import type { Builtin } from "../run/world.ts";
import type { ArtifactStore } from "./artifact-store.ts";
import { findFiles } from "./find-files.ts";

/** Stands in for actions/upload-artifact. */
export function uploadArtifact(store: ArtifactStore, clock: Clock): Builtin {
  return {
    inputs: {
      name: "artifact",
      path: undefined,
      "if-no-files-found": "warn",
      "retention-days": undefined,
      "compression-level": "6",
      overwrite: "false",
      "include-hidden-files": "false",
      archive: "true",
    },
    outputs: ["artifact-id", "artifact-url", "artifact-digest"],
    async run({ inputs, workspace, github, log, warn }) {
      const { name = "", path = "", overwrite, "include-hidden-files": hidden } = inputs;
      if (path === "") throw new Error("Input required and not supplied: path");
      if (/["<>|*?\r\n\\/]|:/.test(name)) throw new Error(`The artifact name is not valid: ${name}`);
      const files = findFiles(path, workspace, hidden === "true");
      if (files.length === 0) {
        const message = `No files were found with the provided path: ${path.trim()}. No artifacts will be uploaded.`;
        if (inputs["if-no-files-found"] === "error") throw new Error(message);
        if (inputs["if-no-files-found"] === "ignore") log(message);
        else warn(message);
        return {};
      }
      const run = asText(github["run_id"] ?? "");
      const kept = store.save(run, name, files, overwrite === "true", clock.now());
      log(`Artifact ${name} has ${files.length} files, ${kept.size} bytes, ${kept.digest}.`);
      const site = `${asText(github["server_url"] ?? "")}/${asText(github["repository"] ?? "")}`;
      return {
        "artifact-id": String(kept.id),
        "artifact-url": `${site}/actions/runs/${run}/artifacts/${kept.id}`,
        "artifact-digest": kept.digest.replace("sha256:", ""),
      };
    },
  };
}
