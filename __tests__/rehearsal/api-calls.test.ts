import { expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallTable } from "../../rehearsal/release/count-calls.ts";
import { rehearseReleases } from "../../rehearsal/release/rehearse-releases.ts";
import { root } from "../support/rehearse.ts";

const file = join(root, "__tests__/golden/api-calls.json");
const patience = 120_000;

/** What is asked until it is so: how often, the machine decides. Three times as often is still no growth. */
const polled = [
  /^observe supabase GET .*\/logs$/,
  /^deploy-web vercel GET \/(v13\/deployments|v9\/projects|v4\/aliases)/,
  /^purge-cdn cloudflare POST .*\/purge_cache$/,
];

async function callsOfHealthyRelease(): Promise<CallTable> {
  const heard: { outcome: string; calls: CallTable | undefined }[] = [];
  await rehearseReleases({
    steering: { approve: "all" },
    fail: [],
    // The app's own suites ask nobody whose calls are counted.
    skip: "commands",
    cancelAt: undefined,
    cancelAtGate: undefined,
    loseRunnerAt: undefined,
    oneJob: false,
    slice: undefined,
    rerun: undefined,
    supersede: undefined,
    runs: 1,
    env: process.env,
    say: () => undefined,
    onEvent: () => undefined,
    onReport: async ({ outcome, calls }) => void heard.push({ outcome, calls }),
  });
  expect(heard.map(({ outcome }) => outcome)).toEqual(["released"]);
  return heard[0]?.calls ?? {};
}

const lines = (table: CallTable): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(table).flatMap(([phase, own]) =>
      Object.entries(own).map(([route, count]) => [`${phase} ${route}`, count] as const),
    ),
  );

/** The calls that are more than they were, a line each. */
function grown(was: CallTable, is: CallTable): readonly string[] {
  const known = lines(was);
  return [...lines(is)].flatMap(([call, count]) => {
    const before = known.get(call) ?? 0;
    const most = polled.some((pattern) => pattern.test(call)) ? 3 * before : before;
    return count > most ? [`${call}: ${before} became ${count}`] : [];
  });
}

test("one more call, or a call that was not there, has grown; one that is gone has not", () => {
  const was = { plan: { "github GET /x": 2, "github GET /gone": 1 } };
  expect(grown(was, { plan: { "github GET /x": 2 } })).toEqual([]);
  expect(grown(was, { plan: { "github GET /x": 3 }, observe: { "github GET /x": 1 } })).toEqual([
    "plan github GET /x: 2 became 3",
    "observe github GET /x: 0 became 1",
  ]);
});

test(
  "a healthy release asks no API more often than it did (meant? npm run golden, and commit the table)",
  async () => {
    const is = await callsOfHealthyRelease();
    expect(Object.keys(is)).toEqual(expect.arrayContaining(["plan", "migrate", "deploy-web", "rollback"]));
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(is, null, 2)}\n`);
    const was = JSON.parse(readFileSync(file, "utf8")) as CallTable;
    expect(grown(was, is)).toEqual([]);
  },
  patience,
);
