import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { complete, intend, type Intent, type Receipt } from "../../../../kit/release/record/receipt.ts";
import { recordedLive } from "../../../../kit/release/record/recorded-live.ts";
import { type ReleaseRecord, githubRecord } from "../../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";

let forge: GithubWorld;
let record: ReleaseRecord;
beforeEach(async () => {
  forge = await githubWorld({ deployments: "write", actions: "read" });
  record = githubRecord(forge.github, "production", commit);
});
afterEach(() => forge.standIn.close());

const state = (digest: string) => ({
  digest,
  settings: { verifyJwt: false, entrypoint: "index.ts", importMap: null },
});

async function write(
  what: Pick<Intent, "phase" | "component" | "before" | "intended">,
  ended: "done" | "failed" | "lost",
  release = `production-20261122-${commit.slice(0, 12)}-1`,
): Promise<Receipt> {
  const receipt = intend({ release, attempt: 1, approvedBy: [], ...what }, undefined);
  const id = await record.intend(receipt);
  if (ended !== "lost") await record.complete(id, complete(receipt, ended));
  return receipt;
}

const known = (...slugs: readonly string[]) => recordedLive(forge.github, "production", slugs);
const migration = (version: string, head: string | null) =>
  ({ phase: "migrate", component: version, before: { head }, intended: { version, sha256: "a" } }) as const;
const functions = (intended: Intent["intended"], phase: Intent["phase"] = "deploy-functions") =>
  ({ phase, component: "functions", before: {}, intended }) as const;
const web = (marker: string, phase: Intent["phase"] = "deploy-web") =>
  ({ phase, component: "web", before: null, intended: { deployment: marker, marker } }) as const;

test("an empty record knows nothing, and says so by leaving it open", async () => {
  expect(await known("score")).toEqual({
    release: undefined,
    head: undefined,
    functions: new Map(),
    web: undefined,
    open: [],
  });
});

test("what is live is what the newest receipts came to, over all releases", async () => {
  await write(migration("0008", "0007"), "done");
  await write(functions({ old: state("o"), score: state("1") }), "done");
  await write(web("first"), "done");
  await write(migration("0009", "0008"), "done");
  await write(functions({ score: state("2") }), "done");
  await write(web("second"), "done");
  const found = await known("old", "score");
  expect(found).toMatchObject({ head: "0009", web: { marker: "second" }, open: [] });
  expect([...found.functions]).toEqual([
    ["score", state("2")],
    ["old", state("o")],
  ]);
});

test("after a rollback the functions and the web are the former ones, and the schema stays", async () => {
  await write(migration("0008", "0007"), "done");
  await write(functions({ score: state("2") }), "done");
  await write(web("second"), "done");
  await write(web("first", "rollback"), "done");
  await write(functions({ score: state("1") }, "rollback"), "done");
  const found = await known("score");
  expect(found).toMatchObject({ head: "0008", web: { marker: "first" } });
  expect(found.functions.get("score")).toEqual(state("1"));
});

test("a change that failed is passed over; a migration's receipt tells what was there before it", async () => {
  await write(web("first"), "done");
  await write(web("second"), "failed");
  await write(migration("0008", "0007"), "failed");
  expect(await known()).toMatchObject({ head: "0007", web: { marker: "first" }, open: [] });
});

test("a change of which nobody wrote down what it came to is named", async () => {
  await write(web("first"), "done");
  await write(web("second"), "lost");
  expect(await known()).toMatchObject({
    web: { marker: "first" },
    open: [`web of production-20261122-${commit.slice(0, 12)}-1`],
  });
});

test("a migration out of order does not lower the head; a function that was removed is known as removed", async () => {
  await write(migration("0005", "0009"), "done");
  await write(functions({ score: null }, "rollback"), "done");
  const found = await known("score");
  expect(found.head).toBe("0009");
  expect(found.functions.get("score")).toBeNull();
});

test("what is no receipt of this suite is left out", async () => {
  await write(web("first"), "done");
  for (const payload of ["not json", "{}", '{"schema":"prism-rollout/receipt@1"}']) {
    await forge.github.request("POST /repos/{owner}/{repo}/deployments", {
      ref: commit,
      task: "rollout-receipt",
      environment: "production-record",
      payload,
      auto_merge: false,
      required_contexts: [],
    });
  }
  expect(await known()).toMatchObject({ web: { marker: "first" } });
});
