import { expect, test } from "@jest/globals";
import { compareWithLive } from "../../../../kit/release/environments/loosened.ts";
import type { Rules } from "../../../../kit/release/environments/settings.ts";
import type { Manifest } from "../../../../kit/release/record/record.ts";
import { allGates, environmentsWorld, sha } from "./world.ts";

const live: Manifest = {
  schema: "prism-rollout/manifest@1",
  release: "production-20261120-aaaaaaaaaaaa-1",
  target: "production",
  commit: sha,
  runUrl: "",
  artifact: null,
  digests: {},
  gates: allGates,
};

const text = (
  more = "",
  gates = "{ migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers }",
) => `migrate: { directory: db }\n${more}targets:\n  production: { gates: ${gates} }\n`;

interface Case {
  readonly before?: string;
  readonly after?: string;
  readonly own?: Partial<Rules>;
  readonly live?: Manifest | undefined;
  readonly path?: string;
  readonly permissions?: Readonly<Record<string, "read" | "write">>;
}

async function compare(given: Case) {
  const path = given.path ?? "rollout.yml";
  const files = given.before === undefined ? {} : { [sha]: { [path]: given.before } };
  const world = await environmentsWorld({ files });
  try {
    const github = given.permissions ? await world.as(given.permissions) : world.github;
    const own: Rules = { gates: allGates, accept: [], bypass: {}, approvers: [], ...given.own };
    return await compareWithLive(github, "live" in given ? given.live : live, {
      target: "production",
      own,
      text: given.after ?? text(),
      path,
      commit: "b".repeat(40),
    });
  } finally {
    await world.close();
  }
}

test("the same rules are no loosening", async () => {
  expect(await compare({ before: text() })).toEqual({
    gates: allGates,
    accept: [],
    bypass: { migrate: false, "deploy-functions": false, "deploy-web": false },
    approvers: [],
    loosened: [],
    unverified: [],
  });
});

test("whoever is new among the approvers lets nothing pass in this very release", async () => {
  const before = text("plan: { approvers: [Ada] }\n");
  const after = text("plan: { approvers: [ada, eve] }\n");
  expect(await compare({ before, after, own: { approvers: ["ada", "eve"] } })).toMatchObject({
    approvers: ["ada"],
    loosened: [expect.stringContaining("approvers was")],
  });
  expect(await compare({ before: text(), own: { approvers: ["eve"] } })).toMatchObject({
    approvers: ["eve"],
  });
});

test("a gate that this release takes away, or makes weaker, still holds for it", async () => {
  const gates = { migrate: "wait-timer", "deploy-functions": "reviewers" } as const;
  expect(await compare({ before: text(), own: { gates } })).toMatchObject({
    gates: allGates,
    loosened: [
      "the gate of migrate was reviewers, is wait-timer: reviewers still holds for this release",
      "the gate of deploy-web was reviewers, is none: reviewers still holds for this release",
    ],
  });
});

test("a gate that is new holds at once", async () => {
  const before = text("", "none");
  expect(await compare({ before })).toMatchObject({ gates: allGates, loosened: [] });
});

test("a weakness that is newly accepted, and a bypass that is newly allowed, do not count yet", async () => {
  const before = text("plan: { accept: [self-review] }\n");
  const own = { accept: ["self-review", "admin-bypass"], bypass: { migrate: true } } as const;
  expect(await compare({ before, own })).toMatchObject({
    accept: ["self-review"],
    bypass: { migrate: false },
    loosened: [
      "allow-bypass is new for migrate: it does not hold for this release yet",
      "accept: admin-bypass is new: it does not hold for this release yet",
    ],
  });
});

test("what was accepted and allowed before stays so", async () => {
  const before = text("plan: { accept: [admin-bypass] }\ndeploy-web: { allow-bypass: true }\n");
  const own = { accept: ["admin-bypass"], bypass: { "deploy-web": true } } as const;
  expect(await compare({ before, own })).toMatchObject({ ...own, loosened: [] });
});

test.each([
  ["approvers: [ada]", "approvers: [ada, eve]", 'approvers was ["ada"], is ["ada","eve"]'],
  ["approvers: [ada]", "directory: db", 'approvers was ["ada"], is not set'],
  ["required-checks: [ci, e2e]", "required-checks: [ci]", "required-checks was"],
  ["release-refs: [main]", "release-refs: [main, dev]", "release-refs was"],
  ["directory: db", "require-healthy: false", "require-healthy was not set, is false"],
  ["directory: db", "on-unverified: warn", "on-unverified was not set, is warn"],
  ["allow-destructive: false", "allow-destructive: true", "allow-destructive was false, is true"],
])("«%s» that becomes «%s» is said", async (was, is, says) => {
  const of = (one: string): string => text().replace("directory: db", one);
  const { loosened } = await compare({ before: of(was), after: of(is) });
  expect(loosened).toEqual([expect.stringContaining(says)]);
  expect((await compare({ before: of(is), after: of(was) })).loosened).toEqual([]);
});

test("a setting that only moves in the file, or is written otherwise, is none", async () => {
  const before = text("deploy-web: { approvers: [ada] }\n");
  const after = before.replace("approvers: [ada]", 'approvers: "ADA"');
  expect((await compare({ before, after })).loosened).toEqual([]);
});

test("without a live release, with the same commit, or for a target that is new there is nothing to compare", async () => {
  const own = { gates: {}, accept: ["self-review"] } as const;
  const same = { gates: {}, accept: ["self-review"], loosened: [], unverified: [] };
  const free = { ...live, gates: {} };
  expect(await compare({ live: undefined, own })).toMatchObject(same);
  expect(await compare({ live: { ...free, commit: "b".repeat(40) }, own })).toMatchObject(same);
  expect(await compare({ live: free, before: "migrate: {}\n", own })).toMatchObject(same);
});

test("gates that the live release had by `with:` hold, although its file names none, and for its own commit, too", async () => {
  const own = { gates: {} };
  const holds = { gates: allGates, loosened: expect.arrayContaining([expect.stringContaining("migrate")]) };
  expect(await compare({ before: text("", "none"), own })).toMatchObject(holds);
  expect(await compare({ live: { ...live, commit: "b".repeat(40) }, own })).toMatchObject(holds);
});

test("where the rules moved to another file, nobody new may let anything pass", async () => {
  const approvers = ["ada", "eve"];
  const moved = { own: { approvers, gates: {} }, before: "targets:\n  staging: {}\n" };
  const of = async (more: Partial<Manifest>) => await compare({ ...moved, live: { ...live, ...more } });
  expect(await of({ approvers: ["Ada"] })).toMatchObject({ gates: allGates, approvers: ["ada"], accept: [] });
  expect(await of({})).toMatchObject({ approvers: [] });
  expect(await of({ approvers: [] })).toMatchObject({ approvers });
});

test("the file is found in its folder", async () => {
  const own = { gates: {} };
  expect(await compare({ before: text(), path: "apps/web/rollout.yml", own })).toMatchObject({
    gates: allGates,
  });
});

const unreadable: readonly (readonly [string, Case])[] = [
  ["is not there", {}],
  ["may not be read", { before: text(), permissions: { actions: "read" } }],
  ["is no YAML", { before: "a: [" }],
  ["declares what is no gate", { before: text("", "sometimes") }],
  ["has no such target", { before: "targets:\n  staging: {}\n" }],
];
test.each(unreadable)(
  "where the live release's file %s, the gates that it declared hold",
  async (_, given) => {
    const own = { gates: {}, accept: ["self-review"], bypass: { migrate: true } } as const;
    const compared = await compare({ ...given, own });
    expect(compared).toMatchObject({ gates: allGates, accept: [], bypass: {} });
    expect(compared.loosened).toHaveLength(3);
    expect(compared.unverified).toEqual([
      expect.stringMatching(
        /^the rules of production-20261120-aaaaaaaaaaaa-1, which is live, cannot be read \(.+\): the gates/,
      ),
    ]);
  },
);

test("where it declared none, the release's own rules hold, and it is said that nobody could compare", async () => {
  const own = { gates: {}, accept: ["self-review"] } as const;
  const compared = await compare({ live: { ...live, gates: {} }, own });
  expect(compared).toMatchObject({ gates: {}, accept: ["self-review"], loosened: [] });
  expect(compared.unverified).toEqual([
    expect.stringContaining("nobody can tell whether this release loosens"),
  ]);
});
