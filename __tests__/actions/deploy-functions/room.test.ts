import { readFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { type Rooms, roomsIn } from "../../../kit/parts/functions/change/rooms.ts";
import { type FunctionsSnapshot, loadSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { type UndoInputs, undoFunctions } from "../../../kit/parts/functions/undo/undo-functions.ts";
import type { Undone } from "../../../kit/parts/functions/undo/undone.ts";
import { type Http, systemHttp } from "../../../kit/ports/http.ts";
import { openJournal } from "../../../kit/release/record/journal.ts";
import { localRecord } from "../../../kit/release/record/local-record.ts";
import type { Receipt } from "../../../kit/release/record/receipt.ts";
import { cutAfter, cutAtNext } from "../../support/broken-http.ts";
import { type FunctionsStage, functionsStage, sources } from "../../support/functions-stage.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

const index = "supabase/functions/world/index.ts";

/** `world` is live, and an earlier deployment has left another bundle of it. */
async function stage(listsStaged: boolean): Promise<Stage> {
  const made = await functionsStage(spec.inputs, { lenient: false });
  open.push(made);
  const { platform, world, inputs, write } = made;
  await deployFunctions(inputs(), world);
  platform.listsStaged = listsStaged;
  await write({ [index]: "export const abandoned = 1;\n" });
  const http = cutAfter(systemHttp, "POST", /\/functions\/deploy$/);
  await expect(deployFunctions(inputs({ functions: "world" }), { ...world, http })).rejects.toThrow();
  await write({ [index]: "export const wanted = 1;\n" });
  return made;
}

const live = ({ platform }: Stage): string =>
  Buffer.from(platform.functions.get("world")?.live?.files.get(index) ?? "").toString();

/** The release begins, and its process hears nothing any more from some call on. */
async function cutOff({ world, inputs }: Stage, http: Http): Promise<void> {
  await expect(deployFunctions(inputs({ functions: "world" }), { ...world, http })).rejects.toThrow();
}

async function back({ world, inputs }: Stage, snapshot: FunctionsSnapshot, rooms?: Rooms): Promise<Undone[]> {
  const journal = await openJournal(localRecord(world.temp), {
    release: "r",
    phase: "rollback",
    attempt: 1,
    approvedBy: [],
    onChange: async () => undefined,
    log: world.log,
  });
  const given: UndoInputs = { ...inputs(), ...(rooms === undefined ? {} : { rooms }) };
  return [...(await undoFunctions(snapshot, given, journal, world))];
}

const kept = async ({ world }: Stage): Promise<FunctionsSnapshot> =>
  await loadSnapshot(world.emitted["snapshot"] ?? "");

/** Where the list shows what waits, one activation makes room; else the first one changes nothing. */
const lists = [
  ["shows", true, 1],
  ["does not show", false, 2],
] as const;

/** Right after its activation, or once what it is was read as well. */
const moments = lists.flatMap(([said, listsStaged, times]) => [
  [
    `the activation is not answered, and the list ${said} what waits`,
    listsStaged,
    { method: "GET", path: /\/functions$/, times },
  ] as const,
  [
    `the wanted one is not bundled, and the list ${said} what waits`,
    listsStaged,
    { method: "POST", path: /\/deploy$/, times },
  ] as const,
]);

test.each(moments)(
  "an abandoned bundle that made room goes back with the release, where %s",
  async (_, listsStaged, { method, path, times }) => {
    const made = await stage(listsStaged);
    await cutOff(made, cutAtNext(systemHttp, method, path, { method: "PUT", times }));
    expect(live(made)).toContain("abandoned");
    const [undone] = await back(made, await kept(made));
    expect(undone).toMatchObject({ slug: "world", outcome: "reverted" });
    expect(undone?.said).toMatch(/live was a bundle that an earlier deployment had left/);
    expect(live(made)).toBe(sources[index]);
    expect(await back(made, await kept(made))).toMatchObject([{ outcome: "already" }]);
  },
);

test.each(lists)(
  "its name alone tells, where nothing that was written is left, and the list %s what waits",
  async (_, listsStaged, times) => {
    const made = await stage(listsStaged);
    await cutOff(made, cutAtNext(systemHttp, "POST", /\/deploy$/, { method: "PUT", times }));
    const snapshot = await withoutRooms(made);
    expect(await back(made, snapshot)).toMatchObject([{ outcome: "reverted" }]);
    expect(live(made)).toBe(sources[index]);
    expect(made.platform.functions.get("world")?.row).toMatchObject({ name: "world" });
  },
);

test.each(lists)(
  "it is known by the receipts alone, where the list %s what waits",
  async (_, listsStaged, times) => {
    const made = await stage(listsStaged);
    // Else it says so itself (ADR 49).
    made.platform.keepsNames = false;
    await cutOff(made, cutAtNext(systemHttp, "POST", /\/deploy$/, { method: "PUT", times }));
    const rooms = roomsIn(await receiptsOf(made));
    const snapshot = await withoutRooms(made);
    expect(await back(made, snapshot)).toMatchObject([{ outcome: "drift" }]);
    expect(await back(made, snapshot, rooms)).toMatchObject([{ outcome: "reverted" }]);
    expect(live(made)).toBe(sources[index]);
  },
);

test.each(lists)(
  "what somebody else deploys over it is drift, where the list %s what waits",
  async (_, listsStaged, times) => {
    const made = await stage(listsStaged);
    await cutOff(made, cutAtNext(systemHttp, "POST", /\/deploy$/, { method: "PUT", times }));
    const [snapshot, rooms] = [await kept(made), roomsIn(await receiptsOf(made))];
    await theirs(made);
    expect(await back(made, snapshot, rooms)).toMatchObject([{ slug: "world", outcome: "drift" }]);
    expect(live(made)).toContain("theirs");
  },
);

test.each(lists)(
  "what somebody else deploys is drift where room was only about to be made, and the list %s what waits",
  async (_, listsStaged, _times) => {
    const made = await stage(listsStaged);
    await cutOff(made, cutAtNext(systemHttp, "PUT", /./, { method: "PUT", times: 0 }));
    const [snapshot, rooms] = [await kept(made), roomsIn(await receiptsOf(made))];
    await theirs(made);
    expect(await back(made, snapshot, rooms)).toMatchObject([{ slug: "world", outcome: "drift" }]);
    expect(live(made)).toContain("theirs");
  },
);

async function theirs({ world, inputs, write }: Stage): Promise<void> {
  await write({ [index]: "export const theirs = 1;\n" });
  const temp = `${world.temp}/theirs`;
  await deployFunctions(inputs({ functions: "world" }), { ...world, temp });
}

async function receiptsOf({ world }: Stage): Promise<readonly Receipt[]> {
  const file = `${world.temp}/prism-rollout/deploy-functions/receipts.json`;
  return JSON.parse(await readFile(file, "utf8")) as readonly Receipt[];
}

async function withoutRooms(made: Stage): Promise<FunctionsSnapshot> {
  const { functions, ...of } = await kept(made);
  const entries = Object.entries(functions).map(
    ([slug, { was, becomes }]) => [slug, { was, becomes }] as const,
  );
  return { ...of, functions: Object.fromEntries(entries) };
}
