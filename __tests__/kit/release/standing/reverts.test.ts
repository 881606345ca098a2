import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Commit, isReverted } from "../../../../kit/release/standing/reverts.ts";

const sha = (letter: string): string => letter.repeat(40);
const bad: Commit = { sha: sha("b"), message: "Show scores (#12)\n\nas agreed" };
const by = (letter: string, message: string): Commit => ({ sha: sha(letter), message });
const git = (letter: string, of: string): Commit =>
  by(letter, `Revert "x"\n\nThis reverts commit ${sha(of)}.`);

test("git's own words revert, and the revert of a revert brings the commit back", () => {
  expect(isReverted(bad, [])).toBe(false);
  expect(isReverted(bad, [git("c", "b")])).toBe(true);
  expect(isReverted(bad, [git("c", "b"), git("d", "c")])).toBe(false);
  expect(isReverted(bad, [git("c", "b"), git("d", "c"), git("e", "d")])).toBe(true);
  expect(isReverted(bad, [git("c", "b"), git("d", "c"), git("e", "b")])).toBe(true);
});

test("a merge that is reverted, and a revert among others in a squash, count as well", () => {
  const merge = `Revert "Merge"\n\nThis reverts commit ${bad.sha}, reversing\nchanges made to ${sha("a")}.`;
  expect(isReverted(bad, [by("c", merge)])).toBe(true);
  const squash = `Go back (#14)\n\n* one\n\nThis reverts commit ${sha("f")}.\n\n* two\n\nThis reverts commit ${bad.sha}.`;
  expect(isReverted(bad, [by("c", squash)])).toBe(true);
});

test.each([
  ["Show scores (#12)", 'Revert "Show scores" (#13)\n\nReverts acme/app#12', true],
  ["Merge pull request #12 from acme/scores", 'Revert "Show scores" (#13)\n\nReverts acme/app#12', true],
  ["Show scores (#12)", "Revert it\n\nReverts #12", true],
  ["Show scores (#12)", 'Revert "y" (#13)\n\nReverts acme/app#121', false],
  ["Show scores (#12)", "See what Reverts acme/app#12 did", false],
  ["Show scores, see #12", 'Revert "Show scores" (#13)\n\nReverts acme/app#12', false],
])("a pull request that reverts another: %s, then %j: %s", (title, message, expected) => {
  expect(isReverted({ sha: bad.sha, message: title }, [by("c", message)])).toBe(expected);
});

test("the revert of a revert by pull requests brings the commit back", () => {
  const first = by("c", 'Revert "Show scores" (#13)\n\nReverts acme/app#12');
  const second = by("d", 'Revert "Revert …" (#14)\n\nReverts acme/app#13');
  expect(isReverted(bad, [first, second])).toBe(false);
});

test("other words, other commits and shortened ids of a few digits revert nothing", () => {
  for (const message of [
    `This reverts commit ${sha("d")}.`,
    `Let's revert ${bad.sha}`,
    "This reverts commit bb.",
  ])
    expect(isReverted(bad, [by("c", message)])).toBe(false);
});

test("a chain of reverts, each of the one before, leaves it reverted where their number is odd", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), (length) => {
      const id = (index: number): string => (index + 1).toString(16).padStart(40, "0");
      const chain = Array.from({ length }, (_, index) => {
        const of = index === 0 ? bad.sha : id(index - 1);
        return { sha: id(index), message: `This reverts commit ${of}.` };
      });
      expect(isReverted(bad, chain)).toBe(length % 2 === 1);
    }),
  );
});
