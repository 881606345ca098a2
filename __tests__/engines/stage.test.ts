import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Keeper, startKeeper } from "../../kit/compatibility/keeper.ts";
import { type Stage, openStage } from "../../kit/compatibility/stage.ts";
import { installedDeno } from "../../rehearsal/engines/deno.ts";
import { type Postgres, startPostgres } from "../../rehearsal/engines/postgres.ts";
import { installedPostgrest } from "../../rehearsal/engines/postgrest.ts";
import { applyPrelude } from "../../rehearsal/engines/prelude.ts";
import { testWorld } from "../support/test-world.ts";

let folder: string;
let postgres: Postgres;
let keeper: Keeper;
let stage: Stage;
const outside = createServer((_, answer) => void answer.end("reached"));

const answer = (value: string): string => `async () => Response.json(await (async () => (${value}))())`;
const refused = (work: string): string =>
  `Deno.serve(${answer(`${work}.then(() => "done", (error) => error.name)`)});`;

/** What functions are made of, by name. */
const sources = (port: number): Readonly<Record<string, string>> => ({
  plain: `Deno.serve(${answer('"plain"')});`,
  "own-port": `Deno.serve({ port: 8000, onListen() {} }, ${answer('"own port"')});`,
  "handler-inside": `Deno.serve({ port: 9999, handler: ${answer('"inside"')} });`,
  waiting: `Deno.serve(() => { EdgeRuntime.waitUntil(Promise.reject(new Error("later"))); return new Response('"waited"'); });`,
  asks: `Deno.serve(${answer('(await fetch(Deno.env.get("SUPABASE_URL") + "/rest/v1/notes", { headers: { apikey: Deno.env.get("SUPABASE_SERVICE_ROLE_KEY") } })).status')});`,
  calls: `Deno.serve(${answer('await (await fetch(Deno.env.get("SUPABASE_URL") + "/functions/v1/plain")).json()')});`,
  "reaches-out": refused(`fetch("http://127.0.0.1:${port}/")`),
  "reads-files": refused('Deno.readTextFile("/etc/hostname")'),
  "runs-programs": refused('(async () => new Deno.Command("/bin/sh").output())()'),
  environment: `Deno.serve(${answer("Object.keys(Deno.env.toObject()).sort()")});`,
  broken: "throw new TypeError('no key');",
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  postgres = await startPostgres({ folder: join(folder, "data"), superuser: "supabase_admin" });
  const url = await postgres.createDatabase("project");
  await applyPrelude(url);
  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  keeper = startKeeper(process.env);
  let numbers = 0;
  const setting = {
    engines: { deno: installedDeno(), postgrest: installedPostgrest() ?? "" },
    keeper,
    folder: join(folder, "stages"),
    modules: undefined,
    env: { DECLARED: "1" },
    world: await testWorld(),
    signal: new AbortController().signal,
    next: () => (numbers += 1),
  };
  const functions = Object.entries(sources((outside.address() as AddressInfo).port)).map(([slug, code]) => {
    const files = [{ path: "index.ts", content: Buffer.from(code) }];
    return { slug, source: { files, entrypoint: "index.ts", importMap: null } };
  });
  await rm(setting.folder, { recursive: true, force: true });
  stage = await openStage(setting, "one", postgres.urlFor("project", "authenticator"), functions);
}, 120_000);
afterAll(async () => {
  await stage.close();
  await keeper.stop();
  await postgres.stop();
  outside.close();
  await rm(folder, { recursive: true, force: true });
});

async function called(slug: string): Promise<unknown> {
  return await (await fetch(`${stage.url}/functions/v1/${slug}`)).json();
}

test.each([
  ["plain", "plain"],
  ["own-port", "own port"],
  ["handler-inside", "inside"],
  ["waiting", "waited"],
  ["calls", "plain"],
  ["asks", 404],
])("a function serves as on the platform, whatever port it names: %s", async (slug, expected) => {
  expect(await called(slug)).toBe(expected);
});

test.each(["reaches-out", "reads-files", "runs-programs"])(
  "what is not approved yet is kept in: it %s",
  async (slug) => {
    expect(await called(slug)).toBe("NotCapable");
  },
);

test("a function sees what is declared and its own project, and nothing of the machine", async () => {
  const names = (await called("environment")) as readonly string[];
  // The rest is Deno's own.
  expect(names.filter((name) => !/^(DENO_.*|NO_COLOR|PATH)$/.test(name))).toEqual([
    "DECLARED",
    "SUPABASE_ANON_KEY",
    "SUPABASE_PUBLISHABLE_KEYS",
    "SUPABASE_SECRET_KEYS",
    "SUPABASE_SERVICE_ROLE_KEY",
    "SUPABASE_URL",
  ]);
});

test("one that does not start is told in Deno's words; what is no part of a shadow says so", async () => {
  expect([...stage.broken]).toEqual([["broken", "TypeError: no key"]]);
  expect(await called("broken")).toMatchObject({ code: "NOT_FOUND" });
  expect((await fetch(`${stage.url}/auth/v1/user`)).status).toBe(501);
});
