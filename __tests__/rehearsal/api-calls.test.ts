import { beforeAll, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CallTable } from "../../rehearsal/release/count-calls.ts";
import { type Rehearsed, rehearse, root } from "../support/rehearse.ts";

const file = join(root, "__tests__/golden/api-calls.json");
const patience = 120_000;

/** One rehearsal, told by three tests. The app's own commands, left out, ask nobody whose calls are counted. */
let healthy: Rehearsed;
beforeAll(async () => {
  healthy = await rehearse("--approve", "all", "--skip", "commands", "--runs", "2", "--json");
}, patience);

/** What is asked until it is so: how often, the machine decides. Three times as often is still no growth. */
const polled = [
  /^observe supabase GET .*\/logs$/,
  /^deploy-web vercel GET \/(v13\/deployments|v9\/projects|v4\/aliases)/,
  /^purge-cdn cloudflare POST .*\/purge_cache$/,
];

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

test("a healthy release goes live, and releasing the same commit again has nothing to do and passes no gate", () => {
  const { status, out, json } = healthy;
  expect({ status, outcome: json?.outcome }).toEqual({ status: 0, outcome: "released" });
  const released = out.split("\n").filter((line) => line.startsWith("released production-"));
  expect(released).toHaveLength(2);
  expect(out.match(/approved by ada/g)).toHaveLength(3);
  const results = Object.fromEntries((json?.phases ?? []).map(({ name, result }) => [name, result]));
  expect(results).toMatchObject({ plan: "success", migrate: "skipped", "deploy-web": "skipped" });
  expect(json?.after).toEqual(json?.before);
  expect(json?.after).toMatchObject({ ledger: "0012" });
});

test("what probes and suites have tried is counted, and apart from the people who use the release", () => {
  const [first] = healthy.json?.evidence ?? [];
  expect(first?.["smoke"]).toContainEqual(expect.stringMatching(/^7 of 7 probes passed on production in /));
  // The probes' session, the journey's, the one with full results and three that are finalized twice.
  expect(first?.["observe"]).toContain("0 of 6 synthetic attempts failed (counted apart)");
  const [, attempts] = /^0 of (\d+) attempts failed/m.exec(first?.["observe"]?.join("\n") ?? "") ?? [];
  expect(Number(attempts)).toBeLessThanOrEqual(40);
});

test("a healthy release asks no API more often than it did (meant? npm run golden, and commit the table)", () => {
  const is = healthy.json?.calls[0] ?? {};
  expect(Object.keys(is)).toEqual(expect.arrayContaining(["plan", "migrate", "deploy-web", "rollback"]));
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(is, null, 2)}\n`);
  const was = JSON.parse(readFileSync(file, "utf8")) as CallTable;
  expect(grown(was, is)).toEqual([]);
});
