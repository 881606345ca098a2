import { expect, test } from "@jest/globals";
import { planPage } from "../../../../actions/plan/page/page.ts";
import { toLookAt } from "../../../../actions/plan/to-look-at.ts";
import { smoke } from "../../../../actions/smoke/smoke.ts";
import { readInputs } from "../../../../kit/action/read-inputs.ts";
import { renderReport } from "../../../../kit/action/report.ts";
import { parseConfig } from "../../../../kit/config/config.ts";
import { slackMessage } from "../../../../kit/notify/slack.ts";
import { checklistOf, checklistSection } from "../../../../kit/parts/checks/checklist.ts";
import { specs } from "../../../../scripts/specs.ts";
import { hostile } from "../../../support/hostile.ts";
import { extras, planOf, whole } from "../../../support/planned-release.ts";
import { json, onStage } from "../../../support/probe-stage.ts";
import { elements, readable } from "../../../support/rendered.ts";

const text = `smoke:
  checklist: ["{origin}/results/{session}?t={token} is whole", "{supabase} is calm", " "]
targets:
  production: { origins: [app.example.com], supabase: abc }
`;
const lines = ["https://app.example.com/results/{session}?t={token} is whole", "abc is calm"];

function sections(file: string) {
  const parsed = parseConfig(file, "rollout.yml", "production", specs);
  return {
    sections: parsed.sections,
    section: ((name, inputs) => readInputs(name, inputs, () => "", parsed)) as Parameters<
      typeof toLookAt
    >[0]["section"],
  };
}

test("the plan asks people to look, with what is known before anything is live", () => {
  const checklist = toLookAt(sections(text), []);
  expect(checklist).toEqual(lines);
  const page = planPage(planOf(whole, { checklist: lines }), extras).sections.find(
    ({ title }) => title === "the checklist",
  );
  expect(page?.text.split("\n\n")[0]).toBe("### Look yourself");
  expect(page?.text).toContain("What stands in braces is told by smoke, once it is known.");
  expect(elements(page?.text ?? "").filter((one) => one.startsWith("<input"))).toHaveLength(2);
});

test("nothing is asked where no list is declared, or where smoke is in another slice", () => {
  expect(toLookAt(sections("targets: { production: {} }\n"), [])).toBeUndefined();
  expect(toLookAt(sections("smoke: { checklist: [] }\ntargets: { production: {} }\n"), [])).toBeUndefined();
  expect(toLookAt(sections(text), ["migrate"])).toBeUndefined();
  expect(checklistSection([])).toEqual([]);
});

test("smoke shows the list with the session that its probes have made", async () => {
  await onStage(
    (_, response) => json(response, { id: "s/1", token: "t&<b>" }),
    async ({ inputs, url, world }) => {
      const probes = [{ name: "begins", rpc: "start", capture: { session: "id", token: "token" } }];
      const checklist = "{origin}/results/{session}?t={token} is whole\nstaged at {staged}";
      const given = inputs(probes, { checklist, "staged-url": "https://staged.example.com" });
      const page = renderReport("Smoke", (await smoke(given, world)).report);
      expect(page).toContain(`- [ ] <${url}/results/s%2F1?t=t%26%3Cb%3E> is whole`);
      expect(page).toContain("- [ ] staged at <https://staged.example.com>");
      expect(page).not.toContain("in braces");
      const before = await smoke({ ...given, stage: "before" }, world);
      expect(renderReport("Smoke", before.report)).not.toContain("Look yourself");
    },
  );
});

test("a name that nothing gives is refused before anything is changed", async () => {
  await onStage(
    () => undefined,
    async ({ inputs, world }) => {
      const before = smoke(inputs([], { checklist: "see {orign}", stage: "before" }), world);
      await expect(before).rejects.toMatchObject({
        code: "PR102",
        message: "smoke.checklist: nothing gives {orign}; did you mean {origin}?",
      });
      const literal = inputs([], { checklist: "see {{orign}}", stage: "before" });
      expect((await smoke(literal, world)).report.verdict).toBe("pass");
    },
  );
});

test("a line is text: on a page, in a value, in Slack", () => {
  for (const evil of hostile) {
    const [section] = checklistSection([evil.replaceAll("\n", " ")]);
    const found = elements(section?.text ?? "").filter(
      (one) => !/^<\/?(h3|ul|li|input|p|code|a)\b/.test(one),
    );
    expect({ evil, found }).toEqual({ evil, found: [] });
    expect(elements(section?.text ?? "").filter((one) => /on\w+=|javascript:/i.test(one))).toEqual([]);
    expect(readable(section?.text ?? "")).toContain("Look yourself");
    const [filled = ""] = checklistOf(
      ["{origin}/{evil}"],
      new Map([
        ["origin", "https://a"],
        ["evil", evil],
      ]),
    );
    expect(filled).toMatch(/^https:\/\/a\/[\w.~!*'()%-]*$/);
  }
  const told = {
    schema: "prism-rollout/notification@1" as const,
    kind: "gate-waiting" as const,
    target: "production",
    release: "r",
    what: "deploy-web waits for an approval",
    reason: "1 file",
    next: "Approve.",
    checklist: ["https://app.example.com is <!channel> calm"],
    links: { run: "https://github.com/x" },
  };
  expect(JSON.stringify(slackMessage(told))).toContain(
    "Look yourself:\\n• https://app.example.com is &lt;!channel&gt; calm",
  );
});
