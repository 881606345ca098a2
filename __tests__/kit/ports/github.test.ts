import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type GitHub, connectGitHub, runContext } from "../../../kit/ports/github.ts";
import { type FakeClock, fakeClock } from "../../support/fake-clock.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";

type Answer = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

let server: Awaited<ReturnType<typeof serveLoopback>>;
let answers: Answer[];
let clock: FakeClock;
let github: GitHub;
let connected: (needs?: readonly string[]) => Promise<GitHub>;

beforeEach(async () => {
  answers = [];
  clock = fakeClock();
  server = await serveLoopback((_, response, number) => {
    const [status, body, headers = {}] = answers[number - 1] ?? [200, "{}"];
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  const context = runContext({ GITHUB_REPOSITORY: "acme/prism", GITHUB_API_URL: server.url });
  const signal = new AbortController().signal;
  connected = (needs) => connectGitHub("t0ken", context, { clock, log: recordingLog(), signal, needs });
  github = await connected();
});
afterEach(() => server.close());

const create = "POST /repos/{owner}/{repo}/deployments";
const status = "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses";
const secondary = '{"message":"You have exceeded a secondary rate limit."}';
const primary = '{"message":"API rate limit exceeded for installation."}';

test.each(["GET /user", create, status])(
  "what a limit has refused (%s) was not done: it is asked again when GitHub says so",
  async (route) => {
    answers = [
      [403, secondary, { "retry-after": "7" }],
      [200, '{"id":1}'],
    ];
    expect(await github.request(route, { deployment_id: 1 })).toMatchObject({ data: { id: 1 } });
    expect(clock.slept).toEqual([7000]);
  },
);

test("a limit that does not say when it ends is waited for as long as GitHub asks to, once", async () => {
  answers = [
    [429, "{}"],
    [200, '{"id":1}'],
    [403, secondary],
    [403, secondary],
  ];
  expect(await github.request(create)).toMatchObject({ data: { id: 1 } });
  await expect(github.request(create)).rejects.toMatchObject({ code: "PR307" });
  expect(clock.slept).toEqual([60_000, 60_000]);
});

test("a limit that lasts is named as one, with its end; no permission is missing", async () => {
  const reset = String(Math.floor(clock.now() / 1000) + 1800);
  answers = [[403, primary, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }]];
  await expect(github.request(create)).rejects.toMatchObject({
    code: "PR307",
    message: expect.stringContaining("rate limit exceeded"),
    fix: expect.stringContaining("12:30"),
  });
  expect(server.asked).toHaveLength(1);
});

test("a limit that ends soon is waited for, once", async () => {
  const reset = String(Math.floor(clock.now() / 1000) + 20);
  const limited = [429, primary, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }] as const;
  answers = [limited, limited, limited];
  await expect(github.request(create)).rejects.toMatchObject({ code: "PR307" });
  expect(clock.slept).toEqual([20_000]);
});

test("a missing permission is still one, and nothing is asked twice", async () => {
  answers = [
    [403, '{"message":"Resource not accessible by integration"}', { "x-ratelimit-remaining": "4999" }],
  ];
  await expect(github.request(create)).rejects.toMatchObject({ code: "PR302" });
  expect(server.asked).toHaveLength(1);
});

test("who needs to write is asked for that at the first thing that is read, not for one right after the other", async () => {
  const refused = [403, '{"message":"Resource not accessible by integration"}'] as const;
  answers = [refused, refused];
  const asking = async (needs?: readonly string[]): Promise<unknown> => {
    const own = await connected(needs);
    return await own.request("GET /repos/{owner}/{repo}/deployments").catch((error: unknown) => error);
  };
  expect(await asking()).toMatchObject({ fix: expect.stringContaining("`deployments: read`") });
  expect(await asking(["deployments: write"])).toMatchObject({
    message: expect.stringContaining("needs `deployments: write`"),
    fix: expect.stringContaining("Give the job `deployments: write` under"),
  });
});

test("a status may be given twice, a deployment not: only the one is sent again after an unclear answer", async () => {
  answers = [
    [502, "bad gateway"],
    [201, '{"id":1}'],
  ];
  expect(await github.request(status, { deployment_id: 1 })).toMatchObject({ data: { id: 1 } });
  server.asked.length = 0;
  answers = [[502, "bad gateway"]];
  await expect(github.request(create)).rejects.toMatchObject({ code: "PR305" });
  expect(server.asked).toHaveLength(1);
});
