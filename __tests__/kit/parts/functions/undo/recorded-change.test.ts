import { expect, test } from "@jest/globals";
import { functionRows } from "../../../../../actions/rollback/rows.ts";
import { bundleMark } from "../../../../../kit/parts/functions/live/bundle-mark.ts";
import { changeToUndo } from "../../../../../kit/parts/functions/undo/recorded-change.ts";
import type { FunctionsSnapshot } from "../../../../../kit/parts/functions/snapshot/snapshot.ts";

const state = (digest: string) => ({
  digest,
  settings: { verifyJwt: false, entrypoint: "index.ts", importMap: null },
});
const listed = { id: "1", slug: "old", name: "old", status: "ACTIVE", version: 3 };
const source = { entrypoint: "index.ts", importMap: null, files: [{ path: "index.ts", base64: "Ly8=" }] };
const snapshot: FunctionsSnapshot = {
  schema: "prism-rollout/snapshot@1",
  project: "p",
  functions: { old: { was: { listed, state: state("a"), source }, becomes: null } },
};

test("a function that was pruned goes back from its snapshot; a receipt alone says that it was there", () => {
  const receipt = { before: { old: state("a"), world: null }, intended: { old: null, world: state("b") } };
  const { functions } = changeToUndo("p", [receipt], [snapshot]);
  expect(functions).toEqual({
    old: snapshot.functions["old"],
    world: { was: null, becomes: state("b") },
  });
  expect(changeToUndo("p", [receipt], []).functions["old"]).toMatchObject({
    was: { source: null },
    becomes: null,
  });
});

test("what a receipt says nothing of, and what neither was there nor was to be, is not to be undone", () => {
  const receipt = { before: { a: state("a"), b: null }, intended: { b: null } };
  expect(changeToUndo("p", [receipt], []).functions).toEqual({});
});

test("of two bundles of a function whose sources nobody gave, the one that the receipt marks comes back, or none", () => {
  const unread = { digest: null, settings: state("a").settings };
  const kept = (sum: string): FunctionsSnapshot["functions"] => ({
    old: {
      was: {
        listed: { ...listed, ezbr_sha256: sum },
        state: unread,
        source: null,
        eszip: "e30=",
        eszipSha256: sum,
      },
      becomes: state("b"),
    },
  });
  const snapshots = ["later", "first"].map((sum) => ({ ...snapshot, functions: kept(sum) }));
  const bundle = bundleMark({ ...listed, ezbr_sha256: "first" }) ?? "";
  const undo = (before: object) =>
    changeToUndo(
      "p",
      [{ before: { old: { ...unread, ...before } }, intended: { old: state("b") } }],
      snapshots,
    ).functions["old"]?.was;
  expect(undo({ bundle })?.listed.ezbr_sha256).toBe("first");
  expect(undo({})?.eszip).toBeUndefined();
});

test("what a receipt could not mark is marked by the snapshot, and only where it is the same state", () => {
  const marked = (of: string) => ({
    ...snapshot,
    functions: { old: { was: null, becomes: { ...state(of), bundle: "mark" } } },
  });
  const receipt = { before: { old: null }, intended: { old: state("b") } };
  const becomes = (of: string) => changeToUndo("p", [receipt], [marked(of)]).functions["old"]?.becomes;
  expect(becomes("b")).toEqual({ ...state("b"), bundle: "mark" });
  expect(becomes("c")).toEqual(state("b"));
});

test("by hand a pruned function comes from the artifact: no commit of the repository has it", () => {
  const [row] = functionRows(
    { supabase: "p" },
    snapshot,
    "abc",
  )([{ slug: "old", outcome: "failed", said: "no" }]);
  expect(row?.manual).toBe(
    "write the sources of old in the artifact's snapshot.json to supabase/functions/old && " +
      "supabase functions deploy old --project-ref p --use-api --no-verify-jwt --yes",
  );
});
