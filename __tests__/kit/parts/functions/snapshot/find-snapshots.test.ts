import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { findSnapshots } from "../../../../../kit/parts/functions/snapshot/find-snapshots.ts";
import { changeToUndo, isLost } from "../../../../../kit/parts/functions/undo/recorded-change.ts";
import { eszipBefore, sourceBefore } from "../../../../../kit/parts/functions/snapshot/snapshot.ts";
import { sourceDigest } from "../../../../../kit/parts/functions/declared/source.ts";
import { recordingLog } from "../../../../support/recording-log.ts";
import { testWorld } from "../../../../support/test-world.ts";

const content = Buffer.from("export const a = 1;\n");
const settings = { verifyJwt: true, entrypoint: "index.ts", importMap: null };
const good = { digest: sourceDigest([{ path: "index.ts", content }]), settings };
const becomes = { digest: "new", settings };

function entry(base64: string) {
  const listed = { id: "1", slug: "f", name: "f", status: "ACTIVE", version: 3 };
  const source = { entrypoint: "index.ts", importMap: null, files: [{ path: "index.ts", base64 }] };
  return { was: { listed, state: good, source }, becomes };
}

async function found(snapshot: unknown) {
  const { temp } = await testWorld();
  await mkdir(join(temp, "rollout-plan"));
  const text = typeof snapshot === "string" ? snapshot : JSON.stringify(snapshot);
  await writeFile(join(temp, "rollout-plan", "snapshot.json"), text);
  const log = recordingLog();
  return { snapshots: await findSnapshots(temp, "p", log), lines: log.lines };
}

const snapshot = (f: unknown, project = "p") => ({
  schema: "prism-rollout/snapshot@1",
  project,
  functions: { f },
});

test("a snapshot whose sources are not those of its digest is no way back: said, and never deployed", async () => {
  const { snapshots, lines } = await found(snapshot(entry(Buffer.from("other\n").toString("base64"))));
  expect(snapshots.map(({ functions }) => Object.keys(functions))).toEqual([[]]);
  expect(lines).toEqual([
    "warning: The snapshot of f does not have the sources that were live: it is left out.",
  ]);
  const receipt = { before: { f: good }, intended: { f: becomes } };
  const due = changeToUndo("p", [receipt], snapshots).functions["f"];
  expect(due && isLost(due)).toBe(true);
});

test("a bundle that is another does not take the sources beside it with it", async () => {
  const { was, ...rest } = entry(content.toString("base64"));
  const damaged = { ...rest, was: { ...was, eszip: "e30=", eszipSha256: "another" } };
  const { snapshots, lines } = await found(snapshot(damaged));
  const kept = snapshots[0]?.functions["f"];
  expect(kept && [sourceBefore(kept)?.files.length, eszipBefore(kept)]).toEqual([1, undefined]);
  expect(lines).toEqual([
    "warning: The snapshot of f does not have the bundle that was live: only its sources are used.",
  ]);
});

test("one that is whole is taken, line ends of another machine or not", async () => {
  for (const text of ["export const a = 1;\n", "export const a = 1;\r\n"]) {
    const { snapshots, lines } = await found(snapshot(entry(Buffer.from(text).toString("base64"))));
    expect([snapshots.map(({ functions }) => Object.keys(functions)), lines]).toEqual([[["f"]], []]);
  }
});

test.each([
  ["another project's", snapshot(entry(""), "q"), /is a snapshot of the project q, not of p/],
  ["cut", '{ "schema": "prism-rollout/snap', /snapshot\.json .*It is left out\./],
  ["of a format to come", { ...snapshot(entry("")), schema: "prism-rollout/snapshot@9" }, /It is left out\./],
])("one that is %s is left out with a warning", async (_, text, said) => {
  const { snapshots, lines } = await found(text);
  expect(snapshots).toEqual([]);
  expect(lines).toEqual([expect.stringMatching(said)]);
});
