import { expect, test } from "@jest/globals";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../support/rehearse.ts";
import { copyApp } from "../../../rehearsal/world/app-folder.ts";
import { keptWeb } from "../../../rehearsal/world/kept-web.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-kept-"));
const app = join(folder, "app");
const cache = join(folder, "cache");
const env = { PATH: process.env["PATH"] ?? "", HOME: folder };

async function web(port: number): Promise<string> {
  const values = {
    VITE_SUPABASE_URL: `http://127.0.0.1:${port}`,
    VITE_SUPABASE_PUBLISHABLE_KEY: `key-${port}`,
  };
  const files = await keptWeb({ app, env, values, marker: "previous", cache });
  return Object.values(files)
    .map((bytes) => Buffer.from(bytes).toString())
    .join("\n");
}

test("the same sources are built once, and each world has its own values in them; a damaged build is made anew", async () => {
  await copyApp(join(root, "examples/prism"), app, join(root, "node_modules"));
  const first = await web(4001);
  expect(first).toContain("http://127.0.0.1:4001");
  expect(first).toContain("key-4001");
  expect(first).toContain('content="previous"');
  expect(first).not.toContain(".invalid");
  const [kept = "", ...more] = readdirSync(cache);
  expect(more).toEqual([]);
  const built = statSync(join(cache, kept)).mtimeMs;
  expect(await web(4002)).toBe(first.replaceAll("4001", "4002"));
  expect(statSync(join(cache, kept)).mtimeMs).toBe(built);
  writeFileSync(join(cache, kept), "half of a build");
  expect(await web(4001)).toBe(first);
  writeFileSync(join(app, "src/main.ts"), "document.title = import.meta.env.VITE_SUPABASE_URL;\n");
  expect(await web(4001)).not.toBe(first);
  expect(readdirSync(cache)).toHaveLength(2);
}, 120_000);
