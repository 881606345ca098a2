import { join } from "node:path";
import { parseDocument, visit } from "yaml";
import { systemClock } from "../../../kit/ports/clock.ts";
import { openArtifactStore } from "../../../rehearsal/player/builtins/artifact-store.ts";
import { createBuiltins } from "../../../rehearsal/player/builtins/builtins.ts";
import { type Workflow, loadWorkflow } from "../../../rehearsal/player/player.ts";
import { root } from "../workflow-files.ts";

const suite = "prism-rollout/prism-rollout";
const anyCommit = "0".repeat(40);

/**
 * Reads a workflow as GitHub would: with the chain, its actions, their inputs and permissions. Actions of third parties
 * are not at hand: a step that uses one that the player does not know is not looked into.
 * @throws {Error} naming what is wrong, and where.
 */
export function load(text: string, path: string): Promise<Workflow> {
  const home = { name: "acme/app", ref: "refs/heads/main", sha: "a".repeat(40), folder: root };
  const builtins = createBuiltins({
    clock: systemClock,
    artifacts: openArtifactStore(join(root, ".none")),
    sources: () => ({ folder: root, commit: home.sha, links: {}, env: {} }),
  });
  const played = text.replace(/(\buses: )([\w.-]+\/[\w.-]+)@(\S+)/g, (whole, uses: string, name: string) =>
    builtins.has(name) ? `${uses}${name}@${anyCommit}` : whole,
  );
  const knows = (name: string): boolean => name === suite || builtins.has(name);
  return loadWorkflow(
    { text: withoutStrangers(played, knows), path, home },
    {
      builtins,
      find: (name, ref) => (name === suite ? { name, ref, sha: anyCommit, folder: root } : undefined),
    },
  );
}

/** The text as it is where it uses nothing that is not known. */
function withoutStrangers(text: string, knows: (name: string) => boolean): string {
  const document = parseDocument(text);
  let found = false;
  visit(document, {
    Map(_, step) {
      const uses: unknown = step.get("uses");
      const name = typeof uses === "string" ? /^([\w.-]+\/[\w.-]+)/.exec(uses)?.[1] : undefined;
      if (name === undefined || knows(name)) return undefined;
      found = true;
      return document.createNode({ run: "true" });
    },
  });
  return found ? document.toString() : text;
}
