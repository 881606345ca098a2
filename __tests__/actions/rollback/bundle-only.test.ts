import { readFile, rm, writeFile } from "node:fs/promises";
import { afterEach, expect, test } from "@jest/globals";
import type { FunctionsSnapshot } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A release on a platform that gives no sources back: bundles are all that there is. */
async function stage(options: Parameters<typeof liveRelease>[0] = {}): Promise<LiveRelease> {
  const made = await liveRelease({ withoutSources: true, phases: ["functions"], ...options });
  open.push(made);
  return made;
}

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
type Done = Awaited<ReturnType<LiveRelease["rollback"]>>;
const outcomes = ({ outputs }: Done): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );
const writes = ({ platform }: LiveRelease): readonly string[] =>
  platform.asked.filter((line) => /^(PATCH|POST|PUT|DELETE)/.test(line));

async function change({ world }: LiveRelease, how: (snapshot: FunctionsSnapshot) => unknown): Promise<void> {
  const file = world.emitted["snapshot"] ?? "";
  await writeFile(file, JSON.stringify(how(JSON.parse(await readFile(file, "utf8")) as FunctionsSnapshot)));
}

/** Of what becomes live, a snapshot that nobody could write the marks into. */
const unmarked = (snapshot: FunctionsSnapshot): unknown => ({
  ...snapshot,
  functions: Object.fromEntries(
    Object.entries(snapshot.functions).map(([slug, entry]) => [
      slug,
      {
        ...entry,
        becomes: entry.becomes && { digest: entry.becomes.digest, settings: entry.becomes.settings },
      },
    ]),
  ),
});

test.each([
  ["by the mark in its receipt", true],
  ["without a record by the mark in the snapshot", false],
])("what the release made live is known %s, and goes back", async (_, github) => {
  const made = await stage({ github });
  if (github) await change(made, unmarked);
  const given = github ? { needs } : { reason: "prices are wrong" };
  const done = await made.rollback(given);
  expect(outcomes(done)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("its dry run says that it can go back, and a second rollback that it is back", async () => {
  const made = await stage();
  const dry = await made.rollback({ "dry-run": "true" });
  expect(dry.report.verdict).toBe("pass");
  await made.rollback({ needs });
  const before = writes(made).length;
  const again = await made.rollback({ needs });
  expect(outcomes(again)).toMatchObject({ hello: "already", world: "already" });
  expect(writes(made)).toHaveLength(before);
});

test("what somebody else has deployed since is drift all the same", async () => {
  const made = await stage();
  await made.deployFunctions("hotfix");
  const live = made.live();
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "drift", world: "drift" });
  expect(made.live()).toEqual(live);
});

test.each([
  ["whose digest is another", (eszip: string) => ({ eszip })],
  ["that has no digest", () => ({ eszipSha256: undefined })],
])("a bundle %s is never sent back, and that is said", async (_, damage) => {
  const made = await stage();
  const other = Buffer.from('{"files":[],"metadata":{}}').toString("base64");
  await change(made, (snapshot) => {
    const { hello } = snapshot.functions;
    const damaged = { ...hello, was: { ...hello?.was, ...damage(other) } };
    return { ...snapshot, functions: { ...snapshot.functions, hello: damaged } };
  });
  const before = writes(made).length;
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "irreversible", world: "reverted" });
  expect(writes(made).slice(before)).toEqual([expect.stringMatching(/^PATCH .*\/world\?/)]);
  expect(made.world.log.lines).toContain(
    "warning: The snapshot of hello does not have the bundle that was live: it is left out.",
  );
});

test("a bundle whose way back is answered late is not sent again over what somebody else has deployed meanwhile", async () => {
  const made = await stage();
  const { platform } = made;
  let isAsked = false;
  platform.fault = ({ method, path }) => {
    const hello = platform.functions.get("hello");
    if (isAsked || method !== "PATCH" || !path.endsWith("/hello") || !hello) return undefined;
    isAsked = true;
    Object.assign(hello, { row: { ...hello.row, version: 9, ezbr_sha256: "theirs" } });
    return { status: 503, json: { message: "later" }, headers: { "retry-after": "120" } };
  };
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "failed" });
  expect(platform.functions.get("hello")?.row["ezbr_sha256"]).toBe("theirs");
  expect(JSON.stringify(done.report.tables)).toContain(
    "somebody else has deployed while Supabase did not answer",
  );
});

test("one that was done and answered late is sent once more, and is back", async () => {
  const made = await stage();
  let isAsked = false;
  made.platform.loseRestore = () => !isAsked && (isAsked = true);
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("sources that are readable before, and not after, still go back, and are known by the bundle that was built of them", async () => {
  const made = await stage({ withoutSources: false });
  made.platform.withoutSources = true;
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("a re-run of the release finds what it has made live by its bundle, and does nothing twice", async () => {
  const made = await stage();
  const before = writes(made).length;
  await made.again("functions");
  expect(writes(made)).toHaveLength(before);
  await rm(made.world.emitted["snapshot"] ?? "", { force: true });
});
