import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../actions/deploy-functions/spec.ts";
import type { Http } from "../../kit/ports/http.ts";
import type { SupabaseState } from "../../rehearsal/stand-ins/supabase/state.ts";
import { REF, TOKEN, type TestWorld, saying, startWorld } from "../rehearsal/stand-ins/supabase/world.ts";
import { cutAfter, loseAnswer } from "../support/broken-http.ts";
import { fakeClock } from "../support/fake-clock.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { testWorld } from "../support/test-world.ts";

/** The stand-in that the vendor's own client drives, with real Deno behind it. */
let backend: TestWorld;
beforeAll(async () => {
  backend = await startWorld();
}, 120_000);
afterAll(() => backend?.close());

let project: Awaited<ReturnType<typeof testWorld>>;
beforeEach(async () => {
  backend.supabase.change((state) => {
    for (const part of [state.functions, state.parked])
      for (const slug of Object.keys(part)) delete part[slug];
    state.faults.length = 0;
    state.tokens[TOKEN] = { user: "ada", permissions: "all" };
  });
  project = await testWorld({ clock: fakeClock() });
  await write("old");
  expect(await deploy()).toMatchObject({ code: "none" });
  await write("new");
});

async function write(text: string): Promise<void> {
  for (const slug of ["one", "two"]) {
    const file = join(project.root, `supabase/functions/${slug}/index.ts`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, saying(`${slug} ${text}`));
  }
}

async function deploy(http: Http = project.http): Promise<{ code: string; message: string }> {
  const inputs = inputsFrom(spec.inputs, {
    supabase: REF,
    "supabase-access-token": TOKEN,
    "supabase-api-url": backend.supabase.url,
    "functions-url": `${backend.supabase.gatewayUrl}/functions/v1`,
    functions: "one, two",
    "verify-jwt": "false",
    "require-healthy": "false",
    "deno-check": "off",
  });
  return await deployFunctions(inputs, { ...project, http }).then(
    ({ report }) => ({ code: "none", message: report.reason }),
    (error: { code: string; message: string }) => error,
  );
}

/** By the stand-in's own state. */
function live(): readonly string[] {
  return Object.values(backend.supabase.state().functions).map(({ slug, files }) => {
    const text = Buffer.from(files[`supabase/functions/${slug}/index.ts`] ?? "", "base64").toString();
    return text.includes(`${slug} new`) ? "new" : text.includes(`${slug} old`) ? "old" : "other";
  });
}

const fault =
  (method: string, path: string, status: number, headers = {}) =>
  (state: SupabaseState) =>
    void state.faults.push({ method, path, status, headers, times: 1000, json: { message: "not now" } });
const revoked = (state: SupabaseState) => void delete state.tokens[TOKEN];

test.each([
  ["500 to the activation", fault("PUT", ".*/functions", 500), "PR305", /wholly what it was: 2 of 2/],
  ["a storm of 429", fault("POST", ".*/deploy", 429, { "retry-after": "9" }), "PR307", /none was activated/],
  ["a bundle over the limit", fault("POST", ".*/deploy", 413), "PR421", /none was activated/],
  ["500 to the bundles", fault("POST", ".*/deploy", 500), "PR421", /none was activated/],
])(
  "%s leaves the old set, and says so; once it is over the next run brings the new one",
  async (_, order, code, said) => {
    backend.supabase.change(order);
    expect(await deploy()).toMatchObject({ code, message: expect.stringMatching(said) });
    expect(live()).toEqual(["old", "old"]);
    backend.supabase.change((state) => void (state.faults.length = 0));
    expect(await deploy()).toMatchObject({ code: "none" });
    expect(live()).toEqual(["new", "new"]);
  },
);

test.each([
  ["while the bundles are built", "POST", /2 of 2 functions could not be bundled, so none was activated/],
  ["before the activation", "PUT", /could not be read back: .*401/],
])("a token that is revoked %s leaves the old set", async (_, at, said) => {
  const revoking: Http = async (url, init) => {
    if (init?.method === at) backend.supabase.change(revoked);
    return await project.http(url, init);
  };
  expect(await deploy(revoking)).toMatchObject({ code: "PR302", message: expect.stringMatching(said) });
  expect(live()).toEqual(["old", "old"]);
});

test.each([
  ["its answer alone", loseAnswer, "none", /are live and answer/],
  ["everything after it", cutAfter, "PR301", /could not be read back/],
])("the activation arrives, but %s is lost: the new set is live", async (_, broken, code, said) => {
  const http = broken(project.http, "PUT", /\/functions$/);
  expect(await deploy(http)).toMatchObject({ code, message: expect.stringMatching(said) });
  expect(live()).toEqual(["new", "new"]);
});

test("a bundle that does not compile leaves the old set; somebody else's deployment is not overwritten", async () => {
  const two = join(project.root, "supabase/functions/two/index.ts");
  await writeFile(two, "const broken = ;\n");
  expect(await deploy()).toMatchObject({ code: "PR421", message: expect.stringMatching(/^1 of 2 .*two/) });
  expect(live()).toEqual(["old", "old"]);
  await writeFile(two, saying("two new"));
  let done = false;
  const meanwhile: Http = async (url, init) => {
    const answer = await project.http(url, init);
    if (!done && String(url).endsWith("/two/body")) {
      done = true;
      await backend.deploy("two", saying("theirs"));
    }
    return answer;
  };
  expect(await deploy(meanwhile)).toMatchObject({ code: "PR442" });
  expect(live()).toEqual(["old", "other"]);
});
