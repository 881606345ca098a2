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
  const all: Readonly<Record<string, Answer>> = { "/": page(html), "/assets/a.js": script, ...answers };
  const { url, close } = await serveLoopback((request, response) =>
    (all[request.url ?? ""] ?? all["otherwise"] ?? nothing)(response),
  );
  open.push({ close });
  const world = { ...(await testWorld()), clock: fakeClock() };
  return await probeStaged(world, { url, headers: {}, marker: "m", assets: "assets" }, 5);
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
  ["a script that is a page", { "/assets/a.js": page(html) }, "answered with 200 text/html"],
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
     <link rel="modulepreload" href="/a.js"><script src="https://elsewhere.example/x.js"></script><script>1</script>`,
    "http://127.0.0.1:1/",
  );
  expect(found).toEqual(["http://127.0.0.1:1/a.js", "http://127.0.0.1:1/b.css"]);
});
