import { afterEach, describe, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openCdn } from "../../../../kit/providers/cdns/cdns.ts";
import type { PatternKind } from "../../../../kit/providers/cdns/pattern.ts";
import { loseAnswer } from "../../../support/broken-http.ts";
import { fixtures } from "../../../support/cdns/fixtures.ts";
import { type CdnStage, cdnStage, patternOf } from "../../../support/cdns/stage.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { testWorld } from "../../../support/test-world.ts";
import { systemHttp } from "../../../../kit/ports/http.ts";

const open: CdnStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** What was found, for the table in docs/cdns.md. */
const found: Record<string, Record<string, string>> = {};

function note(cdn: string, what: string, said: string): void {
  (found[cdn] ??= {})[what] = said;
}

const kinds: readonly PatternKind[] = ["path", "prefix", "tag", "host", "everything"];
const paths = [
  "/",
  "/about",
  "/results",
  "/results?a=1",
  "/results/",
  "/results/x",
  "/results/x/y?b=2",
  "/results-old",
  "/resultsx/y",
];
/** What each kind must have renewed on the first origin; the rest of it stays. */
const below = paths.slice(2, 7);
const wanted: Readonly<Record<PatternKind, readonly string[]>> = {
  path: ["/results"],
  prefix: below,
  tag: below,
  host: paths,
  everything: paths,
};
/** What a vendor cannot leave: said in its README, and nowhere else. */
const along: Readonly<Record<string, readonly string[]>> = { "cloudfront path": ["/results?a=1"] };

describe.each(fixtures)("$name", (fixture) => {
  const start = async (): Promise<CdnStage> => {
    const made = await cdnStage(fixture);
    open.push(made);
    return made;
  };
  const knows = async ({ inputs }: CdnStage) => openCdn(inputs(), await testWorld());
  note(fixture.name, "soft", "none");
  // Something that this CDN can purge whatever it is.
  const aKind = fixture.name === "vercel" || fixture.name === "netlify" ? "tag" : "path";
  const some = patternOf(aKind, "http://x.y");

  test.each(kinds)("%s: exactly that is renewed, or it is refused before anything is sent", async (kind) => {
    const stage = await start();
    const { origins, visit, release, purge, standIn } = stage;
    const pattern = patternOf(kind, origins[0] ?? "");
    await visit(...paths);
    release("new");
    if (!(await knows(stage)).purges.has(kind)) {
      await expect(purge(pattern)).rejects.toMatchObject({
        code: "PR102",
        message: expect.stringContaining(`cannot purge exactly ${pattern}`),
      });
      expect(standIn.requests).toEqual([]);
      return note(fixture.name, kind, "refused");
    }
    await purge(pattern);
    const renewed = [...wanted[kind], ...(along[`${fixture.name} ${kind}`] ?? [])];
    const first = paths.map((path) => (renewed.includes(path) ? "new" : "old"));
    const second = kind === "host" ? paths.map(() => "old") : first;
    expect(await visit(...paths)).toEqual([...first, ...second]);
    note(fixture.name, kind, renewed.length === wanted[kind].length ? "exactly" : "with its queries");
  });

  test.each(kinds)(
    "%s, soft: the origin is asked, or it is refused before anything is sent",
    async (kind) => {
      const stage = await start();
      const { origins, visit, release, purge, standIn, cameFrom } = stage;
      const { purges, softens } = await knows(stage);
      const pattern = patternOf(kind, origins[0] ?? "");
      await visit("/results/", "/results");
      if (!softens.has(kind)) {
        if (!purges.has(kind)) return;
        await expect(purge(pattern, { soft: true })).rejects.toMatchObject({
          code: "PR102",
          message: expect.stringContaining("invalidate is true"),
        });
        expect(standIn.requests).toEqual([]);
        return;
      }
      const kept = standIn.state().cache.length;
      await purge(pattern, { soft: true });
      expect(standIn.state().cache).toHaveLength(kept);
      await visit("/results");
      expect(await cameFrom("/results")).toBe("cache");
      release("new");
      await purge(pattern, { soft: true });
      await visit("/results");
      expect((await visit("/results"))[0]).toBe("new");
      note(fixture.name, "soft", [...softens].join(", "));
    },
  );

  test("limits are kept by as few calls as they allow, and nothing is left out", async () => {
    const { purge, standIn } = await start();
    const { kind, items, calls } = fixture.calls;
    const names = Array.from({ length: items }, (_, index) =>
      kind === "tag" ? `tag:t${index}` : `/p${index}`,
    );
    await purge(names.join(","));
    const state = standIn.state() as unknown as { purges: { what?: unknown; body?: unknown }[] };
    expect(fixture.name === "http" ? state.purges.length : standIn.requests.length).toBe(calls);
    note(fixture.name, "calls", `${items} × ${kind}: ${calls}`);
    const told = JSON.stringify(state.purges);
    expect(
      names.filter((name) => !told.includes(`"${name.replace("tag:", "")}"`) && !told.includes(`"#${name}"`)),
    ).toEqual([]);
  });

  test("429 waits as it is told, and asks again", async () => {
    const { purge, standIn } = await start();
    standIn.change(({ faults }) =>
      faults.push({
        method: fixture.name === "http" ? "PURGE" : "POST",
        path: ".*",
        times: 1,
        status: 429,
        headers: { "retry-after": "12" },
      }),
    );
    const clock = { ...fakeClock(Date.now()) };
    await purge(some, { changes: { clock } });
    expect(clock.slept.filter((ms) => ms >= 12_000)).toEqual([12_000]);
  });

  test("503 and a page in its stead are told from an answer", async () => {
    const { purge, standIn } = await start();
    const fault = { method: fixture.name === "http" ? "PURGE" : "POST", path: ".*" };
    standIn.change(({ faults }) =>
      faults.push({ ...fault, times: 1, status: 503, body: "<html>busy</html>" }),
    );
    await purge(some, { changes: { clock: fakeClock(Date.now()) } });
    if (fixture.name === "http") return;
    standIn.change(({ faults }) =>
      faults.push({ ...fault, times: 1, status: 200, body: "<html>Sign in</html>" }),
    );
    await expect(purge(some)).rejects.toMatchObject({
      code: "PR306",
      message: expect.stringContaining("an HTML page"),
    });
  });

  const { errorInside } = fixture;
  if (errorInside !== undefined)
    test("a good status with an error inside is a refusal", async () => {
      const { purge, standIn } = await start();
      const { status, json } = errorInside;
      standIn.change(({ faults }) => faults.push({ method: "POST", path: ".*", times: 9, status, json }));
      await expect(purge(some)).rejects.toMatchObject({
        code: "PR304",
        message: expect.stringMatching(/no\b.*not purged/),
      });
    });

  test("an answer that is lost is asked for again: done twice is done once", async () => {
    const { purge, visit, release, standIn } = await start();
    await visit("/results");
    release("new");
    const method = fixture.name === "http" ? "PURGE" : "POST";
    const http = loseAnswer(systemHttp, method, /./);
    await purge(some, { changes: { http, clock: fakeClock(Date.now()) } });
    expect(await visit("/results")).toEqual(["new", "new"]);
    if (fixture.name !== "http") expect(standIn.requests.length).toBeGreaterThan(1);
  });

  test("the same purge again harms nothing, a later one renews again", async () => {
    const { purge, visit, release } = await start();
    const first = await purge(some, { key: "one" });
    expect(await purge(some, { key: "one" })).toHaveLength(first.length);
    await visit("/results");
    release("new");
    await purge(some, { key: "two" });
    expect(await visit("/results")).toEqual(["new", "new"]);
  });

  test("what the answers say of the cache is understood", async () => {
    const { purge, cameFrom } = await start();
    expect([await cameFrom("/results"), await cameFrom("/results")]).toEqual(["origin", "cache"]);
    await purge(some);
    expect(await cameFrom("/results")).toBe("origin");
  });

  test("a wrong token says which one to pass, none is said before anything is sent; neither is in a message", async () => {
    const { purge, standIn } = await start();
    const token = "wrongtoken:wrongsecret";
    const refused = await purge(some, { given: { "cdn-token": token } }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: fixture.wrongToken });
    expect(JSON.stringify(refused) + String(refused)).not.toMatch(/wrongtoken:|wrongsecret/);
    const asked = standIn.requests.length;
    await expect(purge(some, { given: { "cdn-token": "" } })).rejects.toMatchObject({ code: "PR104" });
    expect(standIn.requests).toHaveLength(asked);
    expect(standIn.state()).toMatchObject({ purges: [] });
  });

  test("without what is to be purged, or its id, it says what to write", async () => {
    const { purge } = await start();
    await expect(purge("")).rejects.toMatchObject({
      code: "PR102",
      message: expect.stringContaining("needs `paths`"),
    });
    if (fixture.name === "http") return;
    await expect(purge(some, { given: { zone: "" } })).rejects.toMatchObject({
      code: "PR102",
      message: expect.stringContaining("needs `zone`"),
    });
  });
});

test("the table in docs/cdns.md is what was found here (meant? npm run golden, then npm run generate)", () => {
  const file = join(import.meta.dirname, "../../../golden/cdns.json");
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(file, "utf8")));
});
