import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { Receipt } from "../../../kit/release/record/receipt.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { type Deployed, byCommand, willDeploy } from "../../support/command-deploy.ts";
import { commit } from "../../support/github-world.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** `hello` alone is changed by the release; what its command deploys is up to the test. */
async function stage(
  deployed: readonly Deployed[],
  options: Parameters<typeof liveRelease>[0] = {},
): Promise<LiveRelease & { readonly deploy: () => ReturnType<LiveRelease["byCommand"]> }> {
  const made = await liveRelease({ phases: [], ...options });
  open.push(made);
  const { root } = made.world;
  await writeFile(
    join(root, "supabase/functions/hello/index.ts"),
    `import { version } from "version";\nexport const hello = version;\n`,
  );
  await willDeploy(root, deployed);
  return { ...made, deploy: () => made.byCommand(byCommand) };
}

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
type Done = Awaited<ReturnType<LiveRelease["rollback"]>>;
const outcomes = ({ outputs }: Done): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );
const receipts = async ({ forge, release }: LiveRelease): Promise<readonly Receipt[]> =>
  await githubRecord(forge.github, "production", commit).receipts(release, "deploy-functions");

const hello = { slug: "hello" };

test("a command that deploys all functions again, as the clients do, has changed one: all are proven", async () => {
  const made = await stage([hello, { slug: "world" }]);
  const { report, outputs } = await made.deploy();
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toContain("2 of 2 functions have the sources that were sent");
  expect(outputs.functions).toBe('["hello"]');
  expect(await receipts(made)).toHaveLength(1);
  expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "reverted", world: "already" });
  expect(made.live()).toEqual(made.before);
});

test.each<[string, Deployed, RegExp]>([
  ["the sources", { slug: "world", text: "export const other = 1;\n" }, /world: .*is not what/],
  ["verify_jwt", { slug: "world", jwt: true }, /world: verify_jwt is true, declared is false/],
  ["that it is there", { slug: "world", removed: true }, /world is not live/],
])(
  "a command that changes %s of another declared function fails, and both go back",
  async (_, world, said) => {
    const made = await stage([hello, world]);
    const { report } = await made.deploy();
    expect(report.verdict).toBe("fail");
    expect(report.reason).toMatch(said);
    expect(report.reason).toContain("world was changed by the command, though the plan says that it stays");
    expect(await receipts(made)).toHaveLength(2);
    expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "reverted", world: "reverted" });
    expect(made.live()).toEqual(made.before);
  },
);

test("so does one that fails after it: what it has changed besides is in the error", async () => {
  const made = await stage([hello, { slug: "world", text: "export const other = 1;\n" }]);
  await writeFile(join(made.world.root, "fails"), "");
  await expect(made.deploy()).rejects.toMatchObject({
    code: "PR441",
    message: expect.stringMatching(/ended with status 7.*Besides, the command has changed world\.$/),
  });
  expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("without a record the snapshot tells the same", async () => {
  const made = await stage([hello, { slug: "world", text: "export const other = 1;\n" }], { github: false });
  await made.deploy();
  const done = await made.rollback({ reason: "prices are wrong" });
  expect(outcomes(done)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("where no sources are given back, bundles tell what the command has made, and go back", async () => {
  const made = await stage([hello, { slug: "world" }]);
  made.platform.withoutSources = true;
  await made.deploy();
  const done = await made.rollback({ needs });
  expect(outcomes(done)).toMatchObject({ hello: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("where no sums are given, either, what the command has not touched is what it was; the rest is told", async () => {
  const made = await stage([hello]);
  made.platform.withoutSources = true;
  made.platform.withoutSums = true;
  await made.deploy();
  expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "drift", world: "already" });
});

test("where it has touched it, and nothing but the number tells, nothing is guessed", async () => {
  const made = await stage([hello, { slug: "world" }]);
  made.platform.withoutSources = true;
  made.platform.withoutSums = true;
  await made.deploy();
  expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "drift", world: "drift" });
});

test("killed before anybody could look, what the command has changed besides is drift: told, never guessed", async () => {
  const made = await stage([hello, { slug: "world", text: "export const other = 1;\n" }]);
  const { platform } = made;
  platform.fault = ({ method, path }) =>
    method === "GET" && path.endsWith("/functions") && platform.functions.get("world")?.live?.version === 2
      ? { status: 403 }
      : undefined;
  await expect(made.deploy()).rejects.toThrow("could not be read back");
  platform.fault = () => undefined;
  expect(outcomes(await made.rollback({ needs }))).toEqual({ hello: "reverted", world: "drift" });
});

test("functions that nobody declared are told where the command changes them, and that nothing brings them back", async () => {
  const made = await stage([hello, { slug: "cron", text: "export const cron = 1;\n" }]);
  const { report } = await made.deploy();
  expect(report.verdict).toBe("pass");
  expect(report.evidence).toContainEqual(
    expect.stringMatching(/^cron: not among `functions`, but deployed by the command; no rollback knows it$/),
  );
});
