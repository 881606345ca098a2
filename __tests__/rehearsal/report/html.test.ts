import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { htmlReport } from "../../../rehearsal/report/html.ts";
import { drawingIn } from "../../../rehearsal/release/kept-drawing.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import {
  heldRelease,
  inventedReleases,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";
import { elementsOf, textOf } from "./elements.ts";
import { drawing } from "./invented-drawing.ts";

/** The one address in a report that leads anywhere. */
const docs = "https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#pr301";

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
  expect(page.match(/<rect class="wait"/g)).toHaveLength(3 + 1);
  expect(page).toContain("fill: url(#hatch)");
  expect(textOf(page)).toContain("waited at a gate worked failed from 0 to 22.6 s");
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

test("what observe has counted is drawn in its phase, in the place of GitHub's diagram", () => {
  const phases = releasedRelease.phases.map((phase) =>
    phase.name === "observe"
      ? { ...phase, summary: `${phase.summary}\n\n\`\`\`mermaid\nxychart-beta\n\`\`\`\n` }
      : phase,
  );
  const page = htmlReport([{ ...releasedRelease, phases, drawing }]);
  const pictures = elementsOf(page).filter(({ attributes }) => attributes["class"] === "rollout-drawing");
  expect(pictures.map(({ attributes }) => attributes["role"])).toEqual(["img", "img"]);
  expect(textOf(page)).toContain(
    "The course of the test. 0 failures in 32 attempts; there, 4 or more would fail",
  );
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
  expect(text).toContain("code changed, then put back verify_jwt: false");
  expect(text).toContain("before 0007 peak 0012 after 0012 changed; the schema never goes back by itself");
});

test("an error that only repeats the report is told once", () => {
  expect(textOf(htmlReport([heldRelease])).split("merge, and release again").length - 1).toBe(2);
});

test("several releases are sections of one page, each to be reached from its top", () => {
  const elements = elementsOf(htmlReport(inventedReleases));
  const targets = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
  const links = elements.flatMap(({ name, attributes }) => (name === "a" ? [attributes["href"] ?? ""] : []));
  expect(new Set(targets).size).toBe(targets.length);
  expect(links.length).toBeGreaterThan(inventedReleases.length);
  const outside = links.filter((link) => !link.startsWith("#"));
  expect(new Set(outside)).toEqual(new Set([docs]));
  expect(links.filter((link) => !outside.includes(link) && !targets.includes(link.slice(1)))).toEqual([]);
  expect(elements.filter(({ name }) => name === "h2")).toHaveLength(inventedReleases.length);
});

test("headings leave out no level, tables have captions or headings and scopes, and nothing is loaded", () => {
  const elements = elementsOf(htmlReport(inventedReleases));
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

test("who let it through at which gates is said with the outcome", () => {
  expect(textOf(htmlReport([rolledBackRelease]))).toContain(
    "Gates ada approved migrate, deploy-web; grace approved deploy-functions. Live",
  );
  expect(textOf(htmlReport([rejectedRelease]))).toContain("Gates ada rejected migrate. Live");
});

test("what a phase wrote is folded where all went well, and open where somebody will want to read it", () => {
  const page = htmlReport([rolledBackRelease]);
  const open = [...page.matchAll(/<details class="report" open=""><summary>(.*?)<\/summary>/g)];
  expect(open.map(([, words]) => words)).toEqual(["Report of smoke", "Report of rollback"]);
  expect(page).toContain('<details class="report"><summary>Report of plan');
  expect(htmlReport([releasedRelease])).not.toContain('<details class="report" open');
});

test("verdict, reason and next step stand first also where a job reports twice: those that do not pass", () => {
  const summary = ["Build", "Smoke"].map((title) => told(title, "pass")).join("\n") + told("Smoke", "fail");
  const text = textOf(htmlReport([{ ...heldRelease, phases: [inventedPhase("build", { summary })] }]));
  expect(text).toMatch(/build succeeded Verdict fail: Smoke is fail\. Next: run it again/);
});

function told(title: string, verdict: string): string {
  return `## ${title}: ${verdict}\n\n**${title} is ${verdict}.**\n\nNext: \`run it\` again.\n`;
}

test("commands are code, and the address of an error's explanation is a link", () => {
  const summary = told("Smoke", "fail");
  const page = htmlReport([
    { ...heldRelease, phases: [inventedPhase("smoke", { result: "failure", summary })] },
  ]);
  expect(page).toContain('<dt>Next</dt><dd class="lines"><code>run it</code> again.');
  expect(htmlReport([heldRelease])).toContain(`<a href="${docs}">What PR301 means</a>`);
});

test("what a test says in many lines keeps its blanks, and that a step has failed is not said beside it", () => {
  const message = "it fails\n\n  26 |  a();\n> 27 |    b();\n     |    ^\n";
  const exit = { level: "error", message: "Process completed with exit code 1." } as const;
  const annotations = [{ level: "error", message } as const, exit];
  const page = htmlReport([{ ...heldRelease, phases: [inventedPhase("smoke", { annotations })] }]);
  expect(page).toContain('it fails<pre class="quote">  26 |  a();\n&gt; 27 |    b();\n     |    ^</pre>');
  expect(page).not.toContain("exit code 1");
  const alone = htmlReport([{ ...heldRelease, phases: [inventedPhase("smoke", { annotations: [exit] })] }]);
  expect(alone).toContain("exit code 1");
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
