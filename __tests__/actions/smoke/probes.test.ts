import { expect, test } from "@jest/globals";
import { smoke } from "../../../actions/smoke/smoke.ts";
import { spec } from "../../../actions/smoke/spec.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import { parseConfig } from "../../../kit/config/config.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { json, onStage } from "../../support/probe-stage.ts";

test("a probe that fails fails the release before anything is installed, with an annotation at its line", async () => {
  await onStage(
    (_, response) => json(response, { ok: false }),
    async ({ url, world }) => {
      const text = `smoke:
  commands: ["exit 1"]
  install: echo must not run && exit 1
  playwright: [.]
  origins: [${url}]
  functions-url: ${url}/functions/v1
  publishable-key: sb_publishable_1
  probes:
    - { name: answers, function: f }

    - name: is well
      function: f
      expect: { json: { ok: true } }
`;
      const config = parseConfig(text, "stack/rollout.yml", "", [spec]);
      const inputs = readInputs("smoke", spec.inputs, () => "", config);
      const { outputs, report } = await smoke(inputs, world);
      expect(outputs).toEqual({ failed: "probes", "probes-verdict": "fail", "probes-outcome": "failed" });
      expect(report).toMatchObject({
        verdict: "fail",
        reason: "Probes: «is well» ok is false, expected true.",
        next: "The chain's rollback brings back what was live; look at the failing probes below.",
      });
      expectSummary("smoke-fail", spec, report);
      expect(report.evidence).toContainEqual(
        expect.stringMatching(/^1 of 2 probes passed on production in /),
      );
      expect(report.tables?.[0]?.rows).toEqual([
        ["is well", "POST function f", "ok is false, expected true"],
      ]);
      expect(world.log.lines.filter((line) => line.startsWith("error"))).toEqual([
        "error: is well: ok is false, expected true (stack/rollout.yml:11)",
      ]);
    },
  );
});

test("what is not the release is not asked: stale, and no verdict", async () => {
  await onStage(
    (_, response) => json(response, {}, 404),
    async ({ inputs, world, asked }) => {
      const given = inputs([{ name: "a", path: "/x" }], { marker: "another", "identity-timeout": "0s" });
      const { outputs, report } = await smoke(given, world);
      expect(outputs).toEqual({ "probes-verdict": "error", "probes-outcome": "stale" });
      expect(report.verdict).toBe("error");
      expect(asked.filter(({ url }) => url === "/x")).toEqual([]);
    },
  );
});
