import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import type { PhaseReport, ReleaseReport } from "../../../rehearsal/report/model.ts";
import { hostile } from "../../support/hostile.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import { heldRelease, inventedReleases } from "../../support/invented-releases.ts";
import { elementsOf } from "./elements.ts";

/** The one address in a report that leads anywhere. */
const docs = "https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#pr301";

test.each(hostile)("is only text wherever it stands: %j", (text) => {
  const known = elementsOf(htmlReport([...inventedReleases, everywhere("innocent")]));
  const names = new Set([...known.map(({ name }) => name), ...ofMarkdown]);
  const attributes = new Set(known.flatMap((one) => Object.keys(one.attributes)));
  const page = htmlReport([everywhere(text)]);
  const elements = elementsOf(page);
  expect(elements.filter(({ name }) => !names.has(name))).toEqual([]);
  expect(
    elements.flatMap((one) => Object.keys(one.attributes)).filter((one) => !attributes.has(one)),
  ).toEqual([]);
  for (const { attributes: given } of elements) {
    expect(given["href"] === docs ? "#" : (given["href"] ?? "#")).toMatch(/^#[a-z0-9-]*$/);
    expect(given["style"] ?? "left:0%").toMatch(/^left:[\d.]+%$/);
    expect(given["id"] ?? "hatch").toMatch(/^(?:hatch|report|release-1(?:-[a-z0-9-]+)?)$/);
  }
  expect(page).not.toMatch(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/u);
});

test("whatever is told, the page stays well formed", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.array(fc.constantFrom(...hostile)).map((texts) => texts.join("\n")),
      ),
      (text) => {
        expect(() => elementsOf(htmlReport([everywhere(text)]))).not.toThrow();
      },
    ),
    { numRuns: 60 },
  );
});

/** What Markdown may become beside what every page has. */
const ofMarkdown = ["br", "ol", "h5", "h6"];

/** A release that has a text wherever one can be. */
function everywhere(text: string): ReleaseReport {
  const live = {
    functions: { [text]: { digest: text, settings: { [text]: text } } },
    web: text,
    served: { [text]: text },
    ledger: text,
  };
  const phase: PhaseReport = inventedPhase(text, {
    result: "failure",
    because: text,
    waited: 100,
    worked: 100,
    gate: { environment: text, answer: text, by: text },
    evidence: [text, `1 of 1 ${text}`],
    annotations: [{ level: "error", message: text }],
    summary: `## ${text}: fail\n\n**${text}**\n\nNext: ${text}\n\n${text}\n\n- ${text}\n\n| ${text} |\n| --- |\n| ${text} |\n\n<details><summary>${text}</summary>\n\n${text}\n\n</details>`,
    log: [text],
  });
  const calls = { [text]: { [text]: 1, [`github ${text}`]: 2 } };
  const call = { phase: text, vendor: text, method: text, path: text, status: 500, at: 0, milliseconds: 1 };
  const asked = [call, { ...call, phase: "plan" }, call];
  const words = { release: text, commit: text, target: text, notes: [text], calls, asked };
  return {
    ...heldRelease,
    ...words,
    phases: [phase, inventedPhase(text, { result: "skipped" })],
    before: live,
    after: { ...live, web: null },
    peak: { ...live, ledger: null },
  };
}
