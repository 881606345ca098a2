import type { PhaseReport, ReleaseReport } from "../../rehearsal/report/model.ts";
import { approved, build, functions, migrate, pass, plan, purge, web } from "./invented-chain.ts";
import { begun, inOrder, inventedLive, inventedPhase, slugs, told } from "./invented-phase.ts";

const skipped = (name: string): PhaseReport => inventedPhase(name, { result: "skipped" });

const notes = [
  "GitHub, Supabase, Vercel and Cloudflare are stand-ins on this machine; Postgres, PostgREST, Deno and Chromium are real.",
  "Storage buckets and auth settings of the project are not played.",
];

function release(
  run: number,
  said: Pick<ReleaseReport, "outcome" | "phases" | "after" | "peak">,
): ReleaseReport {
  const phases = inOrder(said.phases);
  const end = Math.max(...phases.map(({ endedAt }) => endedAt ?? 0));
  return {
    release: `production-20261122-0123456789ab-${run}`,
    commit: "0123456789abcdef0123456789abcdef01234567",
    target: "production",
    startedAt: begun,
    milliseconds: end - begun + 130,
    before: inventedLive(1, "0007"),
    notes,
    ...said,
    phases,
  };
}

export const releasedRelease: ReleaseReport = release(1, {
  outcome: "released",
  after: inventedLive(2, "0012"),
  peak: undefined,
  phases: [
    build,
    plan,
    migrate,
    functions,
    web,
    purge,
    inventedPhase("smoke", {
      worked: 3900,
      ...told("Smoke", {
        ...pass,
        reason: "All suites pass on production.",
        evidence: ["3 of 3 Playwright suites pass", "9 of 9 tests pass"],
      }),
    }),
    inventedPhase("observe", {
      worked: 2400,
      ...told("Observe", {
        ...pass,
        reason: "40 of 40 attempts tell all that they must; no RPC failed.",
        evidence: ["40 of 40 attempts carry RESULTS_VERSION and attempt_no", "0 of 40 attempts failed"],
      }),
    }),
    skipped("rollback"),
  ],
});

const second = {
  code: "PR301",
  reason:
    'PR301: 0009_answers_index.sql failed: column "session_idd" does not exist (42703) at line 3. 0008 is applied and recorded; 0009 was rolled back.',
  next: "Correct the column's name in 0009_answers_index.sql, merge, and release again. (https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#pr301)",
};

export const heldRelease: ReleaseReport = release(2, {
  outcome: "held",
  after: { ...inventedLive(1, "0007"), ledger: "0008" },
  peak: undefined,
  phases: [
    build,
    plan,
    inventedPhase("migrate", {
      result: "failure",
      worked: 410,
      ...approved("migrate", "ada", 4200),
      ...told("Migrate", {
        verdict: "error",
        reason: second.reason,
        next: second.next,
        evidence: ["1 of 5 pending migrations is applied"],
        folded: [
          {
            title: "0009_answers_index.sql",
            text: "-- find answers by session\nset local lock_timeout = '5s';\ncreate index answers_by_session on answers (session_idd) where score < 3;",
          },
        ],
      }),
      annotations: [{ level: "error", message: `${second.reason} ${second.next}` }],
    }),
    ...["deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe", "rollback"].map(skipped),
  ],
});

export const rolledBackRelease: ReleaseReport = release(3, {
  outcome: "rolled-back",
  after: { ...inventedLive(1, "0007"), ledger: "0012" },
  peak: inventedLive(2, "0012"),
  phases: [
    build,
    plan,
    migrate,
    functions,
    web,
    purge,
    inventedPhase("smoke", {
      result: "failure",
      worked: 4300,
      ...told("Smoke", {
        verdict: "fail",
        reason:
          "results.token-guard.spec: «Valid token renders full results» fails on https://app.example.com.",
        next: "Look at the trace of the failed test; the results page asks an origin that CORS refuses.",
        evidence: ["2 of 3 Playwright suites pass", "8 of 9 tests pass"],
        tables: [
          {
            title: "Failed tests",
            columns: ["suite", "test", "what happened"],
            rows: [
              [
                "results.token-guard.spec",
                "Valid token renders full results",
                'Expected heading "Your results", got <h1>Something went wrong</h1>',
              ],
            ],
          },
        ],
      }),
      annotations: [
        {
          level: "error",
          message: "1 of 9 tests failed: results.token-guard.spec › Valid token renders full results",
        },
      ],
    }),
    skipped("observe"),
    inventedPhase("rollback", {
      worked: 1900,
      ...told("Rollback", {
        ...pass,
        reason: "Web, CDN and 4 functions are as they were before the release.",
        evidence: ["6 of 6 components are reverted", "8 of 8 cached answers carry the old marker"],
        tables: [
          {
            title: "Undone",
            columns: ["component", "was", "is", "state"],
            rows: [
              ["web", "dpl_new", "dpl_old", "reverted"],
              ["cdn", "new marker", "old marker", "reverted"],
              ...slugs.map((slug) => [slug, "new", "old", "reverted"]),
              ["schema", "0012", "0012", "irreversible: the schema never goes back by itself"],
            ],
          },
        ],
      }),
    }),
  ],
});

export const rejectedRelease: ReleaseReport = release(4, {
  outcome: "stopped",
  after: inventedLive(1, "0007"),
  peak: undefined,
  phases: [
    build,
    plan,
    inventedPhase("migrate", {
      result: "failure",
      waited: 5200,
      because: "rejected by ada at the environment production-migrate",
      gate: { environment: "production-migrate", answer: "rejected", by: "ada" },
    }),
    ...["deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe"].map(skipped),
  ],
});

/** One of each ending. */
export const inventedReleases = [releasedRelease, heldRelease, rolledBackRelease, rejectedRelease];
