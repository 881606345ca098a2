import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import { drawingIn } from "../../../rehearsal/release/kept-drawing.ts";
import type { PhaseReport, ReleaseReport } from "../../../rehearsal/report/model.ts";
import { hostile } from "../../support/hostile.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";
import { elementsOf, textOf } from "./elements.ts";

const all = [releasedRelease, heldRelease, rolledBackRelease, rejectedRelease];

test("first of all: outcome, release, seconds, reason, next step", () => {
  const text = textOf(htmlReport([heldRelease]));
  const first = text.slice(0, text.indexOf("Timeline"));
  for (const words of [
    "Held after 8.3 s",
    heldRelease.release,
    'Reason migrate: PR301: 0009_answers_index.sql failed: column "session_idd" does not exist',
    "Next Correct the column's name",
    "1 of 8 components changed.",
  ]) {
    expect(first).toContain(words);
  }
});

test("the timeline tells waits and work apart, in words and by pattern, and who approved", () => {
  const page = htmlReport([rolledBackRelease]);
  expect(textOf(page)).toContain(
    "deploy-functions succeeded waited 1.9 s worked 2.2 s approved by grace at production-deploy-functions",
  );
  expect(page.match(/<rect class="wait"/g)).toHaveLength(3);
  expect(page).toContain("fill: url(#hatch)");
});

test("each phase that ran tells evidence, annotations, report and log; the others are named", () => {
  const text = textOf(htmlReport([rolledBackRelease]));
  for (const words of [
    "Verdict fail: results.token-guard.spec: «Valid token renders full results» fails",
    "2 of 3 Playwright suites pass",
    "error: 1 of 9 tests failed",
    'Expected heading "Your results", got <h1>Something went wrong</h1>',
    "Log of smoke, 6 lines",
    "Not run: observe.",
  ]) {
    expect(text).toContain(words);
  }
});

const drawing = drawingIn(
  JSON.stringify({
    drawn: {
      path: {
        unit: "attempts",
        most: 39,
        fail: [1921, 3471],
        pass: [-1249, 301],
        points: [
          [0, 0],
          [32, 0],
        ],
      },
      events: {
        since: 1_000,
        edges: [0, 1_000, 2_000],
        slots: [
          { attempts: 1, failed: 0 },
          { attempts: 2, failed: 1 },
        ],
      },
    },
  }),
);

test("what observe has counted is drawn in its phase, in the place of GitHub's diagram", () => {
  const phases = releasedRelease.phases.map((phase) =>
    phase.name === "observe"
      ? { ...phase, summary: `${phase.summary}\n\n\`\`\`mermaid\nxychart-beta\n\`\`\`\n` }
      : phase,
  );
  const page = htmlReport([{ ...releasedRelease, phases, drawing }]);
  const pictures = elementsOf(page).filter(({ attributes }) => attributes["class"] === "rollout-drawing");
  expect(pictures.map(({ attributes }) => attributes["role"])).toEqual(["img", "img"]);
  expect(textOf(page)).toContain("The course of the test");
  expect(page).not.toContain("xychart-beta");
  expect(htmlReport([{ ...releasedRelease, phases }])).toContain("xychart-beta");
});

test("a file that holds anything but numbers where numbers are due is not drawn", () => {
  expect(Object.keys(drawing ?? {})).toEqual(["path", "events"]);
  const text = JSON.stringify({ drawn: drawing });
  for (const [at] of text.matchAll(/\d+/g))
    for (const word of ['"<script>"', "null", "1e999", "0.5"]) {
      const changed = text.replace(new RegExp(`\\b${at}\\b`), word);
      const drawn = drawingIn(changed);
      expect(JSON.stringify(drawn) ?? "").not.toMatch(/script|null|\.5/);
    }
  fc.assert(fc.property(fc.json(), (json) => void drawingIn(`{"drawn":${json}}`)));
  expect([drawingIn(undefined), drawingIn("<html>"), drawingIn("null")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("what was live is compared in words", () => {
  const text = textOf(htmlReport([rolledBackRelease]));
  expect(text).toContain("8 of 8 components had changed; 7 of 8 were put back, all but: ledger head.");
  expect(text).toContain("verify_jwt: false code changed, then put back");
  expect(text).toContain("before 0007 peak 0012 after 0012 changed; the schema never goes back by itself");
});

test("an error that only repeats the report is told once", () => {
  expect(textOf(htmlReport([heldRelease])).split("merge, and release again").length - 1).toBe(2);
});

test("several releases are sections of one page, each to be reached from its top", () => {
  const elements = elementsOf(htmlReport(all));
  const targets = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  const links = elements.flatMap(({ name, attributes }) => (name === "a" ? [attributes["href"] ?? ""] : []));
  expect(new Set(targets).size).toBe(targets.length);
  expect(links.length).toBeGreaterThan(all.length);
  expect(links.filter((link) => !targets.includes(link.replace(/^#/, "")))).toEqual([]);
  expect(elements.filter(({ name }) => name === "h2")).toHaveLength(all.length);
});

test("headings leave out no level, tables have captions or headings and scopes, and nothing is loaded", () => {
  const elements = elementsOf(htmlReport(all));
  const levels = elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(elements.filter(({ name, attributes }) => name === "th" && !attributes["scope"])).toEqual([]);
  expect(
    elements.filter(({ name }) => ["script", "link", "img", "iframe", "object", "base"].includes(name)),
  ).toEqual([]);
  expect(
    elements.filter(
      ({ attributes }) => "src" in attributes || Object.keys(attributes).some((one) => one.startsWith("on")),
    ),
  ).toEqual([]);
});

test("an empty list of releases is a page, too", () => {
  expect(textOf(htmlReport([]))).toContain("Rehearsal of 0 releases");
});

test("a log that is too long loses its middle and says so", () => {
  const log = Array.from({ length: 5000 }, (_, index) => `line ${index};`);
  const text = textOf(htmlReport([{ ...releasedRelease, phases: [inventedPhase("build", { log })] }]));
  expect(text).toContain("… 1000 lines are left out here …");
  expect(text).toContain("line 999;");
  expect(text).not.toContain("line 1000;");
  expect(text).toContain("line 4999;");
});

test.each(hostile)("is only text wherever it stands: %j", (text) => {
  const known = elementsOf(htmlReport([...all, everywhere("innocent")]));
  const names = new Set([...known.map(({ name }) => name), ...ofMarkdown]);
  const attributes = new Set(known.flatMap((one) => Object.keys(one.attributes)));
  const page = htmlReport([everywhere(text)]);
  const elements = elementsOf(page);
  expect(elements.filter(({ name }) => !names.has(name))).toEqual([]);
  expect(
    elements.flatMap((one) => Object.keys(one.attributes)).filter((one) => !attributes.has(one)),
  ).toEqual([]);
  for (const { attributes: given } of elements) {
    expect(given["href"] ?? "#").toMatch(/^#[a-z0-9-]*$/);
    expect(given["style"] ?? "left:0%").toMatch(/^left:[\d.]+%$/);
    expect(given["id"] ?? "hatch").toMatch(/^(?:hatch|release-1(?:-[a-z0-9-]+)?)$/);
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
  const words = { release: text, commit: text, target: text, notes: [text] };
  return {
    ...heldRelease,
    ...words,
    phases: [phase, inventedPhase(text, { result: "skipped" })],
    before: live,
    after: { ...live, web: null },
    peak: { ...live, ledger: null },
  };
}
