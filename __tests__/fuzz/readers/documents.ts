import fc from "fast-check";
import { keepEvidence } from "../../../actions/rollback/keep-evidence.ts";
import { plannedRelease, withPlan } from "../../../actions/rollback/downloaded-plans.ts";
import { toldReceipts } from "../../../actions/rollback/told-receipts.ts";
import { planIn } from "../../../kit/notify/announce.ts";
import { decide } from "../../../kit/release/decision/decision.ts";
import { documentOf } from "../../../kit/release/record/kept-document.ts";
import { localRecord } from "../../../kit/release/record/local-record.ts";
import { readNeeds } from "../../../kit/release/decision/needs.ts";
import { approvedPart, approvedPlan } from "../../../kit/release/plan/planned.ts";
import { complete, intend } from "../../../kit/release/record/receipt.ts";
import { type Facts, statementOf } from "../../../kit/release/evidence/statement.ts";
import { verifyStatement } from "../../../kit/release/evidence/verify.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { facts, now, policy, until } from "../../support/decided.ts";
import { runContext } from "../../../kit/ports/github.ts";
import { planOf, whole } from "../../support/planned-release.ts";
import { json, jsonText, textOf } from "../arbitraries.ts";
import { mutatedJson, mutatedText } from "../mutate.ts";
import { Broken, type Group, reading } from "../reader.ts";
import { documentLike, withFile } from "../document-like.ts";

const release = "production-20261122-0123456789ab-42";
const commit = "0123456789abcdef0123456789abcdef01234567";
const context = runContext({ GITHUB_SHA: commit, GITHUB_RUN_ID: "42", GITHUB_REPOSITORY: "acme/prism" });

const intent = {
  release,
  phase: "migrate",
  attempt: 1,
  component: "0008",
  before: null,
  intended: { sha: "a" },
} as const;
const first = complete(intend({ ...intent, approvedBy: ["ada"] }, undefined), "done", { id: "x" });
const receipts = [first, intend({ ...intent, component: "0009", approvedBy: [] }, first)];
const evidence: Facts = {
  release,
  target: "production",
  commit,
  repository: "acme/prism",
  run: "https://github.com/acme/prism/actions/runs/42",
  outcome: "released",
  because: "every phase said pass",
  digests: { migrate: "aa" },
  phases: [],
  reviews: [],
  looks: [],
  undone: [],
  timeline: [],
  receipts,
};
const plan = documentLike(planOf(whole));
const needs = documentLike({
  ...until("observe", "success", { verdict: "pass", receipt: JSON.stringify(first) }),
});

export async function group(): Promise<Group> {
  const log = {
    info: () => undefined,
    warn: () => undefined,
    notice: () => undefined,
    debug: () => undefined,
    error: () => undefined,
  };
  return {
    readings: [
      reading({
        name: "plan.json before a gate",
        share: 3,
        gives: fc.tuple(plan, fc.constantFrom("migrate" as const, "deploy-web" as const)),
        reads: ([content, phase]) =>
          withFile("plan.json", content, async (root) => {
            const approval = {
              plan: "plan.json",
              planDigest: planOf(whole).digests[phase],
              planStamp: undefined,
              release,
              target: "production",
            };
            await approvedPart({ root, context }, approval, phase);
            await approvedPlan({ root, context }, approval);
          }),
      }),
      reading({
        name: "plan.json for a message",
        gives: plan,
        reads: (content) => withFile("plan.json", content, (root) => planIn("plan.json", { root })),
      }),
      reading({
        name: "plans among downloaded artifacts",
        share: 2,
        gives: plan,
        reads: (content) =>
          withFile("a/plan.json", content, async (root) => {
            const known = {
              release,
              target: "production",
              commit,
              changes: undefined,
              unread: "x",
            } as unknown as Parameters<typeof withPlan>[1];
            await withPlan({ artifacts: ".", release: "last" }, known, { root });
            await plannedRelease(root, { target: "production", commit });
          }),
      }),
      reading({
        name: "receipts among downloaded artifacts and outputs",
        gives: fc.tuple(documentLike(receipts), needs),
        reads: ([content, said]) =>
          withFile("a/receipts.json", content, (root) =>
            toldReceipts(
              { artifacts: ".", needs: said },
              { changes: undefined, release },
              { root, log: recordingLog() },
            ),
          ),
      }),
      reading({
        name: "receipts of an action that stands alone",
        gives: mutatedText(fc.constant(receipts.map((one) => JSON.stringify(one)).join("\n"))),
        reads: (content) =>
          withFile("receipts.jsonl", content, (root) => localRecord(root).receipts(release)),
      }),
      reading({
        name: "evidence kept of receipts",
        gives: documentLike(receipts),
        reads: (content) =>
          withFile("a/receipts.json", content, async (root) => {
            const ended = {
              known: { release, target: "production", commit, changes: [], reviews: [], digests: {} },
              outcome: "held",
              end: { because: "x" },
              rows: [],
              looks: [],
            };
            const inputs = { artifacts: ".", needs: "{}" };
            const world = { context, temp: root, root, log };
            await keepEvidence(inputs as never, ended as never, world as never);
          }),
      }),
      reading({
        name: "evidence that is verified",
        share: 2,
        gives: mutatedJson(fc.constant(statementOf(evidence) as unknown)),
        reads: (given) => {
          const { problems } = verifyStatement(given);
          const same = textOf(given) === textOf(statementOf(evidence));
          return same === (problems.length === 0)
            ? undefined
            : new Broken(same ? "what is right does not hold" : "what was changed holds");
        },
      }),
      reading({
        name: "needs, and what is decided of them",
        share: 2,
        gives: needs,
        reads: (given) => {
          const read = readNeeds(given);
          if (read !== undefined) decide(read, facts([]), now, policy);
        },
      }),
      reading({
        name: "a deployment's payload",
        gives: fc.tuple(
          fc.oneof(json, jsonText),
          fc.constantFrom("manifest" as const, "receipt" as const, "lease" as const),
        ),
        reads: ([payload, kind]) => documentOf({ id: 1, task: "x", payload }, kind),
      }),
    ],
  };
}
