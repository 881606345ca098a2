import { expect, test } from "@jest/globals";
import { sayWatching } from "../../../actions/observe/say-watching.ts";
import { adviceFor } from "../../../rehearsal/own/advice.ts";
import { whyOf } from "../../../rehearsal/report/why.ts";
import { heldRelease, releasedRelease, rolledBackRelease } from "../../support/invented-releases.ts";

const head = "0123456789abcdef0123456789abcdef01234567";
const clean = {
  root: "/home/ada/shop",
  head,
  uncommitted: 0,
  isGit: true,
  live: { commit: "b".repeat(40), called: "HEAD^1" },
};

test.each([
  [
    "the last commit",
    {},
    "Mend it in /home/ada/shop, on top of your commit 0123456789ab; `git revert 0123456789ab` takes it back. Then rehearse again.",
  ],
  [
    "a branch",
    { live: { commit: "b".repeat(40), called: "where this branch left origin/main" } },
    "Mend it in /home/ada/shop, on top of your commit 0123456789ab. Then rehearse again.",
  ],
  [
    "what is not committed",
    { uncommitted: 1, live: { commit: head, called: "HEAD" } },
    "Mend it in /home/ada/shop (with 1 file that git has not committed), then rehearse again.",
  ],
  [
    "no repository",
    { isGit: false, head: undefined, live: undefined },
    "Mend it in /home/ada/shop, then rehearse again.",
  ],
])(
  "what was rolled back of %s is mended in one's own folder: the commit of the copy is nobody's",
  (_, change, next) => {
    const instead = adviceFor(rolledBackRelease, { ...clean, ...change });
    expect(instead).toEqual({ next });
    const why = whyOf({ ...rolledBackRelease, instead });
    expect(why).toMatchObject({ next, reason: whyOf(rolledBackRelease).reason });
  },
);

test("what is held says what its phase says, but nothing of a run or a halt", () => {
  const { next = "" } = adviceFor(heldRelease, clean) ?? {};
  expect(next).toMatch(/Mend it in \/home\/ada\/shop/);
  expect(next).not.toMatch(/resume|0badc0de/);
});

test("a verdict that stays open for want of people is no task", () => {
  const [observe = releasedRelease.phases[0]] = releasedRelease.phases.filter(
    ({ name }) => name === "observe",
  );
  if (observe === undefined) throw new Error("the invented release has no phases");
  const told = (evidence: string) =>
    adviceFor(
      { outcome: "watching", phases: [{ ...observe, name: "observe", evidence: [evidence] }] },
      clean,
    );
  expect(told("0 of 0 attempts failed")).toMatchObject({
    reason: expect.stringMatching(/^nobody uses a rehearsed release/),
    next: expect.stringMatching(/^Nothing to do\./),
  });
  // The app's own suites may count: then what it says of them holds.
  expect(told("0 of 3 attempts failed")?.reason).toBeUndefined();
  expect(adviceFor(releasedRelease, clean)).toBeUndefined();
});

test("a verdict that stays open in spite of traffic says what it lacks, and nothing of who looks again", () => {
  const [observe = releasedRelease.phases[0]] = releasedRelease.phases;
  if (observe === undefined) throw new Error("the invented release has no phases");
  const told = (next: string) => {
    const summary = `## Observe: inconclusive\n\n**WATCHING: 9 entries have no id.**\n\nNext: ${next}\n`;
    const phases = [{ ...observe, name: "observe", summary }];
    return adviceFor({ outcome: "watching", phases }, clean, "npm run visit")?.next;
  };
  const watched = sayWatching({ verdict: "inconclusive", reason: "", next: "" }, "2026-11-20T10:00:00Z").next;
  expect(told(`Set \`attempt-key\` to fields that all have. ${watched}`)).toBe(
    "Set `attempt-key` to fields that all have. Then rehearse again.",
  );
  expect(told(watched)).toMatch(/^Let --traffic bring more attempts/);
});

test.each([
  [
    "JSR package manifest for '@std/encoding' failed to load. Import 'https://jsr.io/@std/encoding/meta.json' failed.",
    "https://jsr.io/@std/encoding/meta.json",
    "jsr.io",
  ],
  [
    "Import 'https://deno.land/std@0.224.0/hex.ts' failed.",
    "https://deno.land/std@0.224.0/hex.ts",
    "deno.land",
  ],
])("a module that this machine did not get is told as that: %s", (says, address, host) => {
  const phases = heldRelease.phases.slice(0, 1).map((phase) => ({
    ...phase,
    name: "deploy-functions",
    result: "failure" as const,
    because: `Failed to bundle the function (reason: ${says})`,
    annotations: [],
    summary: "",
  }));
  const { next } = adviceFor({ outcome: "held", phases }, clean) ?? {};
  expect(next).toContain(`See whether ${address} is there, and whether this machine reaches ${host} `);
});
