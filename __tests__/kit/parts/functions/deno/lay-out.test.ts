import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { layOut } from "../../../../../kit/parts/functions/deno/lay-out.ts";

const file = (path: string, text: string) => ({ path, content: Buffer.from(text) });

async function modulesWith(...names: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  for (const name of names) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "package.json"), JSON.stringify({ name, version: "1.2.3" }));
  }
  return folder;
}

async function laid(
  files: readonly ReturnType<typeof file>[],
  modules?: string,
  importMap: string | null = null,
) {
  const root = join(await mkdtemp(join(tmpdir(), "prism-rollout-test-")), "root");
  return await layOut({ files, entrypoint: "index.ts", importMap }, root, modules);
}

test("what lies beside the function's folder lies beside it here, and inside of the root", async () => {
  const found = await laid([file("index.ts", "one"), file("../../shared/two.ts", "two")]);
  expect(await readFile(found.entrypoint, "utf8")).toBe("one");
  expect(await readFile(join(found.entrypoint, "../../../shared/two.ts"), "utf8")).toBe("two");
  expect(found.entrypoint.startsWith(`${found.root}/`)).toBe(true);
});

test("a path that leads out is refused before anything is written there", async () => {
  await expect(laid([file("a/../../../../out.ts", "")])).rejects.toThrow("leads out of the sources");
});

test("nothing is fetched where all packages are installed; else Deno fetches what is imported", async () => {
  const modules = await modulesWith("@supabase/supabase-js", "zod");
  const both = 'import "npm:@supabase/supabase-js@2"; import z from "npm:zod@4/mini";';
  const offline = await laid([file("index.ts", both)], modules);
  expect(offline.flags).toEqual(["--no-remote", "--cached-only", "--node-modules-dir=manual"]);
  expect(offline.readable).toContain(modules);
  expect(JSON.parse(await readFile(join(offline.root, "package.json"), "utf8"))).toMatchObject({
    dependencies: { "@supabase/supabase-js": "1.2.3", zod: "1.2.3" },
  });
  for (const other of ['import "npm:absent@1";', 'import "jsr:@std/path";', 'import "https://esm.sh/x";']) {
    const online = await laid([file("index.ts", both + other)], modules);
    expect(online.flags).toEqual(["--node-modules-dir=none"]);
    expect(online.readable).toEqual([online.root]);
  }
});

test("what an import map names counts as imported, and Deno is given the map", async () => {
  const map = file("../import_map.json", '{"imports": {"x": "npm:absent@1"}}');
  const { flags } = await laid(
    [file("index.ts", 'import "x";'), map],
    await modulesWith(),
    "../import_map.json",
  );
  expect(flags).toEqual([
    "--node-modules-dir=none",
    expect.stringMatching(/^--import-map=.*import_map.json$/),
  ]);
});
