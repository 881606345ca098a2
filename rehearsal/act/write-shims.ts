import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openArtifactStore } from "../player/builtins/artifact-store.ts";
import { createBuiltins } from "../player/builtins/builtins.ts";
import type { Builtin } from "../player/run/world.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import type { ShimFacts } from "./shim.ts";

/** Where the shims go, and what they are made of. */
export interface ShimRequest {
  readonly folder: string;
  /** The module that exports `runShim`, as a URL. */
  readonly program: string;
  readonly facts: ShimFacts;
}

/**
 * Writes an action a third-party `uses` (`OWNER/NAME@ref`), which starts the player's stand-in for it. What the
 * player does not stand in for is left out. Returns the folder of each.
 */
export function writeShims(
  uses: readonly string[],
  { folder, program, facts }: ShimRequest,
): ReadonlyMap<string, string> {
  const { artifacts, source } = facts;
  const parts = { clock: systemClock, artifacts: openArtifactStore(artifacts), sources: () => source };
  const builtins = createBuiltins(parts);
  const written = new Map<string, string>();
  for (const one of uses) {
    const name = one.slice(0, one.lastIndexOf("@"));
    const builtin = builtins.get(name);
    if (!builtin) continue;
    const at = join(folder, one.replaceAll("/", "+"));
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, "action.yml"), JSON.stringify(definition(name, builtin)));
    writeFileSync(join(at, "package.json"), '{ "type": "module" }');
    const start = `await runShim(${JSON.stringify(name)}, ${JSON.stringify(facts)}, process.env);\n`;
    writeFileSync(join(at, "index.js"), `import { runShim } from ${JSON.stringify(program)};\n${start}`);
    written.set(one, at);
  }
  return written;
}

/** An `action.yml` in its JSON form, which is YAML too. */
function definition(name: string, { inputs, outputs }: Builtin): unknown {
  const described = Object.entries(inputs).map(([input, value]) => [
    input,
    { description: input, ...(value === undefined ? {} : { default: value }) },
  ]);
  return {
    name,
    description: `Stands in for ${name}.`,
    inputs: Object.fromEntries(described),
    outputs: Object.fromEntries(outputs.map((output) => [output, { description: output }])),
    runs: { using: "node24", main: "index.js" },
  };
}
