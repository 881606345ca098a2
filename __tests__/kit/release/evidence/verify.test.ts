import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Facts, type Statement, statementOf } from "../../../../kit/release/evidence/statement.ts";
import { verifyStatement } from "../../../../kit/release/evidence/verify.ts";
import { type Receipt, complete, intend, receiptSha } from "../../../../kit/release/record/receipt.ts";

const release = "production-20261128-0123456789ab-42";

function chainOf(phase: Receipt["phase"], components: readonly string[]): readonly Receipt[] {
  const receipts: Receipt[] = [];
  for (const component of components) {
    const intent = { release, phase, attempt: 1, component, before: null, intended: component };
    const receipt = intend({ ...intent, approvedBy: ["ada"] }, receipts.at(-1));
    receipts.push(complete(receipt, "done", { id: component }));
  }
  return receipts;
}

const facts: Facts = {
  release,
  target: "production",
  commit: "0123456789abcdef0123456789abcdef01234567",
  repository: "acme/prism",
  run: "https://github.com/acme/prism/actions/runs/42",
  outcome: "released",
  because: "every phase said pass",
  digests: { migrate: "aa" },
  phases: [],
  reviews: [{ by: "ada", state: "approved", environments: ["production-migrate"] }],
  looks: [],
  undone: [],
  timeline: [],
  receipts: [...chainOf("migrate", ["0008", "0009", "0010"]), ...chainOf("deploy-web", ["web"])],
};
const sound = statementOf(facts);

/** The same file after somebody worked on it: a value of its own. */
function edited(edit: (draft: Draft) => void): unknown {
  const draft = structuredClone(sound) as unknown as Draft;
  edit(draft);
  return draft;
}
interface Draft {
  predicate: { receipts: { sha256: string; receipt: Receipt }[]; outcome: string; commit: string };
}

/** Changes a receipt as a forger does, who may also mend its digest. */
function change(receipts: Draft["predicate"]["receipts"], at: number, to: Partial<Receipt>, digest = "") {
  receipts.splice(
    at,
    1,
    ...receipts.slice(at, at + 1).map(({ sha256, receipt: was }) => {
      const receipt = { ...was, ...to };
      return { receipt, sha256: digest === "mended" ? receiptSha(receipt) : sha256 };
    }),
  );
}

const problemsOf = (value: unknown) => verifyStatement(value).problems;

test("what a release has written holds, also after it was read back from its text", () => {
  expect(problemsOf(JSON.parse(JSON.stringify(sound)))).toEqual([]);
  expect(problemsOf(statementOf({ ...facts, receipts: [] }))).toEqual([]);
});

test("a receipt that was changed is named, whether or not its digest was mended", () => {
  const mallory = edited(({ predicate: { receipts } }) => {
    change(receipts, 1, { approvedBy: ["mallory"] });
  });
  expect(problemsOf(mallory)).toContain(
    "receipt 2 of migrate (0009) was changed: it does not have its digest",
  );
  const mended = edited(({ predicate: { receipts } }) => {
    change(receipts, 1, { approvedBy: ["mallory"] }, "mended");
  });
  expect(problemsOf(mended)).toEqual([
    "receipt 2 of migrate (0009) is not the one on which receipt 3 was written: one of them was changed",
  ]);
  const result = edited(({ predicate: { receipts } }) => {
    change(receipts, 2, { after: { id: "another" } }, "mended");
  });
  expect(problemsOf(result)).toEqual(["the receipts of migrate do not end as its chain says"]);
});

test.each([
  [0, "receipt 1 of migrate is missing: receipt 2 stands in its place"],
  [1, "receipt 2 of migrate is missing: receipt 3 stands in its place"],
  [2, "receipt 3 of migrate is missing: 2 of 3 are there"],
  [3, "receipt 1 of deploy-web is missing: 0 of 1 are there"],
])("a receipt that was dropped is named (%i)", (index, problem) => {
  expect(problemsOf(edited(({ predicate }) => void predicate.receipts.splice(index, 1)))[0]).toBe(problem);
});

test("receipts that changed places are named", () => {
  const moved = edited(({ predicate: { receipts } }) => void receipts.push(...receipts.splice(0, 1)));
  expect(problemsOf(moved)[0]).toBe(
    "receipt 2 of migrate (0009) stands in another place than it was written in: receipt 1 is due there",
  );
});

test("what else was changed is seen by the whole", () => {
  expect(problemsOf(edited(({ predicate }) => void (predicate.outcome = "rolled-back")))).toEqual([
    "something beside the receipts was changed: the whole does not have the digest of its subject",
  ]);
  expect(problemsOf(edited(({ predicate }) => void (predicate.commit = "f".repeat(40))))).toHaveLength(2);
  const foreign = edited(({ predicate: { receipts } }) => {
    change(receipts, 3, { release: "staging-20261128-0123456789ab-41" });
  });
  expect(problemsOf(foreign)).toContain(
    "receipt 1 of deploy-web (web) is of another release, staging-20261128-0123456789ab-41",
  );
});

test("no edit of the file passes, and nothing makes the check throw", () => {
  const paths = leaves(sound);
  fc.assert(
    fc.property(fc.nat(paths.length - 1), fc.jsonValue(), (at, value) => {
      const path = paths[at] ?? [];
      const draft = structuredClone(sound) as unknown;
      const was = put(draft, path, value);
      fc.pre(JSON.stringify(was) !== JSON.stringify(value));
      expect(problemsOf(draft)).not.toEqual([]);
    }),
    { numRuns: 2_000 },
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => problemsOf(value).length > 0));
});

test.each([
  ["subject", "0", "digest", "gitCommit"],
  ["predicate", "receipts", "0", "receipt", "release"],
])("what is nested deeper than a stack is no text that could be told: %s.%s.%s.%s", (...path) => {
  const draft = structuredClone(sound) as unknown;
  put(draft, path, JSON.parse("[".repeat(20_000) + "]".repeat(20_000)));
  expect(problemsOf(draft)).toEqual(["it is no in-toto statement with prism-rollout/evidence@1"]);
});

type Path = readonly string[];

/** Every place in a statement, but for the texts that only name what it is made of. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (path[0] === "predicateType") return [];
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function put(root: unknown, path: Path, value: unknown): unknown {
  const parent = path.slice(0, -1).reduce((one, key) => (one as Record<string, unknown>)[key], root);
  const key = path.at(-1) ?? "";
  const was = (parent as Record<string, unknown>)[key];
  (parent as Record<string, unknown>)[key] = value;
  return was;
}

test("the statement is what in-toto describes", () => {
  const { _type, subject }: Statement = sound;
  expect({ _type, subject: subject.map(({ name, digest }) => [name, Object.keys(digest)]) }).toEqual({
    _type: "https://in-toto.io/Statement/v1",
    subject: [
      ["acme/prism", ["gitCommit"]],
      [release, ["sha256"]],
    ],
  });
});
