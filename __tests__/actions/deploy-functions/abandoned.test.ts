import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { cutAfter } from "../../support/broken-http.ts";
import type { Platform } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage, sources } from "../../support/functions-stage.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

async function stage(): Promise<Stage> {
  const made = await functionsStage(spec.inputs, { lenient: false });
  open.push(made);
  return made;
}

/** A deployment that ends once this function's bundle is on the platform, as when its runner is lost. */
async function abandon({ world, inputs }: Stage, slug: string): Promise<void> {
  const http = cutAfter(systemHttp, "POST", /\/functions\/deploy$/);
  await deployFunctions(inputs({ functions: slug }), { ...world, http }).catch(() => undefined);
}

const staged = ({ functions }: Platform): readonly string[] =>
  [...functions].flatMap(([slug, one]) => (one.staged ? [slug] : []));
const liveText = ({ functions }: Platform, slug: string): string =>
  Buffer.from(functions.get(slug)?.live?.files.get(`supabase/functions/${slug}/index.ts`) ?? "").toString();

test("an abandoned bundle of a function that was never live makes room for the wanted one", async () => {
  const made = await stage();
  const { platform, world, inputs, write } = made;
  await abandon(made, "world");
  expect(staged(platform)).toEqual(["world"]);
  await write({ "supabase/functions/world/index.ts": "export const wanted = 1;\n" });
  const { report } = await deployFunctions(inputs(), world);
  expect(report.verdict).toBe("pass");
  expect(liveText(platform, "world")).toContain("wanted");
  expect(staged(platform)).toEqual([]);
});

test("where the wanted bundle of one that was never live fails, it is not there afterwards", async () => {
  const made = await stage();
  const { platform, world, inputs, write } = made;
  await abandon(made, "world");
  await write({ "supabase/functions/world/index.ts": "SYNTAX ERROR\n" });
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
  expect(platform.functions.get("world")?.live).toBeUndefined();
});

/** Whether a platform's list shows the number of a bundle that waits: either may be so. */
const lists = [
  ["shows", true],
  ["does not show", false],
] as const;

test.each(lists)(
  "where the list %s what waits, it makes room for the wanted bundle",
  async (_, listsStaged) => {
    const made = await stage();
    const { platform, world, inputs, write } = made;
    await deployFunctions(inputs(), world);
    platform.listsStaged = listsStaged;
    await write({ "supabase/functions/world/index.ts": "export const abandoned = 1;\n" });
    await abandon(made, "world");
    await write({
      "supabase/functions/hello/index.ts": "export const wanted = 1;\n",
      "supabase/functions/world/index.ts": "export const wanted = 1;\n",
    });
    const before = platform.asked.length;
    expect((await deployFunctions(inputs(), world)).report.verdict).toBe("pass");
    for (const slug of ["hello", "world"]) expect(liveText(platform, slug)).toContain("wanted");
    expect(staged(platform)).toEqual([]);
    const puts = platform.asked.slice(before).filter((line) => line.startsWith("PUT"));
    expect(puts.length).toBeLessThanOrEqual(listsStaged ? 2 : 3);
  },
);

test.each(lists)(
  "of two abandoned bundles that made room, both are what they were when one wanted bundle fails, where the list %s them",
  async (_, listsStaged) => {
    const made = await stage();
    const { platform, world, inputs, write } = made;
    await deployFunctions(inputs(), world);
    platform.listsStaged = listsStaged;
    for (const slug of ["hello", "world"]) {
      await write({ [`supabase/functions/${slug}/index.ts`]: "export const abandoned = 1;\n" });
      await abandon(made, slug);
    }
    expect(staged(platform)).toEqual(["hello", "world"]);
    await write({
      "supabase/functions/hello/index.ts": "export const wanted = 1;\n",
      "supabase/functions/world/index.ts": "SYNTAX ERROR\n",
    });
    await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR421" });
    for (const slug of ["hello", "world"] as const) {
      expect(liveText(platform, slug)).toBe(sources[`supabase/functions/${slug}/index.ts`]);
    }
    expect(staged(platform)).toEqual([]);
  },
);

test("a new function beside a bundle that fails is never activated, and the next deployment makes room for it", async () => {
  const made = await stage();
  const { platform, world, inputs, write } = made;
  await deployFunctions(inputs({ functions: "hello" }), world);
  await write({ "supabase/functions/hello/index.ts": "SYNTAX ERROR\n" });
  const before = platform.asked.length;
  platform.fault = ({ method }) => (method === "PUT" || method === "DELETE" ? { status: 403 } : undefined);
  await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({
    code: "PR421",
    message: expect.stringMatching(
      /^1 of 2 functions could not be bundled.*hello.*live is wholly what it was: 2 of 2 functions\.$/,
    ),
  });
  expect(platform.asked.slice(before).filter((line) => /^(PUT|DELETE)/.test(line))).toEqual([]);
  expect(platform.functions.get("world")?.live).toBeUndefined();

  platform.fault = () => undefined;
  await write({ "supabase/functions/hello/index.ts": "export const mended = 1;\n" });
  expect((await deployFunctions(inputs(), world)).report.verdict).toBe("pass");
  expect(liveText(platform, "world")).toBe(sources["supabase/functions/world/index.ts"]);
});

test.each([[1], [5]])(
  "a new function that somebody else deploys meanwhile as version %i stays theirs",
  async (version) => {
    const made = await stage();
    const { platform, world, inputs } = made;
    await deployFunctions(inputs({ functions: "hello" }), world);
    const before = platform.asked.length;
    const theirs = new Map([["supabase/functions/world/index.ts", Buffer.from("THEIRS")]]);
    platform.fault = ({ method, path }) => {
      const now = platform.functions.get("world");
      if (method !== "GET" || !path.endsWith("/functions") || !now?.staged || now.live) return undefined;
      const { metadata } = now.staged;
      const row = {
        id: "theirs",
        slug: "world",
        name: "world",
        status: "ACTIVE",
        version,
        ezbr_sha256: "theirs",
      };
      platform.functions.set("world", { ...now, live: { version, files: theirs, metadata }, row });
      return undefined;
    };
    await expect(deployFunctions(inputs(), world)).rejects.toMatchObject({ code: "PR442" });
    expect(liveText(platform, "world")).toBe("THEIRS");
    expect(platform.asked.slice(before).filter((line) => /^(PUT|DELETE)/.test(line))).toEqual([]);
  },
);
