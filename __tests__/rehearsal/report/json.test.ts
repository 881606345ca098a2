import { expect, test } from "@jest/globals";
import { renderReport } from "../../../kit/action/report.ts";
import { jsonLine } from "../../../rehearsal/report/json.ts";
import { whyOf } from "../../../rehearsal/report/why.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";
import { tellOnTerminal } from "./tell.ts";

test("a release is one line of JSON with the keys that are promised, in their order", () => {
  const line = jsonLine(heldRelease);
  expect(line).not.toContain("\n");
  const told = JSON.parse(line) as Record<string, unknown>;
  const keys = [
    "schema",
    "outcome",
    "release",
    "phase",
    "reason",
    "next",
    "seconds",
    "phases",
    "before",
    "after",
  ];
  expect(Object.keys(told)).toEqual([...keys, "notes"]);
  expect(told).toMatchObject({
    schema: "prism-rollout/rehearsal@1",
    outcome: "held",
    release: heldRelease.release,
    phases: [
      { name: "build", result: "success", seconds: 2.1 },
      {},
      { name: "migrate", seconds: 0.4 },
      ...Array.from({ length: 6 }, () => ({ result: "skipped", seconds: 0 })),
    ],
  });
});

test("reason and next step are those that a person is told", () => {
  for (const release of [heldRelease, rolledBackRelease, rejectedRelease]) {
    const { phase, reason, next } = whyOf(release);
    expect(JSON.parse(jsonLine(release))).toMatchObject({ phase, reason, next });
    const told = tellOnTerminal(release, { width: 1000 });
    expect(told).toContain(`reason  ${phase}: ${reason}`);
    expect(told).toContain(`next    ${next}`);
  }
  expect(JSON.parse(jsonLine(releasedRelease))).toMatchObject({
    phase: null,
    reason: null,
    next: "Nothing to do.",
  });
});

test("each phase has its verdict, reason and next step; of one that was skipped, or said nothing, what is known", () => {
  const summary = renderReport("Smoke", { verdict: "fail", reason: "2 of 9 fail.", next: "Look." });
  const passed = renderReport("Smoke", { verdict: "pass", reason: "All is well.", next: "Nothing to do." });
  const phases = [
    inventedPhase("build", { summary: passed }),
    inventedPhase("plan", { result: "failure", annotations: [{ level: "error", message: "no disk" }] }),
    inventedPhase("migrate", { result: "cancelled", summary: passed, because: "its runner was lost" }),
    inventedPhase("smoke", { result: "failure", summary }),
    inventedPhase("observe", { result: "skipped" }),
  ];
  const told = JSON.parse(jsonLine({ ...releasedRelease, phases })) as { readonly phases: object };
  expect(told.phases).toMatchObject([
    { name: "build", verdict: "pass", reason: "All is well.", next: "Nothing to do." },
    { name: "plan", verdict: null, reason: "no disk", next: null },
    { name: "migrate", verdict: null, reason: "its runner was lost", next: null },
    { name: "smoke", verdict: "fail", reason: "2 of 9 fail.", next: "Look." },
    { name: "observe", verdict: null, reason: null, next: null },
  ]);
});

test("of one's own repository the phase that decided says what to do here, not in production", () => {
  const instead = { next: "Mend it in /app, then rehearse again." };
  const told = JSON.parse(jsonLine({ ...heldRelease, instead })) as {
    readonly phases: readonly { readonly name: string; readonly next: string }[];
  };
  expect(told).toMatchObject({ phase: "migrate", ...instead });
  expect(told.phases.find(({ name }) => name === "migrate")?.next).toBe(instead.next);
});

test("what is live has sorted keys, however deep", () => {
  const settings = { verify_jwt: false, import_map: { z: 1, a: 2 } };
  const before = {
    ledger: "0007",
    served: { "https://b": "2", "https://a": "1" },
    web: "dpl_1",
    functions: { z: { settings, digest: "2" }, a: { settings, digest: "1" } },
  };
  expect(jsonLine({ ...releasedRelease, before })).toContain(
    '"before":{"functions":{"a":{"digest":"1","settings":{"import_map":{"a":2,"z":1},"verify_jwt":false}},"z":{"digest":"2","settings":{"import_map":{"a":2,"z":1},"verify_jwt":false}}},"ledger":"0007","served":{"https://a":"1","https://b":"2"},"web":"dpl_1"}',
  );
});

test("what ended before it is told where there was something: an older release, an earlier attempt", () => {
  expect(JSON.parse(jsonLine(releasedRelease, [{ outcome: "held" }, { outcome: "stopped" }]))).toMatchObject({
    outcome: "released",
    earlier: ["held", "stopped"],
  });
  expect(jsonLine(releasedRelease)).not.toContain('"earlier"');
});

test("a peak is told only where something was undone", () => {
  expect(Object.keys(JSON.parse(jsonLine(rolledBackRelease)) as object).at(-2)).toBe("peak");
  expect(jsonLine(releasedRelease)).not.toContain('"peak"');
});

test("seconds have one decimal, and no text breaks the line", () => {
  const phases = [inventedPhase("build", { worked: 1249, evidence: ["1 of 1\n\u2028\u2029\u0085 lines"] })];
  const line = jsonLine({ ...releasedRelease, milliseconds: 12_349, phases });
  expect(line).not.toMatch(/[\n\u2028\u2029\u0085]/);
  expect(JSON.parse(line)).toMatchObject({
    seconds: 12.3,
    phases: [{ seconds: 1.2, evidence: ["1 of 1\n\u2028\u2029\u0085 lines"] }],
  });
});

test("the results of the run's jobs are told where it was played", () => {
  const jobs = { plan: "success", run: "success", outcome: "released" };
  expect(JSON.parse(jsonLine({ ...releasedRelease, told: jobs }))).toMatchObject({ jobs });
});

test("what each phase has asked of each API is told of every release, where it was counted", () => {
  const calls = (count: number) => ({ plan: { "github GET /repos/:owner/:repo": count } });
  const earlier = [{ outcome: "stopped", calls: calls(1) }] as const;
  expect(JSON.parse(jsonLine({ ...releasedRelease, calls: calls(2) }, earlier))).toMatchObject({
    calls: [calls(1), calls(2)],
  });
  expect(jsonLine(releasedRelease)).not.toContain('"calls"');
});
