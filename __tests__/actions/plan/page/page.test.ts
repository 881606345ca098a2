import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { planPage } from "../../../../actions/plan/page/page.ts";
import { reportPlan } from "../../../../actions/plan/report-plan.ts";
import { spec } from "../../../../actions/plan/spec.ts";
import type { Plan, PlanPart } from "../../../../kit/release/plan/plan.ts";
import { expectSummary } from "../../../support/golden-summary.ts";
import { breakingPart, busyPart, extras, idlePart, planOf, whole } from "../../../support/planned-release.ts";
import { elements } from "../../../support/rendered.ts";

const bodyOf = (plan: Plan, more: Partial<typeof extras> = {}): string =>
  planPage(plan, { ...extras, ...more })
    .sections.map(({ text }) => text)
    .join("\n\n");

test("the first line says risk, what changes where, and whether it goes back by itself", () => {
  expect(planPage(planOf(whole), extras).headline).toBe(
    "Low risk: 2 migrations, 1 function, the web app and 1 purged route on production. Automatic rollback is on.",
  );
  expect(planPage(planOf(whole), extras).next).toBe(
    "Read this page, then approve or reject at production-migrate.",
  );
});

test("the page of a release that only grows, and of one that cannot go back", () => {
  expectSummary("plan-pass", spec, reportPlan(planOf(whole), extras));
  const breaking = planOf([breakingPart(), ...whole.slice(1)]);
  expectSummary("plan-high-risk", spec, reportPlan(breaking, extras));
});

test("a waived break is a high risk: rollback is off, and why", () => {
  const { headline } = planPage(planOf([breakingPart(), ...whole.slice(1)]), extras);
  expect(headline).toMatch(/^High risk: 1 migration, /);
  expect(headline).toMatch(/Automatic rollback is off, because 0014 is allowed to lose data or break/);
});

test("what a release that was held has left below it counts as much: nothing goes back past it", () => {
  const noRollback = "0013 is allowed to lose data or break the live code (production-20261120-x-1)";
  const plan = planOf(whole, { noRollback });
  expect(planPage(plan, extras).headline).toMatch(/^High risk: .*Automatic rollback is off, because 0013 /);
  expect(bodyOf(plan)).toContain("because automatic rollback is off.");
});

test("a function that opens to the world, and a web app without a way back, raise the risk", () => {
  const beware = ["Security: verify_jwt goes from true to false, so anybody may call it."];
  const open = busyPart("deploy-functions", [], { details: [{ what: "hello", how: [], beware }] });
  const stuck = busyPart("deploy-web", ["vercel"], { undo: { possible: "no", why: "nothing was live" } });
  expect(planPage(planOf([open]), extras).headline).toMatch(/^Look closely: 1 function on production\./);
  expect(planPage(planOf([stuck]), extras).headline).toMatch(
    /Automatic rollback is on, but not for deploy-web \(nothing was live\)\.$/,
  );
  expect(bodyOf(planOf([open]))).toMatch(/### Look here first\n\n- deploy-functions `hello`: Security: /);
  const rules = { declared: {}, loosened: ["migrate has no gate any more"], accepted: [], unverified: [] };
  const loose = planOf(whole, { rules });
  expect(planPage(loose, extras).headline).toMatch(/^Look closely: /);
  expect(bodyOf(loose)).toMatch(
    /### Look here first\n\n- \*\*This release loosens its own rules\*\*: migrate has no gate any more/,
  );
});

test("an empty plan is one line", () => {
  const page = planPage(planOf(whole.map(({ phase }) => idlePart(phase))), extras);
  expect(page.headline).toBe("production has this release already: nothing to do.");
  expect(page.sections).toEqual([]);
});

test("each gate says what approving does, up to the next pause", () => {
  const text = bodyOf(planOf(whole));
  expect(text).toContain(
    "**Approve** `production-migrate` (reviewers): migrate runs; the chain waits again at `production-deploy-functions`.",
  );
  expect(text).toContain("deploy-web runs, then without another pause purge-cdn, smoke and observe.");
  const withoutFunctions = bodyOf(planOf([whole[0], idlePart("deploy-functions"), whole[2], whole[3]]));
  expect(withoutFunctions).toContain("migrate runs; the chain waits again at `production-deploy-web`.");
  expect(withoutFunctions).toContain("Nothing to do, and no gate: deploy-functions.");
});

test("each gate says what rejecting does, by what was changed until then", () => {
  const text = bodyOf(planOf(whole));
  expect(text).toContain("**Reject** it: the release stops; nothing was changed until then.");
  expect(text).toContain("**Reject** it: the release is held; its migrations stay applied");
  expect(text).toContain("**Reject** it: the functions go back, if it is within `rollback-window` (60 min)");
  expect(bodyOf(planOf([breakingPart(), ...whole.slice(1)]))).toContain(
    "the release is held as it is; the functions of it stay live, because automatic rollback is off.",
  );
  expect(bodyOf(planOf([idlePart("migrate"), idlePart("deploy-functions"), whole[2]]))).toContain(
    "the release stops; nothing was changed until then.",
  );
});

test("without a gate nobody is told to approve, and a slice only tells of its own phases", () => {
  const free = planOf(whole, { gates: [] });
  expect(planPage(free, extras).next).toMatch(/^No gate is declared/);
  expect(bodyOf(free)).not.toContain("**Approve**");
  const slice = ["migrate", "deploy-functions"];
  const text = bodyOf(planOf(whole), { slice });
  expect(text).toContain("Not in this run: deploy-web and purge-cdn.");
  expect(text).not.toContain("### deploy-web");
  expect(text).toContain("deploy-functions runs.");
});

test("where nothing can be approved, nobody is told to", () => {
  const text = bodyOf(planOf(whole), { preview: true });
  expect(text).toContain("### migrate: 2 migrations");
  expect(text).not.toMatch(/\*\*Approve\*\*|\*\*Reject\*\*|Bound to|pauses/);
});

test("what cannot be undone and what could not be verified stands at its phase", () => {
  const text = bodyOf(planOf(whole));
  expect(text).toMatch(
    /### migrate[\s\S]*\*\*Undo:\*\* \*\*not possible\*\*: the schema stays\.[\s\S]*### deploy-/,
  );
  expect(text).toMatch(/### purge-cdn[\s\S]*\*\*Not verified:\*\* one runner sees one location/);
});

/** A page in which every text from outside is this one. */
function pageOf(text: string): string {
  const [migrate, functions, web, cdn] = whole;
  const of = (part: PlanPart): PlanPart => ({
    ...part,
    unverified: [text],
    details: [
      {
        what: text,
        how: [text],
        beware: [text],
        files: [{ path: text, is: "new" }],
        table: { columns: ["a", "b"], rows: [[text, text]] },
        source: { language: "sql", text },
      },
    ],
  });
  const stuck: PlanPart = { ...of(web), undo: { possible: "no", why: text } };
  const parts = [of(migrate), of(functions), stuck, of(cdn)];
  const rules = { declared: {}, loosened: [text], accepted: [], unverified: [] };
  const plan = planOf(parts, { base: text, notDeployed: [text], rules });
  return bodyOf(plan);
}

const hostile = [
  ...Array.from("`*_[](){}<>|~#$@!\\&-+=.: \n\r\t"),
  "```",
  "</details>",
  "<img src=x onerror=alert(1)>",
  "<!--",
  "-->",
  "[a](http://evil.example)",
  "![a](http://evil.example/x.png)",
  "http://evil.example",
  "www.evil.example",
  "eve@evil.example",
  "@ada",
  "#12",
  "\n# h",
  "\n- item",
  "1. ",
  "~~~",
  "&lt;b&gt;",
  "&#60;b&#62;",
  "| --- |",
  "x",
];

test("no file name, SQL, or word of a vendor becomes markup, a link or another row", () => {
  const harmless = elements(pageOf("x"));
  const texts = fc.array(fc.constantFrom(...hostile), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(texts, (pieces) => {
      expect(elements(pageOf(`${pieces.join("")}x`))).toEqual(harmless);
    }),
    {
      numRuns: 100,
      examples: [
        [["#", "#", "\n", "`"]],
        [["-", "-", "\n"]],
        [["=", "=", " "]],
        [["\\", "\\", "| --- |", "`"]],
      ],
    },
  );
});

test("what was tried stands as a table below the changes, with what its signs mean", () => {
  const trial = {
    title: "What the live web asks",
    columns: ["tried", "now"],
    rows: [["journeys/a.ts", "✗ a | b\n<b>c</b>"]],
    says: "✓ passes.",
  };
  const text = bodyOf(planOf([busyPart("migrate", ["0001"], { trials: [trial] })]));
  expect(text).toContain("#### What the live web asks\n\n| tried | now |");
  expect(text).toMatch(/\| `journeys\/a.ts` \| ✗ a &#124; b .*c.* \|\n\n✓ passes\./);
  expect(text).not.toContain("<b>");
});
