import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { loadSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { undoFunctions } from "../../../kit/parts/functions/undo/undo-functions.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { localRecord } from "../../../kit/release/record/local-record.ts";
import { type Postgres, startPostgres } from "../../../rehearsal/engines/postgres.ts";
import { type SupabaseStandIn, startSupabase } from "../../../rehearsal/stand-ins/supabase/start.ts";
import { newSupabaseState } from "../../../rehearsal/stand-ins/supabase/state.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";
import { recordingLog } from "../../support/recording-log.ts";

const token = "sbp_0123456789abcdef0123456789abcdef01234567";
const repository = resolve(import.meta.dirname, "../../..");
const names = "finalizeAssessment, get-results-by-session, score_prism, score_fc_session";

let postgres: Postgres;
let supabase: SupabaseStandIn;

beforeAll(async () => {
  postgres = await startPostgres({
    folder: join(await mkdtemp(join(tmpdir(), "prism-rollout-pg-")), "data"),
  });
  supabase = await startSupabase({
    state: newSupabaseState({
      ref: "abcdefghijklmnopqrst",
      tokens: { [token]: { user: "u", permissions: "all" } },
    }),
    databaseUrl: await postgres.createDatabase("prism"),
    jwtSecret: "a secret of at least thirty-two characters",
    clock: systemClock,
    nodeModules: join(repository, "node_modules"),
  });
}, 120_000);

afterAll(async () => {
  await supabase?.close();
  await postgres?.stop();
});

const inputs = (given: Readonly<Record<string, string>> = {}) =>
  inputsFrom(spec.inputs, {
    supabase: "abcdefghijklmnopqrst",
    "supabase-access-token": token,
    "supabase-api-url": supabase.url,
    "functions-url": `${supabase.gatewayUrl}/functions/v1`,
    functions: names,
    "verify-jwt": "false",
    "deno-check": "off",
    ...given,
  });

/** The sample's functions, over which `previous` lays those of the release before. */
async function checkout(previous: boolean): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-prism-"));
  const folder = "supabase/functions";
  await cp(join(repository, "examples/prism", folder), join(root, folder), { recursive: true });
  if (previous)
    await cp(join(repository, "rehearsal/previous", folder), join(root, folder), { recursive: true });
  return root;
}

/** What became of each function of the newest snapshot. */
async function goBack(world: TestWorld): Promise<readonly string[]> {
  const of = { release: "r", phase: "rollback" as const, attempt: 1, approvedBy: [], log: recordingLog() };
  const journal = await openJournal(localRecord(world.temp), { ...of, onChange: async () => {} });
  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  const undone = await undoFunctions(snapshot, inputs(), journal, world);
  return undone.map(({ outcome }) => outcome);
}

const settings = { verify_jwt: false, import_map_path: null };

test("the sample's functions go live on real Deno, change, find nothing to do, and go back", async () => {
  const before = await testWorld({ root: await checkout(true) });
  const first = await deployFunctions(inputs(), before);
  expect(first.report).toMatchObject({ verdict: "pass", reason: "4 of 4 functions are live and answer." });
  const previous = (await supabase.live()).functions;
  expect(previous["score_prism"]?.settings).toMatchObject(settings);

  const world = await testWorld({ root: await checkout(false) });
  const { report } = await deployFunctions(inputs(), world);
  expect(report.evidence).toEqual([
    "4 of 4 functions are active with the declared verify_jwt",
    "4 of 4 functions have the sources that were sent",
    "4 of 4 functions answer their health request",
  ]);
  const released = (await supabase.live()).functions;
  expect(released).not.toEqual(previous);
  expect(supabase.state().parked).toEqual({});

  expect((await deployFunctions(inputs(), world)).report.reason).toContain(
    "4 of 4 functions are live already",
  );

  expect(await goBack(world)).toEqual(["reverted", "reverted", "reverted", "reverted"]);
  expect((await supabase.live()).functions).toEqual(previous);
}, 120_000);

test("a function that the repository lacks is pruned on the platform, and comes back with its settings", async () => {
  const world = await testWorld({ root: await checkout(false) });
  await deployFunctions(inputs(), world);
  const before = (await supabase.live()).functions;
  await rm(join(world.root, "supabase/functions/score_fc_session"), { recursive: true });
  const fewer = names.replace(", score_fc_session", "");
  const { report } = await deployFunctions(inputs({ functions: fewer, prune: "true" }), world);
  expect(report.reason).toBe("Removed: score_fc_session.");
  const { score_fc_session: gone, ...others } = before;
  expect(gone).toBeDefined();
  expect((await supabase.live()).functions).toEqual(others);
  expect(await goBack(world)).toEqual(["reverted"]);
  expect((await supabase.live()).functions).toEqual(before);
}, 120_000);

test("a function that does not start is refused by its bundle; nothing else changes, and mending it is enough", async () => {
  const root = await checkout(false);
  const world = await testWorld({ root });
  await deployFunctions(inputs(), world);
  const live = (await supabase.live()).functions;
  const version = join(root, "supabase/functions/_shared/version.ts");
  const handler = join(root, "supabase/functions/score_prism/index.ts");
  await writeFile(version, `export const RESULTS_VERSION = "3.0.0";\n`);
  const good = await readFile(handler, "utf8");
  await writeFile(handler, `const broken = ;\n${good}`);
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({
    code: "PR421",
    message: expect.stringContaining(
      "1 of 4 functions could not be bundled, so none was activated: score_prism",
    ),
  });
  expect((await supabase.live()).functions).toEqual(live);
  await writeFile(handler, good);
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(supabase.state().parked).toEqual({});
}, 120_000);

test("a function whose sources the platform does not give back goes back by its bundle, removed or replaced", async () => {
  const world = await testWorld({ root: await checkout(false) });
  await deployFunctions(inputs(), world);
  const before = (await supabase.live()).functions;
  const silent = { ...world, http: withoutSources(world.http) };
  const file = join(world.root, "supabase/functions/score_prism/index.ts");
  await writeFile(file, `${await readFile(file, "utf8")}\n// changed\n`);
  await rm(join(world.root, "supabase/functions/score_fc_session"), { recursive: true });
  const given = inputs({ functions: "score_prism", prune: "true" });
  await rm(join(world.root, "supabase/functions/finalizeAssessment"), { recursive: true });
  const part = await planFunctions(given, silent);
  expect(part).toMatchObject({ work: "some", undo: { possible: "yes" } });
  await deployFunctions(given, silent);
  expect(Object.keys((await supabase.live()).functions)).toEqual(["get-results-by-session", "score_prism"]);
  expect(await goBack(silent)).toEqual(["reverted", "reverted", "reverted"]);
  expect((await supabase.live()).functions).toEqual(before);
  expect(await goBack(silent)).toEqual(["already", "already", "already"]);
}, 120_000);

/** A platform that gives bundles, but of these functions no sources that were live before the release. */
function withoutSources(http: Runtime["http"]): Runtime["http"] {
  return async (url, init) => {
    const sources = new Headers(init?.headers).get("accept") === "multipart/form-data";
    if (!sources) return await http(url, init);
    return Response.json({ message: "no sources are kept of it" }, { status: 404 });
  };
}
