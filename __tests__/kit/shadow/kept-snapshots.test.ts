import { expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sha256 } from "../../../kit/shadow/cache/keys.ts";
import { unpack } from "../../../kit/shadow/cache/pack.ts";
import { findSnapshot } from "../../../kit/shadow/cache/store.ts";

const folderOf = (): string => mkdtempSync(join(tmpdir(), "prism-rollout-test-"));

test.each(["../x", "base/../../x", "/../x", ".", "a\0b"])(
  "a snapshot with a file at %s is not unpacked at all",
  (path) => {
    const folder = folderOf();
    const data = join(folder, "a/data");
    const entries = [{ path: "base" }, { path, size: 1 }];
    expect(() => unpack({ entries, bytes: Buffer.from("1") }, data, undefined)).toThrow("beside its folder");
    expect(existsSync(data)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  },
);

const kept = {
  weak: [["table public.t", "drop table t"]],
  strong: [],
  doubted: [],
  unsureRows: false,
  things: 0,
};
const right = { key: "k", entries: [{ path: "base" }], applied: { problems: [], assumed: [], kept } };

test.each([
  ["nothing of what was applied", { ...right, applied: undefined }],
  ["a list that is none", { ...right, applied: { ...right.applied, kept: { ...kept, weak: 7 } } }],
  ["a file without a name", { ...right, entries: [{ path: 7 }] }],
  ["nothing", null],
])("a snapshot whose sum is right and that has %s is not used, and gone", async (_, head) => {
  const find = async (what: unknown) => {
    const folder = folderOf();
    const body = `${JSON.stringify(what)}\n`;
    writeFileSync(join(folder, "k.shadow"), `${sha256(body)}\n${body}`, { mode: 0o600 });
    return { folder, ...(await findSnapshot(folder, ["k"])) };
  };
  expect((await find(right)).snapshot).toMatchObject(right);
  const { folder, snapshot, doubts } = await find(head);
  expect(snapshot).toBeUndefined();
  expect(doubts).toEqual([expect.stringContaining("is of another form, and is not used")]);
  expect(readdirSync(folder)).toEqual([]);
});
