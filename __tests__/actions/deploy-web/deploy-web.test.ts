import { afterEach, expect, test } from "@jest/globals";
import { spec } from "../../../actions/deploy-web/spec.ts";
import { builtSite } from "../../support/built-site.ts";
import { expectSummary } from "../../support/golden-summary.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(...given: Parameters<typeof vercelWorld>): ReturnType<typeof vercelWorld> {
  const made = await vercelWorld(...given);
  open.push(made.vercel);
  return made;
}

test("a site is staged, promoted with one request, and served by every origin", async () => {
  const { vercel, deploy } = await start();
  const { folder, artifact } = await builtSite();
  const { outputs, report } = await deploy({ artifact: folder });
  expect(report).toMatchObject({ verdict: "pass" });
  expect(report.evidence).toContain(`2 of 2 origins serve ${artifact.marker}`);
  expect(vercel.live().deployment).toBe(outputs.deployment);
  expect(vercel.requests.filter(({ path }) => path.includes("/promote/"))).toHaveLength(1);
  expectSummary("deploy-web-pass", spec, report);
});

test("the same artifact again is a clean no-op; another one remembers what was live", async () => {
  const { vercel, deploy } = await start();
  const one = await builtSite();
  const first = await deploy({ artifact: one.folder });
  const asked = vercel.requests.length;
  const again = await deploy({ artifact: one.folder });
  expect(again.world.emitted["work"]).toBe("none");
  expect(again.report.reason).toContain("is live already");
  expect(vercel.requests.slice(asked).every(({ method }) => method === "GET")).toBe(true);
  const two = await builtSite({ text: "two" });
  const second = await deploy({ artifact: two.folder });
  expect(second.outputs.previous).toBe(first.outputs.deployment);
  expect(second.outputs.marker).toBe(two.artifact.marker);
});
