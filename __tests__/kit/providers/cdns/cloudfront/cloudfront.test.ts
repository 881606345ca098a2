import { afterEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  batchesOf,
  pathsPerBatch,
  wildcardsPerBatch,
} from "../../../../../kit/providers/cdns/cloudfront/batches.ts";
import { invalidationBatch, textOf } from "../../../../../kit/providers/cdns/cloudfront/xml.ts";
import { systemHttp } from "../../../../../kit/ports/http.ts";
import type { CloudfrontState } from "../../../../../rehearsal/stand-ins/cloudfront/state.ts";
import type { PlannedFault } from "../../../../../rehearsal/stand-ins/watch.ts";
import { fixtures } from "../../../../support/cdns/fixtures.ts";
import { type CdnStage, cdnStage } from "../../../../support/cdns/stage.ts";
import { fakeClock } from "../../../../support/fake-clock.ts";
import type { Runtime } from "../../../../../kit/action/runtime.ts";

const open: CdnStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start() {
  const fixture = fixtures.find(({ name }) => name === "cloudfront");
  if (fixture === undefined) throw new Error("no fixture");
  const stage = await cdnStage(fixture);
  open.push(stage);
  const made = (): CloudfrontState["invalidations"] =>
    (stage.standIn.state() as CloudfrontState).invalidations;
  const fault = (one: Omit<PlannedFault, "method" | "path">): void =>
    stage.standIn.change(({ faults }) => faults.push({ method: "POST", path: ".*", ...one }));
  const lasts = (): void => stage.standIn.change((state) => void ((state as CloudfrontState).takes = 9e9));
  /** Whoever waits finds that all invalidations are done. */
  const doneMeanwhile = {
    ...fakeClock(Date.now()),
    sleep: async (): Promise<void> =>
      stage.standIn.change((state) =>
        (state as CloudfrontState).invalidations.forEach((one) => (one.doneAt = 0)),
      ),
  };
  return { ...stage, made, fault, lasts, doneMeanwhile };
}

const error = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>Because &amp; why</Message></Error></ErrorResponse>`;

test("the same key and paths are one invalidation, other keys and other paths are others", async () => {
  const { purge, made } = await start();
  const [one] = await purge("/a", { key: "1" });
  expect(await purge("/a", { key: "1" })).toEqual([one]);
  await purge("/a", { key: "2" });
  await purge("/b", { key: "1" });
  expect(made().map(({ paths }) => paths)).toEqual([["/a"], ["/a"], ["/b"]]);
  expect(new Set(made().map(({ reference }) => reference)).size).toBe(3);
});

test("more wildcards than may be in progress wait until the first are done", async () => {
  const { purge, made, doneMeanwhile, lasts } = await start();
  lasts();
  const paths = Array.from({ length: 16 }, (_, index) => `/p${index}/*`).join(",");
  await purge(paths, { changes: { clock: doneMeanwhile } });
  expect(made().map((one) => one.paths.filter((path) => path.endsWith("*")).length)).toEqual([15, 1]);
});

test("too many in progress for too long says what to do, with its own code", async () => {
  const { purge, fault } = await start();
  fault({ times: 99, status: 400, body: error("TooManyInvalidationsInProgress") });
  const clock = fakeClock(Date.now());
  await expect(purge("/a", { changes: { clock } })).rejects.toMatchObject({
    code: "PR455",
    message: expect.stringContaining("Because & why. It is not purged"),
  });
  expect(clock.slept).toHaveLength(9);
});

test.each([
  ["Throttling", 400, "PR307", 9],
  ["AccessDenied", 403, "PR302", 0],
  ["NoSuchDistribution", 404, "PR303", 0],
  ["InvalidArgument", 400, "PR304", 0],
  ["InvalidationBatchAlreadyExists", 400, "PR304", 0],
  ["BatchTooLarge", 413, "PR304", 0],
])("%s (%i) is %s, after %i waits", async (code, status, own, waits) => {
  const { purge, fault } = await start();
  fault({ times: 99, status, body: error(code) });
  const clock = fakeClock(Date.now());
  await expect(purge("/a", { changes: { clock } })).rejects.toMatchObject({ code: own });
  expect(clock.slept).toHaveLength(waits);
});

test("an answer that was cut in the middle is asked for again", async () => {
  const { purge, fault, made } = await start();
  fault({ times: 1, status: 201, body: "<?xml version='1.0'?><Invalidation><Id>I12" });
  expect(await purge("/a", { changes: { clock: fakeClock(Date.now()) } })).toHaveLength(1);
  expect(made()).toHaveLength(1);
});

test("purge-wait waits until every location has it, and has an end of its own", async () => {
  const { purge, standIn, doneMeanwhile, lasts } = await start();
  lasts();
  const given = { "purge-wait": "5s" };
  expect(await purge("/a", { given, changes: { clock: doneMeanwhile } })).toHaveLength(1);
  expect(standIn.requests.filter(({ method }) => method === "GET").length).toBeGreaterThan(0);
  const clock = fakeClock(Date.now());
  await expect(purge("/b", { given: { "purge-wait": "12s" }, changes: { clock } })).rejects.toMatchObject({
    code: "PR456",
    message: expect.stringMatching(/accepted.*after 12 s/),
  });
  expect(clock.slept).toEqual([5000, 5000, 2000]);
});

test("credentials come from the environment, session token included; an end of them is no reason to try again", async () => {
  const { purge } = await start();
  const sent: (string | null)[] = [];
  const http: Runtime["http"] = (url, init) => {
    sent.push(new Headers(init?.headers).get("x-amz-security-token"));
    return systemHttp(url, init);
  };
  const env = {
    AWS_ACCESS_KEY_ID: "AKIAREHEARSAL",
    AWS_SECRET_ACCESS_KEY: "purger",
    AWS_SESSION_TOKEN: "session",
  };
  const given = { "cdn-token": "" };
  expect(await purge("/a", { given, changes: { env, http } })).toHaveLength(1);
  expect(sent).toEqual(["session"]);
  const half = { AWS_ACCESS_KEY_ID: "AKIAREHEARSAL" };
  await expect(purge("/a", { given, changes: { env: half } })).rejects.toMatchObject({
    code: "PR104",
    message: expect.stringContaining("AWS_SECRET_ACCESS_KEY"),
  });
  const wrong = { ...env, AWS_SECRET_ACCESS_KEY: "another" };
  await expect(purge("/a", { given, changes: { env: wrong } })).rejects.toMatchObject({
    code: "PR302",
    message: expect.stringContaining("SignatureDoesNotMatch"),
    fix: expect.stringContaining("configure-aws-credentials"),
  });
});

test("whatever the paths are, each stands in one batch, and no batch is beyond a limit", () => {
  const value = fc.stringMatching(/^(\/[a-z]{1,3}){1,2}$/);
  const kind = fc.constantFrom("path" as const, "prefix" as const);
  fc.assert(
    fc.property(fc.array(fc.record({ kind, value }), { maxLength: 60 }), (patterns) => {
      const batches = batchesOf({ patterns });
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(pathsPerBatch + wildcardsPerBatch);
        expect(batch.filter((path) => path.endsWith("*")).length).toBeLessThanOrEqual(wildcardsPerBatch);
      }
      const all = batches.flat();
      expect(new Set(all).size).toBe(all.length);
      for (const pattern of patterns) {
        expect(all).toContain(pattern.value);
        if (pattern.kind === "prefix") expect(all).toContain(`${pattern.value}/*`);
      }
    }),
  );
  expect(batchesOf({ patterns: [{ kind: "prefix", value: "/" }] })).toEqual([["/*"]]);
});

test("what is written as XML is read as it was", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const xml = invalidationBatch([`/${text}`], text);
      expect([textOf(xml, "Path"), textOf(xml, "CallerReference")]).toEqual([`/${text}`, text]);
    }),
  );
});
