import { join, resolve } from "node:path";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { installLine } from "../../kit/parts/checks/install-line.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { type EnvProof, manifestName, reuseLine } from "../../kit/parts/web/artifact.ts";
import { lastLines, runCommand } from "../../kit/parts/web/run-command.ts";
import { childEnv } from "../../kit/ports/exec.ts";
import { digest } from "../../kit/release/canonical.ts";
import { madeWith } from "./made-with.ts";
import { type About, type Made, emptied, makeArtifact, writeManifest } from "./make-artifact.ts";
import { makePrebuilt } from "./make-prebuilt.ts";
import { type ViteRun, observeVite } from "./observe-vite.ts";
import { reused } from "./reuse.ts";
import type { spec } from "./spec.ts";
import { proveEnv, unverifiable } from "./vite-env.ts";

type Inputs = InputsOf<typeof spec>;
type World = Pick<Runtime, "exec" | "env" | "root" | "temp" | "log" | "context" | "signal">;
type Proofs = Readonly<Record<string, EnvProof>>;

/** Builds the site once: install, build, quality; proves the required values; stamps; writes the artifact. */
export async function build(inputs: Inputs, world: World): Promise<Done<typeof spec>> {
  const { quality } = inputs;
  const install = await installLine(world.root, inputs.install);
  const childs = childEnv(world.env, inputs.buildEnv);
  if (install !== "none") await world.log.group(`Install: ${install}`, () => run(world, install, childs));
  const folder = join(world.temp, "prism-rollout", "build");
  const made = await madeOnce(inputs, folder, world);
  const { env } = made.artifact;
  await runQuality(inputs, world);
  for (const [name, proof] of unproven(env)) world.log.warn(`${name} is unverifiable: ${proof.source}.`);
  return done(made, folder, quality.length);
}

/** What another target's build has made, where that is the same; else the site is built here. */
async function madeOnce(inputs: Inputs, folder: string, world: World): Promise<Made> {
  const { reuse: from, source } = inputs;
  if (source === "existing") return await buildHere(inputs, folder, {}, world);
  const now = await madeWith(inputs, world);
  if (from === undefined) return await buildHere(inputs, folder, { made: now }, world);
  const taken = await reused(from, { folder, now }, world);
  if ("artifact" in taken) {
    refuseWrongValues(taken.artifact.env);
    return taken;
  }
  world.log.info(`Built here: ${taken.because}.`);
  return await buildHere(inputs, folder, { made: now, reuse: { taken: false, ...taken } }, world);
}

async function buildHere(
  inputs: Inputs,
  folder: string,
  about: Pick<About, "made" | "reuse">,
  world: World,
): Promise<Made> {
  const runs = await runBuild(inputs, world);
  const env =
    inputs.source === "existing"
      ? unverifiable(inputs.requiredEnv, "the host builds this commit itself")
      : await proveEnv(world, inputs.requiredEnv, runs);
  refuseWrongValues(env);
  return await make(inputs, folder, { commit: world.context.sha, env, ...about }, world);
}

async function make(
  { source, output }: Inputs,
  folder: string,
  about: About,
  { root }: Pick<World, "root">,
): Promise<Made> {
  if (source === "dist") return await makeArtifact(resolve(root, output), folder, about);
  if (source === "prebuilt") return await makePrebuilt(root, folder, about);
  const { commit } = about;
  const named = { ...about, digest: digest({ source, commit }), marker: commit, files: [], source };
  return { artifact: await writeManifest(await emptied(folder), named), pages: 0 };
}

async function runBuild(inputs: Inputs, world: World): Promise<readonly ViteRun[]> {
  const env = childEnv(world.env, inputs.buildEnv);
  if (inputs.source === "existing") return [];
  const observer = await observeVite(world.temp);
  try {
    await world.log.group(`Build: ${inputs.command}`, () =>
      run(world, inputs.command, observer.observed(env)),
    );
    return await observer.runs();
  } finally {
    await observer.close();
  }
}

async function runQuality({ quality, buildEnv }: Inputs, world: World): Promise<void> {
  const env = childEnv(world.env, buildEnv);
  for (const command of quality) await world.log.group(command, () => run(world, command, env));
}

async function run(world: World, command: string, env: Readonly<Record<string, string>>): Promise<void> {
  const { exitCode, tail } = await runCommand(world, command, env);
  if (exitCode === 0) return;
  throw new UserError(
    "PR401",
    `\`${command}\` ended with exit code ${exitCode}:\n${lastLines(tail)}`,
    "Mend the command, or name another one in the build section. Variables that it needs go into `build-env`.",
  );
}

function refuseWrongValues(env: Proofs): void {
  const wrong = Object.entries(env).filter(
    ([, { proof, value, required }]) => proof === "vite" && value !== required,
  );
  if (wrong.length === 0) return;
  const lines = wrong.map(([name, { value, required, source }]) =>
    value === null
      ? `${name} must be ${JSON.stringify(required)}, but the build saw no value`
      : `${name} must be ${JSON.stringify(required)}, but the build saw ${JSON.stringify(value)} from ${source}`,
  );
  throw new UserError(
    "PR402",
    `${lines.join("; ")}.`,
    "Correct the value where it comes from, or set it in `build-env`, which wins over .env files.",
  );
}

function unproven(env: Proofs): (readonly [string, EnvProof])[] {
  return Object.entries(env).filter(([, { proof }]) => proof === "unverifiable");
}

function done({ artifact, pages }: Made, folder: string, quality: number): Done<typeof spec> {
  const { digest: sum, marker, files, env } = artifact;
  const required = Object.keys(env).length;
  const proven = required - unproven(env).length;
  const evidence = [
    ...reuseLine(artifact),
    ...(pages > 0 ? [`${pages} of ${pages} pages are stamped ${marker}`] : []),
    ...(marker === artifact.commit ? [`the site has to say its commit itself: ${marker}`] : []),
    ...(required > 0
      ? [`${proven} of ${required} required values are proven by the configuration that built`]
      : []),
    ...(quality > 0 ? [`${quality} of ${quality} quality commands passed`] : []),
  ];
  const rows = Object.entries(env).map(([name, proof]) => [
    name,
    proof.required,
    proof.value ?? "(unknown)",
    proof.proof === "vite" ? `proven: ${proof.source}` : `unverifiable: ${proof.source}`,
  ]);
  const columns = ["variable", "required", "the build saw", "proof"];
  return {
    outputs: { "artifact-digest": sum, marker, path: folder, manifest: join(folder, manifestName) },
    report: {
      verdict: "pass",
      reason:
        artifact.source === "existing"
          ? `The host builds ${marker} itself; nothing was built here.`
          : `The site is ${artifact.reuse?.taken === true ? "taken as it was built before" : "built"}: ${files.length} files, marker ${marker}.`,
      next: proven === required ? "Nothing to do." : "Look at the values below that could not be proven.",
      evidence,
      ...(rows.length > 0 ? { tables: [{ title: "Required values", columns, rows }] } : {}),
    },
  };
}
