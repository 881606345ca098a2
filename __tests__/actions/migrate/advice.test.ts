import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { adviseOn } from "../../../kit/parts/database/plan/advise.ts";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { type PlanPart, partDigest } from "../../../kit/release/plan/plan.ts";
import { applyPrelude } from "../../../rehearsal/engines/prelude.ts";
import { type MigrationServer, migrationServer } from "../../support/migration-world.ts";
import { busyPart } from "../../support/planned-release.ts";
import { type RecordingLog, recordingLog } from "../../support/recording-log.ts";

let server: MigrationServer;
beforeAll(async () => {
  server = await migrationServer();
});
afterAll(() => server.stop());

const files = ["supabase/migrations/0002_second.sql", "supabase/migrations/0003_third.sql"];
const pending = [
  "create table public.countries (code text primary key); grant select on public.countries to anon;",
  "create function public.total(a int, b int) returns int language sql security definer set search_path = '' as 'select 1';",
];
const details = files.map((what) => ({ what, how: [], beware: [] }));
const part = busyPart("migrate", ["0002", "0003"], { details });

type Given = Partial<Parameters<typeof adviseOn>[0]>;

/** What stands in the part once both files have run. */
async function advised(given: Given = {}): Promise<{ readonly part: PlanPart; readonly log: RecordingLog }> {
  const log = recordingLog();
  const advice = adviseOn({ onAdvisors: "warn", acceptedAdvice: {}, ...given }, { log });
  if (!advice) return { part, log };
  const { url } = await server.project();
  await applyPrelude(url);
  const database = await connectPostgres(url, "test");
  try {
    await advice.visitor.live?.(database);
    for (const [index, sql] of pending.entries()) {
      await database.script(sql);
      await advice.visitor.after?.(index, database, { path: files[index] ?? "" });
    }
    return {
      part: advice.shown(
        part,
        files.map((path) => ({ path })),
      ),
      log,
    };
  } finally {
    await database.close();
  }
}

const beware = (shown: PlanPart): unknown => shown.details?.map((detail) => detail.beware);

test("what pending files leave open stands in the warnings of the file that does it, and changes no digest", async () => {
  const { part: shown, log } = await advised();
  expect(beware(shown)).toEqual([
    [expect.stringMatching(/^advisor-rls-off: table public.countries is open to whoever has the public key/)],
    [expect.stringMatching(/^advisor-definer-callable: function public.total\(a integer, b integer\) runs/)],
  ]);
  expect(log.lines).toEqual([
    expect.stringMatching(/^warning: advisor-rls-off.* \(supabase\/migrations\/0002_second.sql:1\)$/),
    expect.stringMatching(/^warning: advisor-definer-callable.*0003_third.sql:1\)$/),
  ]);
  expect(partDigest(shown)).toBe(partDigest(part));
  expect(beware((await advised({ onAdvisors: "off" })).part)).toEqual([[], []]);
});

test("a policy of fail refuses it with file and the safe way; what is accepted with a reason is told, not refused", async () => {
  const acceptedAdvice = { "advisor-definer-callable public.total": "it adds two numbers" };
  await expect(advised({ onAdvisors: "fail", acceptedAdvice })).rejects.toMatchObject({
    code: "PR436",
    message: expect.stringMatching(
      /supabase\/migrations\/0002_second.sql: advisor-rls-off: .*ENABLE ROW LEVEL SECURITY(?!.*total)/s,
    ),
  });
  const all = { ...acceptedAdvice, "advisor-rls-off": "public data" };
  const { part: shown } = await advised({ onAdvisors: "fail", acceptedAdvice: all });
  expect(beware(shown)).toEqual([[], []]);
  expect(shown.details?.map(({ how }) => how)).toEqual([
    ["accepted: advisor-rls-off of table public.countries («public data»)"],
    [
      "accepted: advisor-definer-callable of function public.total(a integer, b integer) («it adds two numbers»)",
    ],
  ]);
});

test("accepted advice that there is not, or without a reason, is an error with the name that was meant", async () => {
  const acceptedAdvice = { "advisor-rls-of": "x", "advisor-invalid-index": " " };
  await expect(advised({ acceptedAdvice })).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringMatching(/did you mean advisor-rls-off\?; advisor-invalid-index gives no reason/),
  });
});
