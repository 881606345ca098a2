import { describe, expect, test } from "@jest/globals";
import { type GitHub, connectGitHub, runContext } from "../../kit/ports/github.ts";
import { functionsApi } from "../../kit/providers/supabase/functions-api.ts";
import { patternFits } from "../../kit/parts/functions/imports/static-files.ts";
import { redirectsFile } from "../../kit/providers/hosts/netlify/routes.ts";
import { parseJson } from "../../kit/ports/parse-json.ts";
import { takeLease } from "../../kit/release/standing/lease.ts";
import { lastStatus } from "../../kit/release/record/statuses.ts";
import { fakeClock } from "../support/fake-clock.ts";
import { recordingLog } from "../support/recording-log.ts";
import { serveLoopback } from "../support/serve-loopback.ts";

// What `npm run fuzz` found in answers, each as small as it was made, and mended since.

const lease = { schema: "prism-rollout/lease@1", release: "r", runId: "1", runUrl: "u" } as const;

describe("what vendors answer", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const list = (answer: string) => {
    const http = async (): Promise<Response> => new Response(answer);
    const world = { http, clock: fakeClock(), log: recordingLog(), signal: new AbortController().signal };
    const access = { supabase: "x", supabaseAccessToken: "y", supabaseApiUrl: "http://127.0.0.1" };
    return functionsApi(world, access).list();
  };

  test("what is nested deeper than anything an API says is no answer of it", async () => {
    await expect(list(deep)).rejects.toMatchObject({ code: "PR306" });
    expect(parseJson(JSON.stringify({ text: "[".repeat(10_000), escaped: '\\"[' }))).toMatchObject({
      escaped: '\\"[',
    });
  });

  test("a function without an id is none, and a field of another type is not there", async () => {
    const one = { id: "1", slug: "hello", name: "hello", status: "ACTIVE", version: 1 };
    await expect(list(JSON.stringify([{ ...one, id: "" }]))).rejects.toMatchObject({ code: "PR306" });
    expect(await list(JSON.stringify([{ ...one, verify_jwt: "yes", ezbr_sha256: 7 }]))).toEqual([one]);
  });

  test("a rule of hundreds of signs for anything is tried once", () => {
    const own = `${"*".repeat(200)}/a/* /b/:splat 200`;
    expect(redirectsFile(own, { redirects: [], headers: [], leftOut: [] }, "assets")).toContain("/b/:splat");
    expect(patternFits(`${"**/".repeat(200)}x.txt`, "a/b/c/d/e/f/g.txt")).toBe(false);
  });

  test("a rule for an address that is none takes none", () => {
    const own = `${"\0".repeat(60_000)}/a/* /b/:splat 301`;
    expect(redirectsFile(own, { redirects: [], headers: [], leftOut: [] }, "assets")).toContain(
      "/index.html 200",
    );
  });
});

describe("GitHub's answers", () => {
  const asking = async (answer: unknown, work: (github: GitHub) => Promise<unknown>): Promise<unknown> => {
    const server = await serveLoopback((_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify(answer));
    });
    try {
      const context = runContext({ GITHUB_REPOSITORY: "acme/prism", GITHUB_API_URL: server.url });
      return await work(await connectGitHub("x", context)).catch((error: unknown) => error);
    } finally {
      await server.close();
    }
  };

  test.each([
    ["a lease that is null", [null], "0 is no object"],
    ["a deployment without an id", [{ id: "7", payload: {} }], "0.id is no number"],
  ])("a list with %s is refused: it might be the one that counts", async (_, answer, place) => {
    const said = await asking(answer, (github) => takeLease(github, runContext({}), "production", lease));
    expect(said).toMatchObject({ code: "PR306", message: expect.stringContaining(place) });
  });

  test("a status without words says nothing, and stops nobody", async () => {
    const said = await asking([{ state: "success", description: null }], (github) => lastStatus(github, 7));
    expect(said).toEqual({ state: "success", description: "" });
  });

  test("a list that always has one more page ends", async () => {
    const said = await asking([], (github) =>
      github.request("GET /repos/{owner}/{repo}/deployments", { page: 501 }),
    );
    expect(said).toMatchObject({ code: "PR306", message: expect.stringContaining("more than 500 pages") });
  });
});
