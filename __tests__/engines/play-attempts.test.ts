import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { observe } from "../../actions/observe/observe.ts";
import { spec } from "../../actions/observe/spec.ts";
import type { Report } from "../../kit/action/report.ts";
import { breaks } from "../../rehearsal/release/break-phase.ts";
import { playAttempts } from "../../rehearsal/release/play-attempts.ts";
import { startReaper } from "../../rehearsal/engines/reaper.ts";
import { startBackend } from "../../rehearsal/world/backend.ts";
import { sampleFormer } from "../../rehearsal/world/former.ts";
import { target } from "../../rehearsal/world/target.ts";
import { newTokens } from "../../rehearsal/world/tokens.ts";
import { copyApp } from "../../rehearsal/world/app-folder.ts";
import { inputsFrom } from "../support/inputs-of.ts";
import { testWorld } from "../support/test-world.ts";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const tokens = newTokens();
const reaper = startReaper();
let backend: Awaited<ReturnType<typeof startBackend>>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  reaper.folder(folder);
  const places = {
    app: join(root, "examples/prism"),
    overlay: join(root, "rehearsal/previous"),
    previous: join(folder, "previous"),
    repository: join(folder, "repository"),
    nodeModules: join(root, "node_modules"),
    folder,
  };
  await copyApp(places.app, places.previous, places.nodeModules, [places.overlay]);
  const former = sampleFormer(places, target, {});
  const packages = { nodeModules: places.nodeModules };
  backend = await startBackend({ folder, target, tokens, reaper, former, packages });
}, 60_000);

afterAll(async () => {
  await backend.close();
  await reaper.close();
});

/** The sample's own questions, with waits for people who are made up. */
async function observed(since: number): Promise<Report> {
  const inputs = inputsFrom(spec.inputs, {
    supabase: target.ref,
    "supabase-access-token": tokens.supabase.observe,
    "supabase-api-url": backend.apiUrl,
    events:
      "assessment.completed: RESULTS_VERSION, attempt_no\nscoring.completed: RESULTS_VERSION, attempt_no",
    failures: "results.rpc.failure",
    since: new Date(since).toISOString(),
    lag: "50ms",
    "poll-interval": "400ms",
    window: "8s",
  });
  return (await observe(inputs, await testWorld())).report;
}

test("40 people through the live functions, and observe passes while they come", async () => {
  const [report, played] = await Promise.all([
    observed(Date.now()),
    playAttempts(backend.project, { attempts: 40 }),
  ]);
  expect(played).toMatchObject({ finished: 40, failed: 0 });
  expect(report).toMatchObject({
    verdict: "pass",
    reason: expect.stringMatching(/^0 of \d+ attempts failed: with 0, \d+ or more pass\.$/),
  });
}, 30_000);

test("the break of observe hits its people only, shows in the log, and fails the release", async () => {
  await breaks.observe({ databaseUrl: backend.databaseUrl } as Parameters<typeof breaks.observe>[0]);
  expect(await playAttempts(backend.project, { attempts: 4 })).toMatchObject({ finished: 4, failed: 0 });
  const [report, played] = await Promise.all([
    observed(Date.now()),
    playAttempts(backend.project, { attempts: 40, failing: 12 }),
  ]);
  expect(played).toMatchObject({ finished: 28, failed: 12 });
  expect(report).toMatchObject({
    verdict: "fail",
    reason: expect.stringMatching(/^\d+ of \d+ attempts failed/),
  });
}, 30_000);
