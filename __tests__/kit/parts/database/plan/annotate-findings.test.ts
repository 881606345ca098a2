import { expect, test } from "@jest/globals";
import { findingAt } from "../../../../../kit/judge/finding.ts";
import { annotateFindings } from "../../../../../kit/parts/database/plan/annotate-findings.ts";
import { recordingLog } from "../../../../support/recording-log.ts";

const found = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    findingAt(
      { path: "supabase/migrations/0001_a.sql", text: "" },
      { line: at + 3, column: 5, sql: "" },
      "build-index",
      `public.t${at}`,
    ),
  );

test("each finding is a warning at the line of its statement, with why and the safe way", () => {
  const log = recordingLog();
  annotateFindings(found(2), { log });
  expect(log.lines).toEqual([
    "warning: build-index: public.t0: nobody may write while the index is built. CREATE INDEX CONCURRENTLY in a file of its own. (supabase/migrations/0001_a.sql:3)",
    expect.stringMatching(/public\.t1.*0001_a\.sql:4\)$/),
  ]);
});

test("GitHub shows ten of a kind: of the others it is said how many there are, and where", () => {
  const log = recordingLog();
  annotateFindings(found(13), { log });
  expect(log.lines).toHaveLength(11);
  expect(log.lines.at(-1)).toBe("info: 3 more warnings of the judge are in the details of the plan.");
});
