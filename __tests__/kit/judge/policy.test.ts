import { expect, test } from "@jest/globals";
import { type Policy, defaultPolicy, severityOf } from "../../../kit/judge/policy.ts";
import { type RuleId, ruleOf, rules } from "../../../kit/judge/rules.ts";
import { openCourt } from "../../support/judged.ts";
import { judge } from "../../../kit/judge/judge.ts";

const ids = Object.keys(rules) as readonly RuleId[];
const all = (word: "fail" | "warn" | "off"): Policy => ({
  data_loss: word,
  breaks_clients: word,
  opaque: word,
  tightens: word,
  lock_hazard: word,
});

test("by default what loses data, breaks clients or cannot be read is refused, the rest is told; drops are refused", () => {
  for (const id of ids) {
    const { axes, degree } = ruleOf(id);
    const hard = axes.some((axis) => ["data_loss", "breaks_clients", "opaque", "invalid"].includes(axis));
    const fails = degree !== "scoped" && (hard || degree === "drop");
    expect([id, severityOf(id, defaultPolicy)]).toEqual([id, fails ? "fail" : "warn"]);
  }
});

test("what is said of an axis holds for all that is on it: `fail` refuses all, `warn` nothing for its sake", () => {
  for (const id of ids) {
    const { axes } = ruleOf(id);
    expect([id, severityOf(id, all("fail"))]).toEqual([id, "fail"]);
    expect([id, severityOf(id, all("warn"))]).toEqual([id, axes[0] === "invalid" ? "fail" : "warn"]);
    for (const axis of axes) {
      if (axis === "invalid") continue;
      expect([id, severityOf(id, { [axis]: "fail" })]).toEqual([id, "fail"]);
      expect([id, severityOf(id, { ...all("fail"), [axis]: "warn" })]).toEqual([
        id,
        axes.length > 1 ? "fail" : "warn",
      ]);
    }
  }
});

test("what cannot be run is refused under any policy, and nothing else survives an axis that is off", () => {
  for (const id of ids) {
    const invalid = ruleOf(id).axes[0] === "invalid";
    expect([id, severityOf(id, all("off"))]).toEqual([id, invalid ? "fail" : "off"]);
  }
});

test("a policy of warnings lets pass what a default refuses; a waiver of an axis that is off is still a waiver", async () => {
  const { parser } = await openCourt();
  const files = [{ path: "1_x.sql", text: "-- rollout-allow: truncate empty\ntruncate a;\ndelete from b;" }];
  const seen = (policy: Policy) =>
    judge(parser, files, { policy }).flatMap(({ findings }) =>
      findings.map(({ rule, severity, waived }) => [rule, severity, waived]),
    );
  expect(seen(all("warn"))).toEqual([
    ["truncate", "warn", "empty"],
    ["delete-without-where", "warn", undefined],
  ]);
  expect(seen(all("off"))).toEqual([]);
});
