import { expect, test } from "@jest/globals";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withPlan } from "../../../actions/rollback/downloaded-plans.ts";
import { refuseBlindly } from "../../../actions/rollback/refuse.ts";
import { toldReceipts } from "../../../actions/rollback/told-receipts.ts";
import { firstForm } from "../../kit/release/versions/forms.ts";
import { recordingLog } from "../../support/recording-log.ts";

const release = "production-20261122-0123456789ab-42";

async function artifactsWith(name: string, value: unknown): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await mkdir(join(root, "kept"));
  await writeFile(join(root, "kept", name), JSON.stringify(value));
  return root;
}

test("without a record, a plan that another version wrote may forbid the way back: it is not gone blindly", async () => {
  const plan = { ...(await firstForm("plan")), schema: "prism-rollout/plan@2" };
  const root = await artifactsWith("plan.json", plan);
  const blind = { release, target: "production", changes: undefined, unread: undefined };
  const inputs = { artifacts: "kept", release };
  const known = await withPlan(inputs, blind as unknown as Parameters<typeof withPlan>[1], { root });
  expect(known.unread).toContain("is prism-rollout/plan@2: a newer version of the suite wrote it");
  expect(() => refuseBlindly(known)).toThrow("Nothing was changed.");
});

test("receipts that another version wrote are left out with a warning, and the others are read", async () => {
  const own = await firstForm("receipt");
  const root = await artifactsWith("receipts.json", [own, { ...own, schema: "prism-rollout/receipt@2" }]);
  const log = recordingLog();
  const inputs = { artifacts: "kept", needs: undefined };
  expect(await toldReceipts(inputs, { changes: undefined, release }, { root, log })).toEqual([own]);
  expect(log.lines.join("\n")).toMatch(/receipt@2: a newer version of the suite wrote it.* It is left out\./);
});
