import { inputNames } from "./input-names.ts";
import type { Builtin } from "../run/world.ts";

/** Stands in for actions/setup-node: the machine has a Node already, and nothing is cached. */
export const setupNode: Builtin = {
  inputs: inputNames(
    "node-version node-version-file check-latest registry-url scope token cache package-manager-cache " +
      "cache-dependency-path architecture mirror mirror-token always-auth",
  ),
  outputs: ["cache-hit", "node-version"],
  async run({ log }) {
    log(`Node ${process.version} is there already.`);
    return { "cache-hit": "false", "node-version": process.version };
  },
};

/** Stands in for actions/cache: nothing is ever found in it, and nothing is kept. */
export const cache: Builtin = {
  inputs: inputNames(
    "path key restore-keys upload-chunk-size enablecrossosarchive fail-on-cache-miss lookup-only save-always",
  ),
  outputs: ["cache-hit", "cache-primary-key", "cache-matched-key"],
  async run({ inputs, log }) {
    const key = inputs["key"] ?? "";
    if (key === "") throw new Error("Input required and not supplied: key");
    if (inputs["fail-on-cache-miss"] === "true")
      throw new Error(`Failed to restore cache entry. Input key: ${key}`);
    log(`Cache not found for input keys: ${key}`);
    return { "cache-hit": "false", "cache-primary-key": key };
  },
};
