import { expect, test } from "@jest/globals";
import { jsonLine } from "../../../rehearsal/report/json.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import { heldRelease, releasedRelease, rolledBackRelease } from "../../support/invented-releases.ts";

test("a release is one line of JSON with the keys that are promised, in their order", () => {
  const line = jsonLine(heldRelease);
  expect(line).not.toContain("\n");
  const told = JSON.parse(line) as Record<string, unknown>;
  expect(Object.keys(told)).toEqual(["outcome", "release", "seconds", "phases", "before", "after", "notes"]);
  expect(told).toMatchObject({
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
