import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../../../actions/deploy-functions/spec.ts";
import { inspectLive } from "../../../../../kit/parts/functions/live/inspect-live.ts";
import {
  type FunctionsSnapshot,
  loadSnapshot,
} from "../../../../../kit/parts/functions/snapshot/snapshot.ts";
import type { FunctionState } from "../../../../../kit/parts/functions/declared/source.ts";
import {
  lookBeforeUndo,
  prepareUndo,
  undoFunctions,
} from "../../../../../kit/parts/functions/undo/undo-functions.ts";
import type { Undone } from "../../../../../kit/parts/functions/undo/undone.ts";
import { functionsApi } from "../../../../../kit/providers/supabase/functions-api.ts";
import { openJournal } from "../../../../../kit/release/record/journal.ts";
import { localRecord } from "../../../../../kit/release/record/local-record.ts";
import { type FunctionsStage, functionsStage } from "../../../../support/functions-stage.ts";
import { recordingLog } from "../../../../support/recording-log.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

/** The first release is `hello` alone; the second changes it and adds `world`. */
async function afterTwoReleases(options: { lenient?: boolean } = {}): Promise<Stage & { before: unknown }> {
  const made = await functionsStage(spec.inputs, options);
  open.push(made);
  const { world, inputs, write } = made;
  await deployFunctions(inputs({ functions: "hello", "verify-jwt": "true" }), world);
  const before = await live(made);
  await write({ "supabase/functions/_shared/version.ts": `export const version = "2";\n` });
  await deployFunctions(inputs(), world);
  return { ...made, before };
}

async function live({ world, inputs }: Stage): Promise<Record<string, FunctionState | undefined>> {
  const { functions } = await inspectLive(functionsApi(world, inputs()), ["hello", "world"]);
  return Object.fromEntries([...functions].map(([slug, { state }]) => [slug, state]));
}

async function undo(
  { world, inputs }: Stage,
  options: { dryRun?: boolean } = {},
  known?: FunctionsSnapshot,
): Promise<readonly Undone[]> {
  const record = localRecord(world.temp);
  const of = {
    release: "r",
    phase: "rollback" as const,
    attempt: 1,
    approvedBy: [],
    onChange: async () => {},
    log: recordingLog(),
  };
  const snapshot = known ?? (await loadSnapshot(world.emitted["snapshot"] ?? ""));
  return await undoFunctions(snapshot, inputs(), await openJournal(record, of), world, options);
}

const outcomes = (undone: readonly Undone[]): Record<string, string> =>
  Object.fromEntries(undone.map(({ slug, outcome }) => [slug, outcome]));

test("sources and settings go back, a new function goes away, and once more changes nothing", async () => {
  const made = await afterTwoReleases();
  expect(outcomes(await undo(made))).toEqual({ hello: "reverted", world: "reverted" });
  expect(await live(made)).toEqual(made.before);
  const asked = made.platform.asked.length;
  expect(outcomes(await undo(made))).toEqual({ hello: "already", world: "already" });
  expect(made.platform.asked.slice(asked).every((line) => line.startsWith("GET"))).toBe(true);
});

test("what is live is listed when it is judged, before it is switched and after; what was looked at is not looked at twice", async () => {
  const made = await afterTwoReleases();
  const { world, inputs, platform } = made;
  const lists = async (work: () => Promise<unknown>): Promise<number> => {
    const already = platform.asked.length;
    await work();
    return platform.asked.slice(already).filter((line) => /^GET .*\/functions$/.test(line)).length;
  };
  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  const looked = lookBeforeUndo(snapshot, inputs(), world);
  expect(await lists(async () => await looked)).toBe(1);
  expect(await lists(async () => await prepareUndo(snapshot, inputs(), world, looked))).toBe(0);
  expect(await lists(async () => await undo(made))).toBe(3);
});

test("a dry run says what would go back and changes nothing", async () => {
  const made = await afterTwoReleases();
  const now = await live(made);
  expect(outcomes(await undo(made, { dryRun: true }))).toEqual({ hello: "reverted", world: "reverted" });
  expect(await live(made)).toEqual(now);
});

test("what somebody else has deployed since is drift, and is left alone", async () => {
  const made = await afterTwoReleases();
  const { world, inputs, write } = made;
  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  await write({ "supabase/functions/hello/index.ts": "export const hotfix = 1;\n" });
  await deployFunctions(inputs(), world);
  const hotfix = (await live(made))["hello"];
  expect(outcomes(await undo(made, {}, snapshot))).toEqual({ hello: "drift", world: "reverted" });
  expect((await live(made))["hello"]).toEqual(hotfix);
});

test("one that cannot be bundled does not hold the others", async () => {
  const made = await afterTwoReleases();
  made.platform.fault = ({ method, query }) =>
    method === "POST" && query.get("slug") === "hello"
      ? { status: 400, json: { message: "npm is down" } }
      : undefined;
  const undone = await undo(made);
  expect(outcomes(undone)).toEqual({ hello: "failed", world: "reverted" });
  expect(undone.find(({ slug }) => slug === "hello")?.said).toMatch(
    /npm is down.*By hand: supabase functions deploy hello/,
  );
});

test("a way back that was cut after its bundles were built makes room for itself", async () => {
  const made = await afterTwoReleases({ lenient: false });
  const { world, inputs, platform } = made;
  const snapshot = await loadSnapshot(world.emitted["snapshot"] ?? "");
  await prepareUndo(snapshot, inputs(), world);
  expect(platform.functions.get("hello")?.staged).toBeDefined();
  expect(outcomes(await undo(made))).toEqual({ hello: "reverted", world: "reverted" });
  expect(await live(made)).toEqual(made.before);
});
