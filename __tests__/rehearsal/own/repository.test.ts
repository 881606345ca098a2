import { expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitAll, copyAsItIs, copyCommit } from "../../../rehearsal/own/copies.ts";
import { findRepository } from "../../../rehearsal/own/repository.ts";
import { commit, env, folderWith, git, write } from "./stage.ts";

const find = (folder: string, from?: string) => findRepository({ folder, config: "rollout.yml", from, env });
const one = { "rollout.yml": "targets: {}\n", "a.txt": "1" };

test("on a branch, what is live is where it left the default branch", async () => {
  const folder = folderWith(one);
  const base = commit(folder);
  git(folder, "update-ref", "refs/remotes/origin/main", base);
  git(folder, "checkout", "--quiet", "-b", "feature");
  write(folder, { "a.txt": "2" });
  git(folder, "commit", "--quiet", "-am", "two");
  const { live } = await find(folder);
  expect(live).toEqual({ commit: base, called: "where this branch left origin/main" });
});

test("on the default branch it is the commit before; with changes that are not committed, the last one", async () => {
  const folder = folderWith(one);
  const first = commit(folder);
  write(folder, { "a.txt": "2" });
  git(folder, "commit", "--quiet", "-am", "two");
  expect((await find(folder)).live).toEqual({ commit: first, called: "HEAD^1" });
  write(folder, { "a.txt": "3", "b.txt": "new" });
  const dirty = await find(folder);
  expect(dirty).toMatchObject({ uncommitted: 2, live: { called: "HEAD" } });
});

test("of a clone without history it is told how to have one", async () => {
  const folder = folderWith(one);
  commit(folder);
  write(folder, { "a.txt": "2" });
  git(folder, "commit", "--quiet", "-am", "two");
  const clone = mkdtempSync(join(tmpdir(), "prism-own-clone-"));
  git(clone, "clone", "--quiet", "--depth=1", `file://${folder}`, ".");
  git(clone, "remote", "remove", "origin");
  const { live, because } = await find(clone);
  expect(live).toBeUndefined();
  expect(because).toContain("fetch-depth: 0");
});

test("what is no repository is new as a whole; a ref is refused there, and where git does not know it", async () => {
  const plain = folderWith(one);
  expect(await find(plain)).toMatchObject({ isGit: false, live: undefined, root: plain });
  await expect(find(plain, "main")).rejects.toMatchObject({ code: "PR105" });
  commit(plain);
  await expect(find(plain, "no-such")).rejects.toMatchObject({
    code: "PR105",
    message: expect.stringContaining('"no-such"'),
  });
  await expect(find(plain, "--output=x")).rejects.toMatchObject({ code: "PR105" });
  expect((await find(plain, "none")).live).toBeUndefined();
});

test("a stack in a folder of a monorepo is found from there, and called as GitHub calls its repository", async () => {
  const folder = folderWith({ "apps/web/rollout.yml": "targets: {}\n", "a.txt": "1" });
  commit(folder);
  git(folder, "remote", "add", "origin", "git@github.com:acme/shop.git");
  expect(await find(join(folder, "apps/web"))).toMatchObject({
    root: folder,
    workingDirectory: "apps/web",
    name: "acme/shop",
  });
});

test("without a rollout.yml it says who writes one", async () => {
  await expect(find(folderWith({ "a.txt": "1" }))).rejects.toMatchObject({
    code: "PR101",
    fix: expect.stringContaining("npx prism-rollout init"),
  });
});

test("the copy of a folder has changes and new files, and nothing ignored, deleted or of the report", async () => {
  const folder = folderWith({ ...one, ".gitignore": "secret.txt\n", "gone.txt": "", "kept.sh": "" });
  symlinkSync("a.txt", join(folder, "link"));
  commit(folder);
  write(folder, { "a.txt": "2\r\n", "new.txt": "n", "secret.txt": "s", "out/report.html": "r" });
  rmSync(join(folder, "gone.txt"));
  const to = join(mkdtempSync(join(tmpdir(), "prism-own-copy-")), "copy");
  await copyAsItIs({ root: folder, isGit: true }, to, { env, without: join(folder, "out") });
  expect(readdirSync(to).sort()).toEqual([
    ".gitignore",
    "a.txt",
    "kept.sh",
    "link",
    "new.txt",
    "rollout.yml",
  ]);
  const made = await commitAll(to, true, env);
  expect(git(to, "show", `${made}:a.txt`)).toBe("2");
  expect(git(folder, "status", "--porcelain").split("\n").length).toBe(4);
});

test("a report that is to go beside the files of the stack leaves none of them out", async () => {
  const folder = folderWith(one);
  commit(folder);
  const to = join(mkdtempSync(join(tmpdir(), "prism-own-copy-")), "copy");
  await copyAsItIs({ root: folder, isGit: true }, to, { env, without: folder });
  expect(readdirSync(to).sort()).toEqual(["a.txt", "rollout.yml"]);
});

test("the copy of a commit leaves the repository and its index as they are", async () => {
  const folder = folderWith(one);
  const first = commit(folder);
  write(folder, { "a.txt": "2" });
  git(folder, "add", "a.txt");
  const before = readFileSync(join(folder, ".git/index"));
  const to = join(mkdtempSync(join(tmpdir(), "prism-own-copy-")), "live");
  await copyCommit(folder, first, to, env);
  expect(readFileSync(join(to, "a.txt"), "utf8")).toBe("1");
  expect(readFileSync(join(folder, ".git/index")).equals(before)).toBe(true);
});
