import { cp, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import type { LogRow, SupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { builtSite } from "../../support/built-site.ts";
import { type Given, type StartName, actOf, starts } from "./phases.ts";
import { former, migrations, newVendors, tokens, withRun } from "./release.ts";
import { type Done, type Found, type Stage, type World, inScene } from "./scene.ts";

/** A phase of a release that nothing disturbs: the world before it, and what it did there. */
export interface Step {
  readonly name: StartName;
  readonly world: World;
  readonly given: Given;
  readonly calls: readonly string[];
  readonly before: Found;
  readonly after: Found;
}

export interface Base {
  readonly steps: readonly Step[];
  /** What is live before the release. */
  readonly old: Found;
  /** And what is, once all of it is. */
  readonly whole: Found;
}

/** Plays a healthy release, phase by phase, each in a scene of its own that begins where the one before has ended. */
export async function newBase(stage: Stage): Promise<Base> {
  const folder = await mkdtemp(join(tmpdir(), "prism-faults-kept-"));
  stage.reaper.folder(folder);
  const artifacts = join(folder, "artifacts");
  await mkdir(artifacts);
  const next = await builtSite({ text: "two" });
  stage.reaper.folder(join(next.folder, ".."));
  const site = { "index.html": page("two"), "assets/app-two.js": 'document.title = "two";' };
  let given: Given = { release: "", artifact: "", artifacts, marker: "", live: "", site };
  const older = await olderRelease(stage);
  let { world } = older;
  const steps: Step[] = [];
  for (const name of Object.keys(starts) as StartName[]) {
    if (name === "observe") world = withTraffic(world);
    const { step, done, end } = await stepOf(stage, name, world, given);
    steps.push(step);
    given = await learned(given, name, done);
    if (name !== "rollback") world = end;
  }
  const whole = steps.find(({ name }) => name === "observe")?.after ?? older.found;
  return { steps, old: older.found, whole };
}

function page(text: string): string {
  return `<!doctype html><html><head><script type="module" src="/assets/app-${text}.js"></script></head><body>${text}</body></html>`;
}

async function stepOf(
  stage: Stage,
  name: StartName,
  world: World,
  given: Given,
): Promise<{ readonly step: Step; readonly done: Done; readonly end: World }> {
  return await inScene(stage, world, async (scene) => {
    const before = await scene.found();
    scene.jobs(starts[name].job);
    const done = await scene.act(actOf(name, given));
    if (done.code !== 0)
      throw new Error(`${name} ended with ${done.code}: ${done.errors.join(" ")}\n${done.out}`);
    const after = await scene.found();
    const step = { name, world, given, calls: done.calls, before, after };
    const end = { vendors: scene.vendors(), database: await kept(stage, scene.database) };
    if (["migrate", "deploy-functions", "deploy-web"].includes(name) || name === "plan")
      await cp(join(done.temp, "prism-rollout"), join(given.artifacts, `rollout-${name}-production`), {
        recursive: true,
      });
    if (name === "build")
      await cp(outputsOf(done)["path"] ?? "", join(given.artifacts, "../built"), { recursive: true });
    return { step, done, end };
  });
}

/** What the next phases are told of this one. */
async function learned(given: Given, name: StartName, done: Done): Promise<Given> {
  const outputs = outputsOf(done);
  if (name === "build")
    return { ...given, artifact: join(given.artifacts, "../built"), marker: outputs["marker"] ?? "" };
  if (name === "plan") return { ...given, release: outputs["release"] ?? "" };
  if (name === "deploy-functions") return { ...given, live: outputs["live"] ?? "" };
  return given;
}

export function outputsOf({ outputs }: Pick<Done, "outputs">): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...outputs.matchAll(/^([\w-]+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(([, name = "", , value = ""]) => [
      name,
      value,
    ]),
  );
}

/** An older release is live without a record, as by another tool. */
async function olderRelease(stage: Stage): Promise<{ readonly world: World; readonly found: Found }> {
  const url = await stage.postgres.createDatabase("older");
  await seed(url);
  const vendors = await withRun(await newVendors(), false);
  const { folder } = await builtSite({ text: "one", commit: "1".repeat(40) });
  stage.reaper.folder(join(folder, ".."));
  return await inScene(stage, { vendors, database: "older" }, async (scene) => {
    const given = { artifact: folder, site: {} };
    for (const [action, inputs] of [
      ["deploy-functions", { "supabase-access-token": tokens.supabase, gates: "none" }],
      ["deploy-web", { artifact: given.artifact, "host-token": tokens.host, gates: "none" }],
      ["purge-cdn", { artifact: given.artifact, "cdn-token": tokens.cdn }],
    ] as const) {
      const done = await scene.act({ action, inputs: { ...inputs, "require-healthy": "false" }, ...former });
      if (done.code !== 0)
        throw new Error(`the older release: ${action}: ${done.errors.join(" ")}\n${done.out}`);
    }
    const found = await scene.found();
    return { found, world: { vendors: scene.vendors(), database: await kept(stage, scene.database) } };
  });
}

/** A database of its own that stays as it is. */
async function kept(stage: Stage, database: string): Promise<string> {
  const name = `kept_${stage.next()}`;
  await stage.postgres.createDatabase(name, { template: database });
  return name;
}

async function seed(url: string): Promise<void> {
  const [name, text] = Object.entries(migrations)[0] ?? ["", ""];
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "create schema if not exists supabase_migrations; create table if not exists supabase_migrations.schema_migrations (version text not null primary key, statements text[], name text);",
    );
    await client.query(text);
    await client.query("insert into supabase_migrations.schema_migrations values ($1, $2, $3)", [
      name.slice(0, 4),
      [text.trim().replace(/;$/, "")],
      name.slice(5, -4),
    ]);
  } finally {
    await client.end();
  }
}

/** People use the release: more than enough clean attempts for a verdict. */
function withTraffic({ vendors, ...world }: World): World {
  const { supabase } = vendors;
  const rows = Object.values(supabase.functions).flatMap((one) => attemptsOf(one, supabase.logs.length));
  return { ...world, vendors: { ...vendors, supabase: { ...supabase, logs: [...supabase.logs, ...rows] } } };
}

function attemptsOf(
  { id, version, updated_at: since }: SupabaseState["functions"][string],
  from: number,
): readonly LogRow[] {
  return Array.from({ length: 80 }, (_, index) => ({
    id: `traffic-${id}-${from + index}`,
    timestamp: new Date(Math.max(since, Date.now())).toISOString().replace("Z", "000"),
    source: "function_logs" as const,
    event_message: `${JSON.stringify({ event: "done", session_id: `${id}-${index}`, version: "2" })}\n`,
    severity_text: "INFO",
    log_attributes: { function_id: id, version: String(version) },
  }));
}
