import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { findDeno } from "../../../kit/parts/functions/deno/find-deno.ts";
import { findPlaywright } from "../../../kit/parts/checks/playwright-tool.ts";
import { childEnv } from "../../../kit/ports/exec.ts";
import { findPostgres } from "../../../kit/shadow/find-postgres.ts";
import { suiteFolder } from "../../../rehearsal/engines/package-folder.ts";
import { type Check, type Told, failed, ok, single, warn } from "../check.ts";
import type { Target } from "../target.ts";

const group = "This machine";

/** The programs that phases use where they are there, and which they cannot do without. */
export function machineChecks(targets: readonly Target[]): readonly Check[] {
  const some = (section: string): boolean => targets.some(({ has }) => has(section));
  const suites = targets.some(({ config }) => isNamed(config.lookup("smoke", "playwright")?.raw));
  return [
    single(group, "Node.js", async () => await node()),
    ...(some("migrate") ? [single(group, "PostgreSQL", postgres)] : []),
    ...(some("deploy-functions") ? [single(group, "Deno", deno)] : []),
    ...(suites ? [{ group, what: "Playwright", ask: askPlaywright }] : []),
  ];
}

function isNamed(raw: unknown): boolean {
  return Array.isArray(raw) ? raw.length > 0 : typeof raw === "string" && raw.trim() !== "";
}

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
}

/** What this package is, and what it runs on. */
export async function ownManifest(): Promise<Manifest> {
  return JSON.parse(await readFile(join(suiteFolder(), "package.json"), "utf8")) as Manifest;
}

async function node(): Promise<Told> {
  const { version, engines } = await ownManifest();
  const has = process.versions.node;
  const wanted = engines.node.replace(/^>=/, "");
  const says = `${has}, prism-rollout ${version}`;
  if (!isOlder(has, wanted)) return ok("Node.js", says);
  return warn("Node.js", `${says} wants ${wanted}`, `Install Node.js ${wanted} or newer.`);
}

/** Whether a version is older than another one, by their first two numbers. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const [major = 0, minor = 0] = a ?? [];
  const [wantedMajor = 0, wantedMinor = 0] = b ?? [];
  return major < wantedMajor || (major === wantedMajor && minor < wantedMinor);
}

async function versionOf(program: string, args: readonly string[], world: Runtime): Promise<string> {
  const { exec, env, root } = world;
  const asked = await exec(program, args, {
    cwd: root,
    env: childEnv(env),
    quiet: true,
    signal: world.signal,
  });
  return /\d+(?:\.\d+)+/.exec(asked.tail)?.[0] ?? "of a version that it does not tell";
}

async function postgres(world: Runtime): Promise<Told> {
  const what = "PostgreSQL";
  const bin = findPostgres(world.env);
  if (bin !== undefined)
    return ok(
      what,
      `${await versionOf(join(bin, "postgres"), ["--version"], world)} in ${bin}, for the shadow`,
    );
  const says = "no server (initdb) is here: migrations are replayed on PGlite, fetched by a pinned hash";
  return warn(what, says, "Install the package postgresql, for a replay on what production runs.");
}

async function deno(world: Runtime): Promise<Told> {
  const program = await findDeno(world);
  if (program !== undefined)
    return ok("Deno", `${await versionOf(program, ["--version"], world)}, for the types of functions`);
  const says = "is not here: the types of functions are not checked before an upload";
  return warn("Deno", says, "npm install --save-dev deno, or denoland/setup-deno in the workflow.");
}

async function askPlaywright(world: Runtime): Promise<{ readonly told: readonly Told[] }> {
  const { cli, version } = await findPlaywright(world.root);
  return { told: [ok("Playwright", `${version}, as smoke.playwright needs it`), await browsers(cli, world)] };
}

/** Playwright tells where it would put a browser, without putting it there. */
async function browsers(cli: string, world: Runtime): Promise<Told> {
  const what = "Playwright's browser";
  try {
    const { exec, env, root, signal } = world;
    const args = [cli, "install", "--dry-run", "--only-shell", "chromium"];
    const asked = await exec(process.execPath, args, { cwd: root, env: childEnv(env), quiet: true, signal });
    const folder = /Install location:\s+(\S.*)/.exec(asked.tail)?.[1]?.trim();
    if (folder === undefined)
      return warn(what, "Playwright does not tell where it has it", "npx playwright install chromium");
    const there = await access(folder).then(
      () => true,
      () => false,
    );
    if (there) return ok(what, `is in ${folder}`);
    const says = `is not here (${folder}); a runner installs it by smoke.install-browsers`;
    return warn(what, says, "npx playwright install --only-shell chromium");
  } catch (error) {
    world.signal.throwIfAborted();
    return failed(what, error, "warn");
  }
}
