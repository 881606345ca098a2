import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { inspectLive } from "../../../kit/parts/functions/live/inspect-live.ts";
import {
  functionsPart,
  inspectFunctions,
  planFunctions,
} from "../../../kit/parts/functions/plan-functions.ts";
import {
  type FunctionsSnapshot,
  loadSnapshot,
  snapshotOf,
} from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { undoFunctions } from "../../../kit/parts/functions/undo/undo-functions.ts";
import type { Undone } from "../../../kit/parts/functions/undo/undone.ts";
import { functionsApi } from "../../../kit/providers/supabase/functions-api.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { localRecord } from "../../../kit/release/record/local-record.ts";
import { project } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";
import { planFile } from "../../support/plan-file.ts";
import { recordingLog } from "../../support/recording-log.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

/** `hello` and `world` are declared and live; `old` is live only. */
async function stage(): Promise<Stage> {
  const made = await functionsStage(spec.inputs);
  open.push(made);
  await made.write({ "supabase/functions/old/index.ts": "Deno.serve(() => new Response('old'));\n" });
  await deployFunctions(made.inputs({ functions: "hello, world, old" }), made.world);
  await made.remove("supabase/functions/old");
  return made;
}

const pruning = { prune: "true" };
const live = ({ platform }: Stage): readonly string[] => [...platform.functions.keys()].sort();

/** As `plan` does it: the part, and what undoes it beside it. */
async function approve({ inputs, world }: Stage): Promise<Record<string, string>> {
  const found = await inspectFunctions(inputs(pruning), world);
  return await planFile(world, functionsPart(found), snapshotOf(project, found));
}

async function undo(made: Stage): Promise<readonly Undone[]> {
  const of = { release: "r", phase: "rollback" as const, attempt: 1, approvedBy: [], log: recordingLog() };
  const journal = await openJournal(localRecord(made.world.temp), { ...of, onChange: async () => {} });
  const snapshot = await loadSnapshot(made.world.emitted["snapshot"] ?? "");
  return await undoFunctions(snapshot, made.inputs(), journal, made.world);
}

test("without prune nothing is removed; with it the plan shows the removal, and that its snapshot undoes it", async () => {
  const { inputs, world } = await stage();
  expect((await planFunctions(inputs(), world)).work).toBe("none");
  const part = await planFunctions(inputs(pruning), world);
  expect(part).toMatchObject({
    work: "some",
    decisions: { functions: { old: { was: { settings: { verifyJwt: false } }, becomes: null } } },
    undo: { possible: "yes" },
    unverified: [],
    says: ["old: removed, because the repository has no function of this name (prune)"],
    details: [{ what: "old", how: ["removed (prune)", "the snapshot brings it back"] }],
  });
});

test("what the repository lacks is removed, kept in the snapshot, and comes back as it was", async () => {
  const made = await stage();
  const { inputs, world, platform } = made;
  const read = async () => (await inspectLive(functionsApi(world, inputs()), ["old"])).functions.get("old");
  const before = await read();
  const { report, outputs } = await deployFunctions(inputs(pruning), world);
  expect(report).toMatchObject({ verdict: "pass", reason: "Removed: old." });
  expect(report.evidence).toContain("1 of 1 functions that the repository lacks are gone");
  expect(outputs.functions).toBe("[]");
  expect(live(made)).toEqual(["hello", "world"]);
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({
    state: "done",
    before: { old: { digest: before?.state.digest } },
    intended: { old: null },
    after: { old: null },
  });
  expect(platform.asked.filter((line) => line.startsWith("DELETE"))).toHaveLength(1);
  expect((await undo(made)).map(({ outcome }) => outcome)).toEqual(["reverted"]);
  expect((await read())?.state).toEqual(before?.state);
  expect((await undo(made)).map(({ outcome }) => outcome)).toEqual(["already"]);
});

test("changes go live before anything is removed", async () => {
  const made = await stage();
  await made.write({ "supabase/functions/world/index.ts": "export const changed = 1;\n" });
  const asked = made.platform.asked.length;
  const { report } = await deployFunctions(made.inputs(pruning), made.world);
  expect(report.reason).toBe("1 of 1 functions are live and answer. Removed: old.");
  const writes = made.platform.asked.slice(asked).filter((line) => !line.startsWith("GET"));
  expect(writes.map((line) => line.split(" ")[0])).toEqual(["POST", "PUT", "DELETE"]);
});

test("a function that has a folder, but is not declared, is left", async () => {
  const made = await stage();
  await made.write({ "supabase/functions/old/index.ts": "export {};\n" });
  const part = await planFunctions(made.inputs(pruning), made.world);
  expect(part).toMatchObject({
    work: "none",
    unverified: [expect.stringContaining("old is live, but not among")],
  });
});

test("one that appeared after the plan is nobody's to remove: it stays, and the rest is done as approved", async () => {
  const made = await stage();
  const { inputs, world } = made;
  const given = await approve(made);
  await made.write({ "supabase/functions/theirs/index.ts": "export {};\n" });
  await deployFunctions(inputs({ functions: "theirs" }), world);
  await made.remove("supabase/functions/theirs");
  expect(live(made)).toEqual(["hello", "old", "theirs", "world"]);
  const { report } = await deployFunctions(inputs({ ...pruning, ...given }), world);
  expect(report.reason).toBe("Removed: old.");
  expect(live(made)).toEqual(["hello", "theirs", "world"]);
});

test("one that somebody deploys while the others are being activated is left, and said", async () => {
  const made = await stage();
  await made.write({ "supabase/functions/world/index.ts": "export const changed = 1;\n" });
  made.platform.fault = ({ method }) => {
    const old = made.platform.functions.get("old");
    if (method === "PUT" && old)
      Object.assign(old, { row: { ...old.row, version: 7, ezbr_sha256: "other" } });
    const other = new Map([
      ["supabase/functions/old/index.ts", new TextEncoder().encode("export const b = 1;")],
    ]);
    if (method === "PUT" && old?.live) old.live = { ...old.live, files: other };
    return undefined;
  };
  await expect(deployFunctions(made.inputs(pruning), made.world)).rejects.toMatchObject({
    code: "PR445",
    message: expect.stringMatching(
      /^old was not removed: somebody else .* live is mixed \(new: world; neither of both: old\)\.$/,
    ),
  });
  expect(live(made)).toEqual(["hello", "old", "world"]);
});

test("a re-run that was cut after the removal finds it done", async () => {
  const made = await stage();
  const { inputs, world, platform } = made;
  await made.write({ "supabase/functions/world/index.ts": "export const changed = 1;\n" });
  const given = await approve(made);
  let gone = false;
  platform.fault = ({ method, path }) => {
    gone ||= method === "DELETE";
    return gone && method === "GET" && path.startsWith("/v1")
      ? { status: 400, json: { message: "no" } }
      : undefined;
  };
  await expect(deployFunctions(inputs({ ...pruning, ...given }), world)).rejects.toMatchObject({
    code: "PR304",
  });
  platform.fault = () => undefined;
  const { report } = await deployFunctions(inputs({ ...pruning, ...given }), world);
  expect(report.reason).toBe("1 of 1 functions are live and answer. Removed: old.");
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({
    seq: 2,
    state: "done",
    intended: { old: null },
  });
});

test("one whose sources cannot be read has no way back, and the plan says so first", async () => {
  const { inputs, world, platform } = await stage();
  platform.fault = ({ path }) =>
    path.endsWith("/old/body") ? { status: 404, json: { message: "no" } } : undefined;
  expect(await planFunctions(inputs(pruning), world)).toMatchObject({
    undo: { possible: "no", why: expect.stringContaining("old") },
    details: [{ how: ["removed (prune)", "its live sources cannot be read: nothing brings it back"] }],
  });
});

test("a plan that promises a way back, without what it needs beside it, is refused before anything is sent", async () => {
  const made = await stage();
  const { inputs, world, platform, remove } = made;
  const given = await approve(made);
  const refused = (why: RegExp) => ({ code: "PR105", message: expect.stringMatching(why) });
  const snapshot = JSON.parse(await readFile(join(world.root, "snapshot.json"), "utf8")) as FunctionsSnapshot;
  const asked = platform.asked.length;
  const other = JSON.stringify(snapshot).replace(/"base64":"[^"]*"/, '"base64":"Ly8="');
  await writeFile(join(world.root, "snapshot.json"), other);
  await expect(deployFunctions(inputs({ ...pruning, ...given }), world)).rejects.toMatchObject(
    refused(
      /^The plan promises a way back, .*snapshot\.json does not have what was live of old\. Nothing was changed\.$/,
    ),
  );
  await remove("snapshot.json");
  await expect(deployFunctions(inputs({ ...pruning, ...given }), world)).rejects.toMatchObject(
    refused(/The snapshot is not at .*snapshot\.json\. Nothing was changed\.$/),
  );
  expect(platform.asked.slice(asked).filter((line) => !line.startsWith("GET"))).toEqual([]);
});

/** The first removal is answered 503, after this has happened to the function. */
function slowRemoval({ platform }: Stage, happens: () => void): void {
  let isAsked = false;
  platform.fault = ({ method }) => {
    if (method !== "DELETE" || isAsked) return undefined;
    isAsked = true;
    happens();
    return { status: 503, json: { message: "later" }, headers: { "retry-after": "120" } };
  };
}

test("a removal that is answered late is not sent again over what somebody else has deployed meanwhile", async () => {
  const made = await stage();
  const { platform, inputs, world } = made;
  slowRemoval(made, () => {
    const old = platform.functions.get("old");
    if (old) Object.assign(old, { row: { ...old.row, version: 9, ezbr_sha256: "theirs" } });
  });
  await expect(deployFunctions(inputs(pruning), world)).rejects.toMatchObject({
    code: "PR442",
    message: expect.stringMatching(/^old: somebody else has deployed while .* so it was not sent again\./),
  });
  expect(live(made)).toEqual(["hello", "old", "world"]);
  expect(platform.asked.filter((line) => line.startsWith("DELETE"))).toHaveLength(1);
});

test("a removal that was done and answered late is sent once more, finds nothing, and is done", async () => {
  const made = await stage();
  slowRemoval(made, () => void made.platform.functions.delete("old"));
  expect((await deployFunctions(made.inputs(pruning), made.world)).report.verdict).toBe("pass");
  expect(live(made)).toEqual(["hello", "world"]);
});
