import { afterEach, expect, test } from "@jest/globals";
import { createServer } from "node:https";
import { listen } from "../../../rehearsal/stand-ins/server.ts";
import { selfSigned } from "../../support/certificate.ts";
import { type CdnWorld, cdnWorld } from "../../support/cdn-world.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(): Promise<CdnWorld> {
  const made = await cdnWorld();
  open.push(made);
  return made;
}

test.each(["looker", "unknown", "not a token"])(
  "a token that is refused (%s) says which one to pass",
  async (token) => {
    const { purge } = await start();
    await expect(purge({ "cdn-token": token })).rejects.toMatchObject({
      code: "PR302",
      message: expect.stringMatching(/It is not purged/),
      fix: expect.stringMatching(/Zone → Cache Purge → Purge/),
    });
  },
);

test("no token is said before anything is asked", async () => {
  const { purge, cloudflare } = await start();
  await expect(purge({ "cdn-token": "" })).rejects.toMatchObject({ code: "PR104" });
  expect(cloudflare.requests).toEqual([]);
});

test("the secret is in no message", async () => {
  const { purge } = await start();
  const error = await purge({ "cdn-token": "looker" }).catch((thrown: unknown) => thrown);
  expect(JSON.stringify(error) + String(error)).not.toContain("looker");
});

test("an HTML page instead of the API is named as such", async () => {
  const { purge } = await start();
  const login = await serveLoopback((_, response) => response.end("<html>Sign in</html>"));
  open.push(login);
  await expect(purge({ "cdn-api-url": login.url }, { clock: fakeClock() })).rejects.toMatchObject({
    code: "PR306",
    message: expect.stringContaining("an HTML page"),
  });
});

test("200 with success: false is a refusal, not a purge", async () => {
  const { purge, cloudflare } = await start();
  const json = { success: false, errors: [{ code: 1234, message: "no can do" }], messages: [], result: null };
  cloudflare.change(({ faults }) =>
    faults.push({ method: "POST", path: ".*/purge_cache", times: 1, status: 200, json }),
  );
  await expect(purge()).rejects.toMatchObject({
    code: "PR304",
    message: expect.stringContaining("no can do (1234)"),
  });
});

test("429 waits as it is told and asks again", async () => {
  const { purge, cloudflare } = await start();
  const headers = { "retry-after": "12" };
  cloudflare.change(({ faults }) =>
    faults.push({ method: "POST", path: ".*", times: 1, status: 429, headers, json: {} }),
  );
  const clock = fakeClock();
  const { report } = await purge({}, { clock });
  expect(report.verdict).toBe("pass");
  expect(clock.slept).toContain(12_000);
});

test("a zone that is a name, and a zone of somebody else, are told apart from the token", async () => {
  const { purge } = await start();
  await expect(purge({ zone: "example.com" })).rejects.toMatchObject({ code: "PR303" });
  await expect(purge({ zone: "0".repeat(32) })).rejects.toMatchObject({ code: "PR302" });
});

test("without paths or zone a CDN cannot be purged", async () => {
  const { purge } = await start();
  await expect(purge({ paths: "" })).rejects.toMatchObject({ code: "PR102" });
  await expect(purge({ zone: "" })).rejects.toMatchObject({ code: "PR102" });
});

test("which CDN there is must be said", async () => {
  const { purge } = await start();
  await expect(purge({ cdn: "" })).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining("cdn: required"),
  });
});

test("origins that serve different releases need to be told which one is meant", async () => {
  const { purge, release, behind } = await start();
  release(null);
  await expect(purge({ "host-origins": `${behind},${behind}` })).rejects.toMatchObject({ code: "PR452" });
  await expect(purge({ "host-origins": behind })).rejects.toMatchObject({ code: "PR102" });
});

test("a domain that redirects is proven by where it leads, and a copy of an old redirect is not", async () => {
  const made = await cdnWorld({
    answer: (path) => (path === "/old" ? { status: 301, headers: { location: "/results" } } : undefined),
  });
  open.push(made);
  await made.visit("/");
  made.release("new-release");
  const { report } = await made.purge({ marker: "new-release", paths: "/,/old" });
  expect(report.verdict).toBe("pass");
  expect(report.tables?.[0]?.rows.find(([address]) => address?.endsWith("/old"))?.at(-1)).toMatch(
    /^answers 301, to \/results, without a build marker/,
  );
});

test("an origin with a certificate that nobody vouches for is named, and nothing is purged", async () => {
  const { purge, cloudflare, origins } = await start();
  const { key, certificate } = selfSigned("app.example.com");
  const secure = await listen(createServer({ key, cert: certificate }));
  open.push(secure);
  const bad = `https://127.0.0.1:${secure.port}`;
  const { report, outputs } = await purge({ origins: `${origins[0] ?? ""},${bad}`, marker: "old-release" });
  expect(report.verdict).toBe("error");
  expect(report.reason).toMatch(
    new RegExp(
      `PR452: 1 of 2 origins .* ${bad} has a certificate that no browser takes \\(.*self-signed certificate.*Nothing was purged`,
    ),
  );
  expect(outputs.purges).toBe("0");
  expect(cloudflare.requests).toEqual([]);
});
