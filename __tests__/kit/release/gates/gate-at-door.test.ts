import { expect, test } from "@jest/globals";
import { gateAtDoor } from "../../../../kit/release/gates/gate-at-door.ts";
import type { Gate, Gates } from "../../../../kit/release/gates/gates.ts";

const held: Gate = {
  phase: "migrate",
  environment: "production-migrate",
  declared: "reviewers",
  found: ["required_reviewers"],
  reviewers: ["ada"],
  bypass: false,
};

function door(gates: Gates, allowBypass: boolean, planned?: Gate, environment?: string) {
  return gateAtDoor({ gates, allowBypass, environment }, { gates: planned ? [planned] : [] }, "migrate");
}

test("a release that takes its own gate away is still held by the plan's", () => {
  expect(door({}, true, held)).toEqual({
    declared: "reviewers",
    bypass: false,
    reviewers: ["ada"],
    bySlice: false,
  });
  expect(door({ migrate: "wait-timer" }, true, held)).toMatchObject({ declared: "reviewers" });
});

test("a gate that is declared here holds although the plan has none", () => {
  expect(door({ migrate: "reviewers" }, true)).toEqual({
    declared: "reviewers",
    bypass: true,
    reviewers: [],
    bySlice: false,
  });
});

test("a bypass counts only where this phase and the plan allow it", () => {
  const gates = { migrate: "reviewers" } as const;
  expect(door(gates, true, { ...held, bypass: true })).toMatchObject({ bypass: true });
  expect(door(gates, false, { ...held, bypass: true })).toMatchObject({ bypass: false });
  expect(door(gates, true, held)).toMatchObject({ bypass: false });
});

test("the approval of another environment than the plan has looked at is none, however both are written", () => {
  expect(() => door({}, false, held, "production-deploy-web")).toThrow(
    expect.objectContaining({
      code: "PR203",
      message: expect.stringContaining("says that it has passed production-deploy-web"),
    }),
  );
  expect(door({}, false, held, "Production-Migrate")).toMatchObject({ declared: "reviewers" });
  expect(door({}, false, { ...held, declared: "none" }, "elsewhere")).toMatchObject({ declared: "none" });
});
