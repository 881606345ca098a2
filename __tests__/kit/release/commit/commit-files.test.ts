import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { checkoutFiles, githubFiles } from "../../../../kit/release/commit/commit-files.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { gitInside } from "../../../support/git-inside.ts";
import { type TestWorld, testWorld } from "../../../support/test-world.ts";

const odd = "supabase/functions/a/line\nbreak ü.txt";
const files = {
  "supabase/functions/a/index.ts": "export const a = 1;\r\n",
  "supabase/functions/a/raw.bin": Buffer.from([0, 255, 13, 10, 128]),
  [odd]: "odd",
};
/** More than a child's output is kept of, and more than GitHub's contents API gives. */
const large = "x".repeat(1_200_000);

let world: TestWorld;
let forge: GithubWorld;
let head: string;
let blob: string;
beforeAll(async () => {
  world = await testWorld();
  forge = await githubWorld({ contents: "read", deployments: "write" });
  const { root } = world;
  const env = { PATH: process.env["PATH"], HOME: root, GIT_CONFIG_NOSYSTEM: "1" };
  const as = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"];
  const git = async (...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)("git", [...as, ...args], { cwd: root, env })).stdout.trim();
  await mkdir(join(root, "supabase/functions/a"), { recursive: true });
  for (const [path, text] of Object.entries({ ...files, "large.txt": large }))
    await writeFile(join(root, path), text);
  await git("init", "--quiet");
  await git("add", "supabase", "large.txt");
  await git("commit", "--quiet", "--message", "one");
  head = await git("rev-parse", "HEAD");
  blob = await git("rev-parse", "HEAD:large.txt");
  forge.standIn.change((state) => void (state.files[commit] = { "large.txt": large, "b.txt": "b" }));
});
afterAll(() => forge?.standIn.close());

test("a checkout gives the files of its commits byte by byte, from a folder of a monorepo as well", async () => {
  for (const root of [world.root, join(world.root, "supabase")]) {
    const found = await checkoutFiles({ ...world, root }, head);
    for (const [path, content] of Object.entries(files)) {
      const file = await found?.bytes(path);
      expect(file && "bytes" in file && Buffer.from(file.bytes)).toEqual(Buffer.from(content));
    }
    expect([...((await found?.paths()) ?? [])].sort()).toEqual([...Object.keys(files), "large.txt"].sort());
  }
});

test("a file that is not there is told, and so is what is no file", async () => {
  const found = await checkoutFiles(world, head);
  for (const path of ["nowhere.ts", "supabase", "../etc/passwd"])
    expect(await found?.bytes(path)).toEqual({
      unread: `${path} at ${head.slice(0, 12)} is not in the checkout`,
    });
});

test.each([
  ["a commit that it does not have", () => ({ of: "f".repeat(40), world })],
  ["what is no commit's id", () => ({ of: "--help", world })],
  ["a file's id", () => ({ of: blob, world })],
  ["a folder that is no checkout", async () => ({ of: head, world: await testWorld() })],
  ["a machine without git", () => ({ of: head, world: { ...world, env: { PATH: "/nowhere" } } })],
])("%s is no place to read from", async (_, make) => {
  const { of, world: at } = await make();
  expect(await checkoutFiles(at, of)).toBeUndefined();
});

test("a folder of the checkout that is a repository by the commit's own files is not believed", async () => {
  const inside = join(world.root, "inside");
  await mkdir(inside);
  const forged = await gitInside(inside);
  expect(await checkoutFiles({ ...world, root: inside }, forged)).toBeUndefined();
  expect(await (await checkoutFiles({ ...world, root: inside }, head))?.paths()).toContain("large.txt");
});

test("a file of more than 1 MB is read, in the checkout and at GitHub", async () => {
  const places = [await checkoutFiles(world, head), githubFiles(forge.github, commit)];
  for (const place of places) {
    const file = await place?.bytes("large.txt");
    expect(file && "bytes" in file && Buffer.from(file.bytes).toString()).toBe(large);
  }
  expect(forge.standIn.requests.filter(({ path }) => path.includes("/git/blobs/"))).toHaveLength(1);
});

test("where GitHub does not give the blob either, it is told why", async () => {
  forge.standIn.change(({ faults }) => {
    const json = { message: "too large" };
    faults.push({ method: "GET", path: "/repos/.*/git/blobs/.*", times: 9, status: 403, json });
  });
  const file = await githubFiles(forge.github, commit).bytes("large.txt");
  expect(file).toEqual({ unread: expect.stringContaining("too large") });
});
