import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  startFunction,
  type BrokenFunction,
  type FunctionLog,
  type RunningFunction,
} from "../../../rehearsal/engines/deno.ts";

let folder: string;
const started: RunningFunction[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
});

afterAll(async () => {
  await Promise.all(started.map((one) => one.stop()));
  await rm(folder, { recursive: true, force: true });
});

interface Tried {
  readonly result: RunningFunction | BrokenFunction;
  readonly logs: FunctionLog[];
}

let count = 0;

async function run(
  files: Record<string, string>,
  more: { importMap?: string; npm?: boolean } = {},
): Promise<Tried> {
  const root = join(folder, `upload-${(count += 1)}`);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  if (more.npm) {
    const dependencies = { "@supabase/supabase-js": "*" };
    await writeFile(join(root, "package.json"), JSON.stringify({ type: "module", dependencies }));
    await symlink(join(import.meta.dirname, "../../../node_modules"), join(root, "node_modules"));
  }
  const logs: FunctionLog[] = [];
  const result = await startFunction({
    root,
    entrypoint: "supabase/functions/hello/index.ts",
    importMap: more.importMap,
    env: { GREETING: "hello" },
    cache: join(folder, "deno"),
    onLog: (entry) => logs.push(entry),
  });
  if (result.state === "running") started.push(result);
  return { result, logs };
}

async function answer({ result }: Tried, headers: Record<string, string> = {}): Promise<[number, string]> {
  if (result.state !== "running") throw new Error(result.reason);
  const response = await fetch(`${result.url}/hello`, { headers });
  return [response.status, await response.text()];
}

const entry = "supabase/functions/hello/index.ts";

test("a function that exports its handler, as the platform's own template does, is served", async () => {
  const text = `export default { fetch: async (request: Request) => new Response(\`\${request.method} \${Deno.env.get("GREETING")}\`) };`;
  expect(await answer(await run({ "supabase/functions/hello/index.ts": text }))).toEqual([200, "GET hello"]);
});

test("a function serves with its environment and its shared files, whatever port it asks for", async () => {
  const tried = await run({
    [entry]: `import { suffix } from "../_shared/suffix.ts";
      Deno.serve({ port: 8000 }, () => new Response(Deno.env.get("GREETING") + suffix));`,
    "supabase/functions/_shared/suffix.ts": `export const suffix: string = "!";`,
  });
  expect(await answer(tried)).toEqual([200, "hello!"]);
});

test("what it logs is whole, has a level and belongs to its request", async () => {
  const tried = await run({
    [entry]: `console.info("up");
      Deno.serve(() => { console.log("two\\nlines", { a: 1 }); throw new Error("on purpose"); });`,
  });
  expect(await answer(tried, { "x-sb-execution-id": "e-1" })).toEqual([500, "Internal Server Error"]);
  while (tried.logs.length < 3) await new Promise((resolve) => setImmediate(resolve));
  const [up, logged, thrown] = tried.logs;
  expect(up).toEqual({ level: "info", text: "up" });
  expect(logged).toEqual({ level: "log", text: "two\nlines { a: 1 }", execution: "e-1" });
  expect(thrown).toMatchObject({
    level: "error",
    execution: "e-1",
    text: expect.stringContaining("on purpose"),
  });
});

test("packages come from the node_modules of the upload", async () => {
  const tried = await run(
    {
      [entry]: `import { createClient } from "npm:@supabase/supabase-js@2";
        const client = createClient("http://127.0.0.1:1", "key");
        Deno.serve(() => new Response(typeof client.from));`,
    },
    { npm: true },
  );
  expect(await answer(tried)).toEqual([200, "function"]);
});

test("bare names come from the function's own deno.json, or from an import map", async () => {
  const config = { imports: { answer: "./answer.ts" } };
  const source = `import { n } from "answer"; Deno.serve(() => new Response(n));`;
  for (const name of ["deno.json", "import_map.json"]) {
    const importMap = `supabase/functions/hello/${name}`;
    const tried = await run(
      {
        [entry]: source,
        [importMap]: JSON.stringify(config),
        "supabase/functions/hello/answer.ts": `export const n = "42";`,
      },
      { importMap },
    );
    expect(await answer(tried)).toEqual([200, "42"]);
  }
});

test("a reason names files as they were uploaded, not where they lie here", async () => {
  const { result } = await run({ [entry]: `import "./absent.ts";` });
  expect(result).toMatchObject({ reason: expect.stringContaining('"supabase/functions/hello/absent.ts"') });
});

test.each([
  ["a syntax error", "const = 1;", "bundle"],
  ["a file that is not there", `import "./absent.ts";`, "bundle"],
  ["a package that is not there", `import "npm:absent-package@1";`, "bundle"],
  ["a module of the web", `import "https://deno.land/x/mod.ts";`, "bundle"],
  ["a jsr package", `import "jsr:@std/assert@1";`, "bundle"],
  ["an exception at start", `throw new Error("no key");`, "boot"],
  ["never serving", `const unused = 1;`, "boot"],
])("%s is told apart, with a reason of one line", async (_, source, at) => {
  const { result } = await run({ [entry]: source });
  expect(result).toMatchObject({ state: "broken", at, reason: expect.stringMatching(/^.{10,}$/) });
});
