import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@jest/globals";
import { pgliteEngine } from "../../../../kit/shadow/engines/pglite.ts";
import { startPglite } from "../../../../kit/shadow/engines/pglite-process.ts";

/** A module in PGlite's place. */
async function module(create: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "prism-rollout-test-")), "index.mjs");
  await writeFile(path, `export const PGlite = { create: async ({ extensions }) => { ${create} } };`);
  return pathToFileURL(path).href;
}

const answers = `return {
  query: async (sql, parameters) => {
    if (sql === "die") process.kill(process.pid, "SIGKILL");
    if (sql === "fail") throw Object.assign(new Error("no such thing"), { code: "42883", position: "8" });
    return { rows: [{ sql, parameters, env: Object.keys(process.env), at: new Date(0), made: Object.keys(extensions) }] };
  },
  exec: async (sql) => [{ command: "SELECT 1" }, { sql }],
};`;

test("it answers in order, with what the server says, and knows nothing of our environment", async () => {
  const extension = await module("").then((url) => url.replace("index.mjs", "one.mjs"));
  await writeFile(new URL(extension), "export const one = 1;");
  const pglite = await startPglite(await module(answers), [extension]);
  const [rows, tags] = await Promise.all([pglite.query("a", [1]), pglite.script("b; c")]);
  expect(rows).toEqual([{ sql: "a", parameters: [1], env: [], at: new Date(0), made: ["one"] }]);
  expect(tags).toEqual(["SELECT 1", ""]);
  await expect(pglite.query("fail", [])).rejects.toMatchObject({
    message: "no such thing",
    code: "42883",
    position: "8",
  });
  await pglite.stop();
  await expect(pglite.query("a", [])).rejects.toThrow();
});

test("a process that is killed meanwhile is told to all who wait", async () => {
  const pglite = await startPglite(await module(answers), []);
  const both = await Promise.allSettled([pglite.query("die", []), pglite.query("a", [])]);
  expect(both.map((one) => String((one as { reason?: unknown }).reason))).toEqual([
    "Error: its process ended: SIGKILL",
    "Error: its process ended: SIGKILL",
  ]);
});

test.each([
  ["throws", "throw new Error('no memory');", "no memory"],
  ["ends", "process.exit(7);", "its process ended: exit status 7"],
])("one that %s while it starts is told", async (_, create, why) => {
  await expect(startPglite(await module(create), [])).rejects.toThrow(why);
});

test("one that cannot be made like a project is ended: who plans would wait for it for ever", async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const home = join(folder, "package/dist");
  await mkdir(home, { recursive: true });
  await writeFile(join(folder, "package/package.json"), '{"type":"module"}');
  const create = `(await import("node:fs")).writeFileSync(${JSON.stringify(join(folder, "pid"))}, String(process.pid));
    return { exec: async () => { throw new Error("no role"); } };`;
  await writeFile(join(home, "index.js"), `export const PGlite = { create: async () => { ${create} } };`);
  await expect(pgliteEngine(folder, "0", [])).rejects.toThrow("no role");
  const pid = Number(await readFile(join(folder, "pid"), "utf8"));
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});
