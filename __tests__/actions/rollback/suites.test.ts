import { afterEach, expect, test } from "@jest/globals";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";
import { suiteProject } from "../../support/suite-project.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const head = `import { expect, test } from "@playwright/test";\n`;
const tagged = (text: string): string => `${head}
test("serves", { tag: "@rollback" }, async ({ request }) => {
  expect(await (await request.get("/")).text()).toContain(${JSON.stringify(text)});
  expect(process.env.ACCOUNT).toBe("an account");
});
test("is for the new release alone", async () => { throw new Error("must not run after a rollback"); });\n`;

/** Rolls a release back, with suites of the repository beside it. */
async function rolledBack(
  file: string,
  given: Readonly<Record<string, string>> = {},
): Promise<LiveRelease & { done: Awaited<ReturnType<LiveRelease["rollback"]>> }> {
  const { world } = await suiteProject({ "e2e/a.spec.ts": file }, { browser: false });
  const common = { playwright: ".", install: "none", "install-browsers": "none" };
  const accounts = { "playwright-accounts": "ACCOUNT=an account" };
  const made = await liveRelease({ given: { ...common, ...accounts, ...given } });
  open.push(made);
  const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
  const sections = [...made.world.sections, "smoke"];
  const done = await made.rollback({ needs, ...accounts }, { root: world.root, env: world.env, sections });
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.before);
  return { ...made, done };
}

test("the tests that have the tag run on what is back, and only they; then it is verified", async () => {
  const { done } = await rolledBack(tagged("one"));
  expect(done.report.verdict).toBe("pass");
  expect(done.report.evidence).toContainEqual(
    expect.stringMatching(/^1 of 1 Playwright tests passed on what is back/),
  );
  expect(done.outputs.timeline).toMatch(/"moment":"verified","at":"2026/);
}, 60_000);

test("one that fails is told, with its row; what is back stays back, but is not called verified", async () => {
  const { done, standing } = await rolledBack(tagged("another app"));
  expect(done.report).toMatchObject({
    verdict: "fail",
    reason: "Rolled back: smoke says fail; a suite fails on what is back: a.spec.ts › serves fails.",
  });
  expect(done.report.tables?.map(({ title }) => title)).toContainEqual(
    expect.stringMatching(/^Failing tests: \d+ of \d+$/),
  );
  expect(done.outputs.timeline).toContain('"moment":"verified","at":null');
  // By then the record is closed: a suite that hangs keeps nobody from the target.
  expect(await standing()).toMatchObject({ state: "inactive" });
}, 60_000);

const probe = (text: string, tags: readonly string[]): object => ({
  name: `serves ${text}`,
  path: "/",
  tags,
  expect: { text },
});

test("probes that have the tag are asked, too: one that fails is told", async () => {
  const none = `${head}test("a", async () => {});\n`;
  const good = await rolledBack(none, {
    probes: JSON.stringify([probe("one", ["@rollback"]), probe("never", [])]),
  });
  expect(good.done.report.verdict).toBe("pass");
  expect(good.done.report.evidence).toContainEqual(
    expect.stringMatching(/^1 of 1 probes passed on what is back/),
  );
  const bad = await rolledBack(none, { probes: JSON.stringify([probe("another app", ["@rollback"])]) });
  expect(bad.done.report).toMatchObject({
    verdict: "fail",
    reason: expect.stringContaining("«serves another app» «another app» is not in it"),
  });
}, 60_000);

test("where no test has the tag, that is said, and nothing is installed for it", async () => {
  const given = { install: "echo must not run && exit 1" };
  const { done } = await rolledBack(`${head}test("a", { tag: "@rollback-later" }, async () => {});\n`, given);
  expect(done.report.verdict).toBe("pass");
  expect(done.report.evidence).toContain("no suite was run on what is back: no test has the tag @rollback");
  expect(done.outputs.timeline).toMatch(/"moment":"verified","at":"2026/);
});

test("suites that cannot be run say nothing of production, and nobody calls it verified", async () => {
  const { done } = await rolledBack(tagged("one"), { install: "echo the registry is down && exit 1" });
  expect(done.report.verdict).toBe("inconclusive");
  expect(done.report.reason).toContain("no suite could be run on it: `echo the registry is down");
  expect(done.outputs.timeline).toContain('"moment":"verified","at":null');
});

test("all tests, or none, as `rollback-specs` says", async () => {
  const all = await rolledBack(tagged("one"), { "rollback-specs": "all" });
  expect(all.done.report.reason).toContain("a.spec.ts › is for the new release alone fails");
  const none = await rolledBack(tagged("another app"), { "rollback-specs": "none" });
  expect(none.done.report.verdict).toBe("pass");
}, 60_000);
