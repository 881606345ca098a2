import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createServer } from "node:net";
import { serveLoopback } from "../support/serve-loopback.ts";
import type { Ran } from "./bundle-child.ts";
import { expectNoSecrets, expectRefusal } from "./expect-refusal.ts";
import { type Stack, startStack } from "./stack.ts";
import { configured, missing } from "./wrong/configuration.ts";
import { paths } from "./wrong/places.ts";
import { databases, services } from "./wrong/services.ts";
import type { Wrong } from "./wrong/wrong.ts";

const all: readonly Wrong[] = [...configured, ...missing, ...databases, ...services, ...paths];
const played = new Map<Wrong, Ran>();
let stack: Stack;
let changes: readonly string[];

/** Starts them all, a few at a time: most of each is waiting. */
beforeAll(async () => {
  const page = await serveLoopback(
    (_, response) => void response.end("<html><body>Please log in</body></html>"),
  );
  stack = await startStack();
  const around = { stack, pageUrl: page.url, closedPort: await portThatIsClosed() };
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let wrong = waiting.shift(); wrong !== undefined; wrong = waiting.shift())
      played.set(wrong, await stack.run(wrong.action, await wrong.start(around)));
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  changes = await stack.changes();
  await page.close();
}, 120_000);
afterAll(() => stack.close());

test.each(all.map((wrong) => ({ wrong, title: `${wrong.action}: ${wrong.name}` })))(
  "$title is told in one message that says what to do",
  ({ wrong }) => {
    const ran = played.get(wrong);
    if (!ran) throw new Error("was not played");
    expectRefusal(ran, wrong.code, wrong.says);
  },
);

test("none of them changed anything", () => {
  // What plan writes into the record before it finds out that its outputs cannot be kept changes no production.
  expect(changes.filter((asked) => !asked.startsWith("POST /repos/acme/prism/deployments"))).toEqual([]);
});

test("what is right goes through: the refusals above are for what was changed of this", async () => {
  const ran = await stack.run("plan", {});
  expect({ code: ran.code, errors: ran.errors }).toEqual({ code: 0, errors: [] });
  expect(ran.outputs).toContain("migrate-digest");
  expectNoSecrets(ran);
});

async function portThatIsClosed(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 1;
}
