import type { ServerResponse } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { probeStaged, resourcesOf } from "../../../../kit/parts/web/probe-staged.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";
import { testWorld } from "../../../support/test-world.ts";

const open: { close(): Promise<void> }[] = [];
const html = '<meta name="rollout-build" content="m"><script src="/assets/a.js"></script>';

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

type Answer = (response: ServerResponse) => void;

const page = (text: string, headers: Record<string, string> = {}): Answer => {
  return (response) => response.writeHead(200, { "content-type": "text/html", ...headers }).end(text);
};
const script: Answer = (response) => response.writeHead(200, { "content-type": "text/javascript" }).end("1");
const nothing: Answer = (response) => response.writeHead(404).end();

async function probe(answers: Readonly<Record<string, Answer>>): Promise<unknown> {
  const all: Readonly<Record<string, Answer>> = {
    "/": page(html),
    "/assets/a.js": script,
    "/version.json": page('{"rollout-build":"m","commit":"c"}'),
    ...answers,
  };
  const { url, close } = await serveLoopback((request, response) =>
    (all[request.url ?? ""] ?? all["otherwise"] ?? nothing)(response),
  );
  open.push({ close });
  const world = { ...(await testWorld()), clock: fakeClock() };
  return await probeStaged(world, { url, headers: {}, marker: "m", assets: "assets", version: true }, 5);
}

test("a site that is fit for production", async () => {
  expect(await probe({})).toEqual({ resources: 1 });
});

test.each<[string, Record<string, Answer>, string]>([
  ["another build", { "/": page("<p>") }, "no build marker instead of m"],
  ["a page that browsers keep", { "/": page(html, { "cache-control": "max-age=3600" }) }, "may be kept"],
  ["a catch-all over assets", { otherwise: page(html) }, "instead of 404"],
  [
    "an immutable 404",
    { otherwise: (response) => response.writeHead(404, { "cache-control": "immutable" }).end() },
    "immutable instead of 404",
  ],
  ["a script that is not there", { "/assets/a.js": nothing }, "/assets/a.js is answered with 404"],
  [
    "a script that is a page",
    { "/assets/a.js": page(html) },
    "the script /assets/a.js is answered with 200 text/html",
  ],
  [
    "a style that is a script",
    { "/": page(`${html}<link rel="stylesheet" href="/assets/b.css">`), "/assets/b.css": script },
    "the style /assets/b.css is answered with 200 text/javascript",
  ],
  [
    "a 404 that caches keep for a day",
    { otherwise: (response) => response.writeHead(404, { "cache-control": "max-age=86400" }).end() },
    "max-age=86400 instead of 404 that nobody keeps",
  ],
  [
    "a version.json that is the page",
    { "/version.json": page(html) },
    "/version.json is answered with 200 and says no marker",
  ],
  [
    "a version.json of another build",
    { "/version.json": page('{"rollout-build":"other","commit":"c"}') },
    "says other",
  ],
  ["an error", { "/": (response) => response.writeHead(500).end() }, "it answered 500"],
  [
    "a login page behind a redirect",
    { "/": (response) => response.writeHead(302, { location: "https://vercel.com/sso-api" }).end() },
    "login page",
  ],
])("%s is refused before any traffic", async (_, answers, said) => {
  await expect(probe(answers)).rejects.toMatchObject({
    code: "PR432",
    message: expect.stringContaining(said),
  });
});

test("scripts, styles and preloaded modules of the own origin are what is asked for", () => {
  const found = resourcesOf(
    `<script type=module src=/a.js></script><link rel="stylesheet" href='b.css'><link rel=icon href=/c.svg>
     <link rel="modulepreload" href="/a.js"><script src="https://elsewhere.example/x.js"></script><script>1</script><script type="application/json" src="/data.json"></script><link rel="modulepreload" as="style" href="/d.css">`,
    "http://127.0.0.1:1/",
  );
  expect(found).toEqual([
    { url: "http://127.0.0.1:1/a.js", type: "script" },
    { url: "http://127.0.0.1:1/b.css", type: "style" },
  ]);
});
