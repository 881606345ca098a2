import { expect, test } from "@jest/globals";
import { refuseChanged, refuseSkipped, stillDue } from "../../../actions/plan/earlier-slice.ts";
import { cdnPart } from "../../../kit/parts/cdn/plan-cdn.ts";
import { cdnInputs } from "../../../kit/parts/cdn/inputs.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import type { PhaseName } from "../../../kit/release/phases.ts";
import type { PlanPart } from "../../../kit/release/plan/plan.ts";
import { inputsFrom } from "../../support/inputs-of.ts";

const inputs = (paths: string) =>
  inputsFrom(cdnInputs, { cdn: "cloudflare", zone: "z", origins: "app.example.com", paths });
const manifest = (work: "none" | "some") => ({
  schema: "prism-rollout/manifest@1" as const,
  release: "production-20261122-cccccccccccc-42",
  target: "production",
  commit: "c".repeat(40),
  runUrl: "",
  artifact: null,
  digests: { "purge-cdn": partDigest(cdnPart(inputs("/"), work)) },
});

test("a purge that an earlier slice planned is still due once the web is live", () => {
  const [part] = stillDue(manifest("some"), [cdnPart(inputs("/"), "none")]);
  expect(part?.work).toBe("some");
  expect(() => refuseChanged(manifest("some"), part ? [part] : [], ["purge-cdn"])).not.toThrow();
});

test("what was not planned is not due, and other paths are refused", () => {
  expect(stillDue(manifest("none"), [cdnPart(inputs("/"), "none")])[0]?.work).toBe("none");
  const other = stillDue(manifest("some"), [cdnPart(inputs("/a"), "none")]);
  expect(other[0]?.work).toBe("none");
  expect(() => refuseChanged(manifest("some"), other, ["purge-cdn"])).toThrow(/purge-cdn would not do now/);
});

const part = (phase: PhaseName, work: "none" | "some"): PlanPart => ({
  phase,
  work,
  decisions: null,
  measurements: null,
  undo: { possible: "yes" },
  unverified: [],
  says: [],
});

test("a slice that would leave out what is still to be done is refused, and says where to begin", () => {
  const parts = [
    part("migrate", "none"),
    part("deploy-functions", "some"),
    part("deploy-web", "some"),
    part("purge-cdn", "some"),
  ];
  const from =
    (slice: readonly PhaseName[], done: readonly PhaseName[] = []) =>
    () => {
      refuseSkipped(manifest("some"), parts, done, slice);
    };
  expect(from(["deploy-web"])).toThrow(/deploy-functions has not been done by production-20261122/);
  expect(from(["smoke", "observe"])).toThrow(/deploy-functions, deploy-web, purge-cdn have not been done/);
  expect(from(["deploy-functions"])).not.toThrow();
  expect(from(["migrate", "deploy-functions"])).not.toThrow();
});

test("a purge leaves nothing to be seen: that it was done is in the record", () => {
  const parts = [part("deploy-web", "none"), part("purge-cdn", "some")];
  expect(() => refuseSkipped(manifest("some"), parts, [], ["smoke"])).toThrow(/purge-cdn has not been done/);
  expect(() => refuseSkipped(manifest("some"), parts, ["purge-cdn"], ["smoke"])).not.toThrow();
});
