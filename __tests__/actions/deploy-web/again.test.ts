import { afterEach, expect, test } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { writeFormat } from "../../../kit/release/formats.ts";
import { partDigest } from "../../../kit/release/plan/plan.ts";
import { sha256 } from "../../../kit/release/canonical.ts";
import { stampText } from "../../../kit/release/plan/plan-stamp.ts";
import type { Receipt } from "../../../kit/release/record/receipt.ts";
import { builtSite } from "../../support/built-site.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const required = "VITE_PAYWALL_ENABLED";
const proven = { required: "false", value: "false", proof: "vite", source: ".env.production" } as const;
const again = { only: "deploy-web" };

/** A site that is live, and a value that somebody has toggled at the host since. */
async function toggled() {
  const { vercel, inputs, deploy } = await vercelWorld({ env: { [required]: "false" } });
  open.push(vercel);
  const { folder } = await builtSite({ env: { [required]: proven } });
  await deploy({ artifact: folder });
  const toggle = (value: string): void =>
    vercel.change(({ projects }) => projects[0]?.env.forEach((entry) => void (entry.value = value)));
  toggle("sh0wn-never");
  const held = (): string | undefined => vercel.state().projects[0]?.env[0]?.value;
  return { vercel, inputs, deploy, folder, held, toggle };
}

async function receiptsIn(world: TestWorld): Promise<readonly Receipt[]> {
  const text = await readFile(join(world.temp, "prism-rollout/deploy-web/receipts.json"), "utf8");
  return JSON.parse(text) as readonly Receipt[];
}

test("only deploy-web: the live site is deployed again, and the host's value is what is required", async () => {
  const { vercel, deploy, folder, held } = await toggled();
  const before = vercel.live().deployment;
  await expect(deploy({ artifact: folder })).rejects.toMatchObject({
    code: "PR434",
    fix: expect.stringContaining("only: deploy-web"),
  });
  const release = "production-20261122-cccccccccccc-43";
  const { report, world } = await deploy({ artifact: folder, release, ...again });
  expect(report.verdict).toBe("pass");
  expect(held()).toBe("false");
  expect(vercel.live().deployment).not.toBe(before);
  const receipts = await receiptsIn(world);
  expect(receipts.map(({ component, state }) => [component, state])).toEqual([
    ["web-staged", "done"],
    ["web-env", "done"],
    ["web", "done"],
  ]);
  expect(receipts[1]).toMatchObject({ intended: { [required]: "false" } });
  expect(JSON.stringify(receipts)).not.toContain("sh0wn-never");
});

test("the plan says what is set and what is deployed again, without showing the other value", async () => {
  const { inputs, folder } = await toggled();
  const part = await planWeb(inputs({ artifact: folder, ...again }), await testWorld());
  expect(part).toMatchObject({
    work: "some",
    decisions: { again: true, requiredEnv: { [required]: { host: "reset", required: "false" } } },
  });
  expect(part.says[0]).toContain(`${required} is set to "false" again`);
  expect(part.says[1]).toContain("is deployed again");
  expect(JSON.stringify(part)).not.toContain("sh0wn-never");
});

test("cut after the value was set: the re-run finds it done, and goes on as approved", async () => {
  const { vercel, inputs, deploy, folder, held } = await toggled();
  const part = await planWeb(inputs({ artifact: folder, ...again }), await testWorld());
  const file = join((await testWorld()).temp, "plan.json");
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const release = "production-20261122-0123456789ab-7";
  const plan = {
    schema: "prism-rollout/plan@1",
    release,
    target: "default",
    commit,
    parts: [part],
    gates: [],
  } as const;
  await writeFile(file, writeFormat(plan));
  const given = {
    artifact: folder,
    ...again,
    release,
    plan: file,
    "plan-digest": partDigest(part),
    "plan-stamp": stampText({ at: Date.now(), attempt: 1, sha256: sha256(writeFormat(plan)) }),
  };
  const refusal = { error: { code: "forbidden", message: "not now" } };
  vercel.change(({ faults }) =>
    faults.push({
      method: "POST",
      path: "/v10/projects/[^/]+/promote/[^/]+",
      times: 1,
      status: 403,
      json: refusal,
    }),
  );
  await expect(deploy(given)).rejects.toMatchObject({ code: "PR302" });
  expect(held()).toBe("false");
  const { report } = await deploy(given);
  expect(report.verdict).toBe("pass");
});

test("a host that takes the value and holds another one moves no traffic", async () => {
  const { vercel, deploy, folder } = await toggled();
  const before = vercel.live().deployment;
  vercel.change(({ faults }) =>
    faults.push({ method: "PATCH", path: "/v9/projects/[^/]+/env/[^/]+", times: 9, status: 200, json: {} }),
  );
  await expect(deploy({ artifact: folder, ...again })).rejects.toMatchObject({ code: "PR434" });
  expect(vercel.live().deployment).toBe(before);
});
