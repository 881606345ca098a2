import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, type Server, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kill, type Ran, once } from "./bundle-child.ts";
import { expectRefusal } from "./expect-refusal.ts";
import { type Stack, secrets, startStack } from "./stack.ts";

let stack: Stack;

beforeAll(async () => {
  stack = await startStack();
}, 60_000);
afterAll(() => stack.close());

const tiny = tinyDisk();
afterAll(() => tiny?.remove());

// A test that is skipped is counted and not named.
if (!tiny) process.stderr.write("NOT RUN: a temp folder without room is told: no disk can be mounted here\n");

(tiny ? test : test.skip)("a temp folder without room is told, and nothing is changed", async () => {
  const before = await stack.changes();
  const env = { RUNNER_TEMP: tiny?.folder };
  const build = await stack.run("build", { env });
  expectRefusal(build, "PR501", ["The disk is full", "ENOSPC", "Free space on the runner"]);
  const migrate = await stack.run("migrate", {
    workspace: await stack.checkout({ "supabase/migrations/0004_more.sql": "select 1;\n" }),
    env,
  });
  expectRefusal(migrate, "PR501", ["The disk is full", "ENOSPC"]);
  expect(await stack.changes()).toEqual(before);
});

test("a migration that waits for its turn leaves the queue, and what holds the turn is not disturbed", async () => {
  const slow = await stack.checkout({ "supabase/migrations/0003_slow.sql": "select pg_sleep(3);\n" });
  let first = Promise.resolve<Ran | undefined>(undefined);
  await new Promise<void>((begun) => {
    const during = once(/: supabase\/migrations\/0003_slow.sql/, () => begun());
    first = stack.run("migrate", { workspace: slow, during });
  });
  const second = await stack.run("migrate", {
    workspace: slow,
    during: once(/Waiting until another migration/, (kill) => kill("SIGINT")),
  });
  expectRefusal(second, "PR503", ["SIGINT"]);
  expect((await first)?.code).toBe(0);
}, 20_000);

test.each([
  ["at the second, before the runner kills", ["SIGINT", "SIGTERM"]],
  ["within seven seconds, also without a second", ["SIGINT"]],
] as const)(
  "who does not hear the first signal says why %s",
  async (_, signals) => {
    let killChild: Kill = () => undefined;
    const database = createServer(() => signals.forEach((signal) => killChild(signal)));
    const port = await listenOn(database);
    const ran = await stack.run("migrate", {
      inputs: { "database-url": `postgresql://owner:${secrets.password}@127.0.0.1:${port}/app` },
      started: (kill) => (killChild = kill),
    });
    database.close();
    expectRefusal(ran, "PR503", ["asked this job to stop"], 25_000);
    expect(ran.afterSignal).toBeLessThan(7000);
  },
  30_000,
);

async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return (server.address() as AddressInfo).port;
}

/** A full disk, where we may mount one: as root, outside of most containers. */
function tinyDisk(): { readonly folder: string; remove(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "prism-rollout-tiny-"));
  const remove = (): void => rmSync(folder, { recursive: true });
  try {
    const options = "size=16k";
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    remove();
    return undefined;
  }
  writeFileSync(join(folder, "full"), Buffer.alloc(16_384));
  return {
    folder,
    remove: () => {
      execFileSync("umount", [folder]);
      remove();
    },
  };
}
