import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "@jest/globals";
import { parseImportMap } from "../../../../../kit/parts/functions/imports/import-map.ts";
import { moduleGraph } from "../../../../../kit/parts/functions/imports/module-graph.ts";
import { installedDeno } from "../../../../../rehearsal/engines/deno.ts";

const folders: string[] = [];
afterAll(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** A project whose `index.ts` imports one module for each case; what the cases name is there, and empty. */
async function project(cases: Readonly<Record<string, string>>, map?: object): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-as-deno-"));
  folders.push(root);
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  for (const name of "a b c d e f".split(" "))
    await put(`lib/${name}.ts`, "export const x = 1; export type X = 1;");
  await put("lib/a.js", "export const x = 1;");
  await put("lib/a.json", `{ "import": "./b.ts" }`);
  await put("lib/with space.ts", "");
  await put("lib/deep/a.ts", `export * from "./b.ts"; export { x } from "../f.ts";`);
  await put("lib/deep/b.ts", `import "mapped";`);
  await put("other/mapped.ts", "");
  await put("deno.json", JSON.stringify(map ?? {}));
  for (const [name, text] of Object.entries(cases)) await put(name, text);
  await put(
    "index.ts",
    Object.keys(cases)
      .map((name) => `import "./${name}";`)
      .join("\n"),
  );
  return root;
}

/** The local files of Deno's own graph; `code`: without those that it looks at for their types alone. */
async function asDeno(root: string): Promise<{ readonly all: string[]; readonly code: string[] }> {
  const words = [
    "info",
    "--json",
    "--no-remote",
    "--no-npm",
    "--no-lock",
    `--config=${join(root, "deno.json")}`,
  ];
  const env = { HOME: root, DENO_DIR: join(root, ".cache"), DENO_NO_UPDATE_CHECK: "1" };
  const { stdout } = await promisify(execFile)(installedDeno(), [...words, join(root, "index.ts")], {
    env,
    timeout: 60_000,
  });
  const { modules } = JSON.parse(stdout) as {
    modules: {
      specifier: string;
      local?: string;
      error?: string;
      dependencies?: { code?: { specifier?: string } }[];
    }[];
  };
  const there = new Map(
    modules.flatMap((one) => (one.local === undefined ? [] : [[one.specifier, one] as const])),
  );
  const reached = new Set<string>();
  const open = [...there.keys()].filter((one) => one.endsWith("/index.ts") && dirname(one).endsWith(root));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next) || !there.has(next)) continue;
    reached.add(next);
    for (const { code } of there.get(next)?.dependencies ?? [])
      if (code?.specifier !== undefined) open.push(code.specifier);
  }
  const short = (some: Iterable<string>): string[] =>
    [...new Set([...some].map((one) => relative(root, there.get(one)?.local ?? "")))].sort();
  return { all: short(there.keys()), code: short(reached) };
}

async function asOurs(root: string, map: object = {}): Promise<string[]> {
  const imports = parseImportMap(JSON.stringify(map), join(root, "deno.json"));
  const graph = await moduleGraph(join(root, "index.ts"), { map: imports, statics: [] }, { slug: "f", root });
  return graph.map(({ path }) => relative(root, path)).sort();
}

test("our graph is that of Deno, in all that is run", async () => {
  const root = await project(
    {
      "1.ts": `import "./lib/a.js"; import "./lib/b.ts"; export { x } from "./lib/c.ts"; export * from "./lib/d.ts";`,
      "2.ts": `import json from "./lib/a.json" with { type: "json" }; import text from "./lib/with%20space.ts" with { type: "text" };`,
      "3.ts": `// import "./lib/e.ts"\n/* import("./lib/e.ts") */ const a = 'import "./lib/e.ts"'; const b = \`import "./lib/e.ts"\`;`,
      "4.ts": `await import(/* now */ "./lib/deep/a.ts", { with: {} }); import(\n  \`./lib/b.ts\`\n);`,
      "5.ts": `import "npm:zod@4"; import "jsr:@std/assert"; import "node:fs"; import "https://127.0.0.1:1/a.ts";`,
      "6.ts": `import "./lib/a.ts?v=1"; import "./lib/a.ts#b";`,
      "7.ts": `import a = require("./lib/b.ts"); import defer * as c from "./lib/d.ts"; import.defer("./lib/c.ts");`,
      "8.ts": `import(name); import("./lib/" + "e" + ".ts"); import(("./lib/e.ts")); import("./lib/e.ts" as string);`,
      "9.ts": `new URL("./lib/e.ts", import.meta.url); import.meta.resolve("./lib/e.ts"); new Worker(new URL("./lib/e.ts", import.meta.url).href);`,
    },
    { imports: { mapped: "./other/mapped.ts" } },
  );
  const [deno, ours] = [await asDeno(root), await asOurs(root, { imports: { mapped: "./other/mapped.ts" } })];
  expect(ours).toEqual(deno.code);
  expect(ours).toContain("lib/deep/b.ts");
  expect(ours).not.toContain("lib/e.ts");
});

test("it is under an import map, too: names, folders, paths and scopes", async () => {
  const map = {
    imports: {
      mapped: "./lib/a.ts",
      "@/": "./",
      "@/lib/b.ts": "./lib/c.ts",
      "./lib/e.ts": "./lib/f.ts",
      zod: "npm:zod@4",
    },
    scopes: { "./lib/deep/": { mapped: "./other/mapped.ts" } },
  };
  const root = await project(
    {
      "1.ts": `import "mapped"; import "@/lib/deep/a.ts"; import "@/lib/b.ts"; import "./lib/e.ts"; import "zod";`,
    },
    map,
  );
  const [deno, ours] = [await asDeno(root), await asOurs(root, map)];
  expect(ours).toEqual(deno.code);
  expect(ours).not.toContain("lib/b.ts");
});

test("what gives types only is taken along where an import names it; what a comment names is left out", async () => {
  const root = await project({
    "1.ts": `import type { X } from "./lib/a.ts"; type Y = import("./lib/b.ts").X; export type { X } from "./lib/c.ts";`,
    "2.ts": `/// <reference path="./lib/d.ts" />\n// @ts-types="./lib/e.ts"\nimport "./lib/a.js";`,
  });
  const [deno, ours] = [await asDeno(root), await asOurs(root)];
  expect(deno.all.filter((path) => !ours.includes(path))).toEqual(["lib/d.ts", "lib/e.ts"]);
  expect(ours.filter((path) => !deno.all.includes(path))).toEqual([]);
});

test("Deno takes in what lies below a folder that a name begins with: ours tells of it, and leaves it out", async () => {
  const root = await project(
    { "1.ts": "import(`./lib/deep/${name}.ts`);" },
    { imports: { mapped: "./other/mapped.ts" } },
  );
  const [deno, ours] = [await asDeno(root), await asOurs(root)];
  expect(deno.code.filter((path) => !ours.includes(path))).toEqual([
    "lib/deep/a.ts",
    "lib/deep/b.ts",
    "lib/f.ts",
    "other/mapped.ts",
  ]);
});
