import { expect, test } from "@jest/globals";
import fc from "fast-check";

import { compareCommits } from "../../../../rehearsal/stand-ins/github/commit-graph.ts";
import { at, client, refusal, repository, sha, withGithub } from "./world.ts";

// a ── b ── d        e stands alone
//  └── c ──┘ (d merges c)
const commits = {
  [sha("a")]: [],
  [sha("b")]: [sha("a")],
  [sha("c")]: [sha("a")],
  [sha("d")]: [sha("b"), sha("c")],
  [sha("e")]: [],
};

test.each([
  ["a", "a", "identical", 0, 0],
  ["a", "d", "ahead", 3, 0],
  ["d", "b", "behind", 0, 2],
  ["b", "c", "diverged", 1, 1],
  ["main", "c", "behind", 0, 2],
])("%s...%s is %s", async (base, head, status, ahead_by, behind_by) => {
  await withGithub(repository({ commits, branches: { main: sha("d") } }), async (github) => {
    const name = (ref: string): string => (ref.length === 1 ? sha(ref) : ref);
    const basehead = `${name(base)}...${name(head)}`;
    const { data } = await client(github, "job").rest.repos.compareCommitsWithBasehead({ ...at, basehead });
    expect(data).toMatchObject({ status, ahead_by, behind_by, total_commits: ahead_by });
    expect(data.commits).toHaveLength(ahead_by);
  });
});

test("commits that share nothing, or are unknown, are not found", async () => {
  await withGithub(repository({ commits }), async (github) => {
    const { rest } = client(github, "job");
    const compare = (basehead: string): Promise<unknown> =>
      rest.repos.compareCommitsWithBasehead({ ...at, basehead });
    expect((await refusal(compare(`${sha("a")}...${sha("e")}`))).status).toBe(404);
    expect((await refusal(compare(`${sha("a")}...${sha("f")}`))).status).toBe(404);
  });
});

test("ahead and behind change places with the two commits, and lack what both have", () => {
  // Every commit's parents come before it: any such list is a history.
  const history = fc.array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(history, fc.nat(), fc.nat(), (lists, left, right) => {
      const state = repository({
        commits: Object.fromEntries(
          lists.map((parents, index) => [
            `c${index}`,
            index === 0 ? [] : [...new Set(parents.map((parent) => `c${parent % index}`))],
          ]),
        ),
      });
      const [base, head] = [`c${left % lists.length}`, `c${right % lists.length}`];
      const there = compareCommits(state, base, head);
      const back = compareCommits(state, head, base);
      expect(there.ahead.toSorted()).toEqual(back.behind.toSorted());
      expect(there.behind.toSorted()).toEqual(back.ahead.toSorted());
      expect(there.ahead.some((commit) => there.behind.includes(commit))).toBe(false);
      expect(there.ahead.length === 0).toBe(base === head || !there.ahead.includes(head));
      const below = there.mergeBase === undefined ? [] : compareCommits(state, "none", there.mergeBase).ahead;
      const common = compareCommits(state, "none", head).ahead.filter(
        (commit) => !there.ahead.includes(commit),
      );
      expect(there.mergeBase === undefined).toBe(common.length === 0);
      for (const one of common.filter((other) => !below.includes(other))) {
        expect(compareCommits(state, "none", one).ahead).not.toContain(there.mergeBase);
      }
      for (const commit of there.ahead) {
        // Oldest first: no parent comes after its child.
        const later = there.ahead.slice(there.ahead.indexOf(commit) + 1);
        expect(state.commits[commit]?.parents.some((parent) => later.includes(parent))).toBe(false);
      }
    }),
  );
});
