import { expect, test } from "@jest/globals";
import type { AskedCall } from "../../../rehearsal/release/count-calls.ts";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import { releasedRelease } from "../../support/invented-releases.ts";
import { textOf } from "./elements.ts";

test("API calls are counted by phase and vendor, and told by route", () => {
  const calls = {
    "": { "github GET /user": 1 },
    plan: { "github GET /repos/:owner/:repo": 2, "supabase GET /v1/projects/:ref": 3 },
    "migrate+smoke": { "github GET /user": 4 },
  };
  const text = textOf(htmlReport([{ ...releasedRelease, calls }]));
  expect(text).toContain("API calls 10 calls of 2 APIs.");
  expect(text).toContain("Phase Worked github supabase In all");
  expect(text).toContain("plan 1.0 s 2 3 5");
  expect(text).toContain("In all 14.5 s 7 3 10");
  expect(text).toContain("3 supabase GET /v1/projects/:ref");
  expect(text).toContain("plan succeeded · worked 1.0 s · 5 API calls");
  expect(text).toContain("migrate succeeded · waited 3.1 s · worked 0.6 s · 4 API calls");
});

const call = (more: Partial<AskedCall>): AskedCall => ({
  phase: "plan",
  vendor: "supabase",
  method: "GET",
  path: "/v1/projects/abc",
  status: 200,
  at: releasedRelease.startedAt + 1250,
  milliseconds: 3.4,
  ...more,
});

test("each API call is told with its time; the same again after a refusal is a further try", () => {
  const busy = call({ status: 429, milliseconds: 0.2 });
  const slow = call({ status: 503, milliseconds: 40, path: "/v1/projects/abc/database" });
  const asked = [
    call({ phase: "migrate", vendor: "github", method: "POST", path: "/repos/o/r/deployments", status: 201 }),
    busy,
    busy,
    call({ path: "/v1/projects/abc/health", milliseconds: 81.6 }),
    call({ milliseconds: 12_340 }),
    call({}),
    slow,
    { ...slow, status: 200 },
  ];
  const text = textOf(htmlReport([{ ...releasedRelease, calls: { plan: { "supabase GET /": 5 } }, asked }]));
  const plan = text.indexOf("Calls of plan: 7, the slowest 12.3 s, 2 tried again");
  expect(plan).toBeGreaterThan(0);
  expect(text.indexOf("Calls of migrate: 1, 3 ms")).toBeGreaterThan(plan);
  expect(text).toContain("supabase GET /v1/projects/abc 429 under 1 ms at 1.25 s");
  expect(text).toContain("supabase GET /v1/projects/abc 429 try 2 under 1 ms");
  expect(text).toContain("supabase GET /v1/projects/abc/health 200 82 ms");
  expect(text).toContain("supabase GET /v1/projects/abc 200 try 3 12.3 s");
  expect(text).toContain("supabase GET /v1/projects/abc 200 3 ms");
  // Asked while the other one waited for its answer: no further try.
  expect(text).toContain("supabase GET /v1/projects/abc/database 200 40 ms");
});

test("a list of calls that is too long loses its middle and says so", () => {
  const asked = Array.from({ length: 1000 }, (_, index) => call({ path: `/number/${index};` }));
  const text = textOf(
    htmlReport([{ ...releasedRelease, calls: { plan: { "supabase GET /": 1000 } }, asked }]),
  );
  expect(text).toContain("Calls of plan: 1000, the slowest 3 ms");
  expect(text).toContain("… 700 calls are left out here …");
  expect(text).toContain("/number/99;");
  expect(text).not.toContain("/number/100;");
  expect(text).not.toContain("/number/799;");
  expect(text).toContain("/number/800;");
});
