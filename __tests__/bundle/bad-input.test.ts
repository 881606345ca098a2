import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createServer } from "node:net";
import { serveLoopback } from "../support/serve-loopback.ts";
import { expectNoSecrets, expectRefusal } from "./expect-refusal.ts";
import { type Stack, startStack } from "./stack.ts";
import { configured, missing } from "./wrong/configuration.ts";
import { paths } from "./wrong/places.ts";
import { databases, services } from "./wrong/services.ts";

let stack: Stack;
let page: Awaited<ReturnType<typeof serveLoopback>>;
let closedPort: number;

beforeAll(async () => {
  [stack, page, closedPort] = await Promise.all([
    startStack(),
    serveLoopback((_, response) => void response.end("<html><body>Please log in</body></html>")),
    portThatIsClosed(),
  ]);
}, 60_000);
afterAll(async () => {
  await Promise.all([stack.close(), page.close()]);
});

const all = [...configured, ...missing, ...databases, ...services, ...paths];

test.each(all.map((wrong) => ({ ...wrong, title: `${wrong.action}: ${wrong.name}` })))(
  "$title is told in one message that says what to do, and nothing is changed",
  async ({ action, start, code, says }) => {
    const before = await stack.changes();
    const ran = await stack.run(action, await start({ stack, pageUrl: page.url, closedPort }));
    expectRefusal(ran, code, says);
    // What plan writes into the record before it finds out that its outputs cannot be kept changes no production.
    const changes = (await stack.changes()).slice(before.length);
    expect(changes.filter((asked) => !asked.startsWith("POST /repos/acme/prism/deployments"))).toEqual([]);
  },
  20_000,
);

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
