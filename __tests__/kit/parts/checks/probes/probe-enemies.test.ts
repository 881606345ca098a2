import { expect, test } from "@jest/globals";
import { stripVTControlCharacters } from "node:util";
import { smoke } from "../../../../../actions/smoke/smoke.ts";
import { renderReport } from "../../../../../kit/action/report.ts";
import { runProbes } from "../../../../../kit/parts/checks/probes/run-probes.ts";
import { hostile } from "../../../../support/hostile.ts";
import { json, onStage, probeStage, run, said } from "../../../../support/probe-stage.ts";

const exists = [{ name: "a", function: "f", expect: { exists: "ok" } }];

test("HTML instead of JSON, a 200 with an error, a redirect: an answer that fails", async () => {
  const html = await run(exists, (_, response) =>
    response.setHeader("content-type", "text/html; charset=utf-8").end("<p>no</p>"),
  );
  expect(html.result.reason).toBe("«a» the answer is no JSON (text/html, 9 letters)");
  const error = await run(exists, (_, response) => json(response, { error: "internal" }));
  expect(error.result).toMatchObject({ outcome: "failed", reason: "«a» ok is not there" });
  const moved = await run([{ name: "a", path: "/x" }], ({ url }, response) =>
    response
      .writeHead(302, { location: url === "/x" ? "https://elsewhere.example.com/?secret=1" : "/" })
      .end(),
  );
  expect(moved.asked.map(({ url }) => url)).toEqual(["/x", "/x"]);
  expect(moved.result.reason).toBe("«a» answered 302 to elsewhere.example.com, expected 200 to 299");
});

const two = [...exists, { name: "b", function: "f" }];
const soon = { "probe-timeout": "400ms" };

test("what is slow or broken off has failed, and nothing else waits for it", async () => {
  const slow = await run(two, () => undefined, soon);
  expect(said(slow.result)).toEqual([
    "failed: gave no whole answer within 0.4 s",
    "unasked: the verdict was known",
  ]);
  expect(slow.asked).toHaveLength(2);
  const late = await run(two, (_, response) => response.writeHead(200).write("{"), soon);
  expect(late.result.reason).toBe("«a» gave no whole answer within 0.4 s");
  const cut = await run(two, (_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
    response.write('{"ok"', () => response.destroy());
  });
  expect(cut.result.outcome).toBe("failed");
  expect(cut.result.reason).toMatch(/^«a» broke off before its answer was whole/);
});

test("nobody at the address, and one that is asked too often, say nothing of the release", async () => {
  const gone = await onStage(
    () => undefined,
    async ({ inputs, url, world, close }) => {
      await close();
      return await runProbes(inputs(two), { origin: url }, world);
    },
  );
  expect(gone).toMatchObject({ outcome: "infra-error", reason: "«a» cannot be reached (ECONNREFUSED)" });
  const busy = await run(exists, (_, response) => json(response, {}, 429));
  expect(busy.result).toMatchObject({
    outcome: "infra-error",
    reason: expect.stringContaining("answered 429"),
  });
});

test("50 MB are not fetched: what is read of an answer has an end", async () => {
  const part = Buffer.alloc(1024 * 1024, "a");
  const most = 50 * part.length;
  let sent = 0;
  const probes = [
    { name: "a", path: "/x", expect: { text: "aaa" } },
    { name: "b", path: "/x", expect: { exists: "a" } },
    { name: "c", path: "/x", expect: { "no-text": "z" } },
  ];
  const { result } = await run(probes, (_, response, number) => {
    const until = number * most;
    const more = (): void => {
      if (response.destroyed) return;
      sent += part.length;
      if (sent < until) response.write(part, more);
      else response.end();
    };
    more();
  });
  const long = "failed: the answer is longer than is read of one (2 MiB)";
  expect(said(result)).toEqual(["passed: ", long, long]);
  expect(sent / result.rows.length).toBeLessThan(most);
});

test("a login page before the site is no verdict", async () => {
  const stage = await probeStage(() => undefined);
  const http: typeof stage.world.http = () => Promise.resolve(new Response("", { status: 401 }));
  const world = { ...stage.world, http };
  const found = await runProbes(stage.inputs([{ name: "a", path: "/x" }]), { origin: stage.url }, world);
  await stage.close();
  expect(found).toMatchObject({ outcome: "protected", rows: [{ is: "unasked" }] });
});

const secrets = {
  token: "0f3a9c5d7e1b0f3a9c5d7e1b0f3a9c5d7e1b0f3a9c5d7e1b0f3a9c5d7e1b0f3a",
  word: "correcthorse",
  account: "battery-staple",
};

const nosy = {
  name: "a",
  path: "/x",
  headers: { "x-account": "{account.PASSWORD}" },
  expect: {
    status: 200,
    json: {
      token: "t",
      text: "t",
      "list[0]": "t",
      "deep.password": "p",
      error: "e",
      k: "{account.PASSWORD}!",
    },
    headers: { "x-token": "t" },
    text: "{account.PASSWORD}!",
    "no-text": "x",
  },
};

test("no secret of an answer or of an account is told; what it says is no command, no markup, no colour", async () => {
  for (const evil of [
    ...hostile,
    "::error::no",
    `::add-mask::${secrets.word}`,
    "\u001B[31mred",
    "😀",
    secrets.token,
  ]) {
    const texts = { text: evil, error: evil, code: evil, message: `for ${secrets.word}` };
    const kept = { token: secrets.token, list: [secrets.token], deep: { password: secrets.word } };
    const { inputs, url, world, close } = await probeStage((_, response, number) => {
      const type = evil.replaceAll(/[^ -~]/g, "");
      response.writeHead(number === 1 ? 200 : 500, { "content-type": type, "x-token": secrets.word });
      response.end(JSON.stringify({ ...texts, ...kept, k: secrets.account, x: "x" }));
    });
    const account = `PASSWORD=${secrets.account}`;
    const { report } = await smoke(inputs([nosy], { "playwright-accounts": account, origins: url }), world);
    await close();
    const told = [renderReport("Smoke", report), ...world.log.lines].join("\n");
    for (const secret of Object.values(secrets)) expect(told).not.toContain(secret);
    expect(told).not.toMatch(/\u202e|^::|<script|<img|<svg/im);
    expect(stripVTControlCharacters(told)).toBe(told);
    expect(report.verdict).toBe("fail");
  }
});

test("a value that cannot stand in a header is not sent, and not told", async () => {
  const { result } = await run(
    [
      { name: "a", function: "f", capture: { v: "v" } },
      { name: "b", function: "f", headers: { "x-v": "{v}" } },
    ],
    (_, response) => json(response, { v: "hunter2\nx: y" }),
  );
  expect(result).toMatchObject({
    outcome: "infra-error",
    reason: "«b» was not asked: a value that is filled in cannot stand in a header",
  });
});

test("half a letter in an answer, which JSON can say, is a letter that nobody knows", async () => {
  const { asked } = await run(
    [
      { name: "a", function: "f", capture: { v: "v" } },
      { name: "b", path: "/x/{v}" },
    ],
    (_, response) => response.setHeader("content-type", "application/json").end('{"v":"\\ud800"}'),
  );
  expect(asked[1]?.url).toBe("/x/%EF%BF%BD");
});

test("a value in a path cannot lead elsewhere, and what an answer says is not filled in again", async () => {
  const { asked } = await run(
    [
      { name: "a", function: "f", capture: { v: "v", w: "w" } },
      { name: "b", path: "/x/{v}", method: "POST", body: { w: "{w}" } },
    ],
    (_, response) => json(response, { v: "../../admin?x#", w: "{account.PASSWORD}" }),
    { "playwright-accounts": "PASSWORD=battery-staple" },
  );
  expect(asked[1]).toMatchObject({
    url: "/x/..%2F..%2Fadmin%3Fx%23",
    body: '{"w":"{account.PASSWORD}"}',
  });
});
