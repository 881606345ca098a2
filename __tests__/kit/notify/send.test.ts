import { afterEach, expect, test } from "@jest/globals";
import { notifyInputs } from "../../../kit/notify/inputs.ts";
import { notificationOf } from "../../../kit/notify/notification.ts";
import { send } from "../../../kit/notify/send.ts";
import { slackMessage } from "../../../kit/notify/slack.ts";
import {
  type Listening,
  type StandInRequest,
  type StandInResponse,
  serve,
} from "../../../rehearsal/stand-ins/server.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";

const open: Listening[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const path = "/services/T0SECRET/B0SECRET/s3cr3tword";
const told = notificationOf(
  {
    kind: "gate-waiting",
    target: "production",
    release: "production-20261122-0123456789ab-7",
    what: "deploy-web waits for an approval",
    reason: "<!channel> & <b>2</b> files",
    next: "Approve or reject.",
    gate: "production deploy/web",
  },
  { runUrl: "https://github.com/acme/prism/actions/runs/7" },
);

type Answer = StandInResponse | "hang";

/** A webhook that gives these answers, the last one for ever. */
async function hook(...answers: readonly Answer[]) {
  const asked: StandInRequest[] = [];
  const server = await serve([], async (request) => {
    asked.push(request);
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? "hang";
    return answer === "hang" ? await new Promise<never>(() => undefined) : answer;
  });
  open.push(server);
  return { asked, url: `${server.url}${path}`, server };
}

async function sent(url: string, format = "json", more: Parameters<typeof send>[3] = {}) {
  const world = await testWorld();
  const inputs = inputsFrom(notifyInputs, { "notify-url": url, "notify-format": format });
  await send(inputs, told, world, { deadline: 400, ...more });
  const said = world.log.lines.join("\n");
  expect(said).not.toMatch(/SECRET|s3cr3tword|127\.0\.0\.1/);
  return said;
}

const body = (request: StandInRequest | undefined): unknown => JSON.parse(request?.body.toString() ?? "null");

test("plain JSON: the whole notification, with its schema and links", async () => {
  const { asked, url } = await hook({ status: 204 });
  expect(await sent(url)).toBe("");
  expect(asked).toHaveLength(1);
  expect(body(asked[0])).toEqual({
    schema: "prism-rollout/notification@1",
    kind: "gate-waiting",
    target: "production",
    release: told.release,
    what: told.what,
    reason: told.reason,
    next: told.next,
    links: {
      run: "https://github.com/acme/prism/actions/runs/7",
      gate: "https://github.com/acme/prism/deployments/production%20deploy%2Fweb",
    },
  });
});

test("Slack: a text and short blocks; nobody is called, and no markup comes from what is told", async () => {
  const { asked, url } = await hook({ status: 200, body: "ok" });
  expect(await sent(url, "slack")).toBe("");
  const message = body(asked[0]) as { text: string; blocks: unknown };
  expect(message.text).toBe("production: deploy-web waits for an approval");
  const blocks = JSON.stringify(message.blocks);
  expect(blocks).toContain("&lt;!channel&gt; &amp; &lt;b&gt;2&lt;/b&gt; files");
  expect(blocks).not.toContain("<!channel>");
  expect(blocks).toContain("<https://github.com/acme/prism/actions/runs/7|run>");
});

test("Slack: the saved queries are a link beside run and gate, and no other markup", async () => {
  const runUrl = "https://github.com/acme/prism/actions/runs/7";
  const queries = "https://g.example.com/d/1?from=now-1h&x=<!channel>|y";
  const { schema: _, links: __, ...rest } = told;
  const blocks = JSON.stringify(slackMessage(notificationOf({ ...rest, gate: "g", queries }, { runUrl })));
  expect(blocks).toContain(
    "|gate> · <https://g.example.com/d/1?from=now-1h&amp;x=&lt;!channel&gt;%7Cy|queries and logs> · ",
  );
  expect(JSON.stringify(slackMessage(told))).not.toContain("queries and logs");
});

test("auto goes by the address: an address that speaks Slack gets Slack's form, any other JSON", async () => {
  const { asked, url, server } = await hook({ status: 200, body: "ok" });
  await sent(url, "auto");
  await sent(`${server.url}/api/webhooks/SECRET/slack`, "auto");
  expect(asked.map((one) => Object.keys(body(one) as object).includes("blocks"))).toEqual([false, true]);
});

test.each<[string, readonly Answer[], string, RegExp]>([
  ["500", [{ status: 500, body: "no" }], "json", /it answered 500 \(no\)\./],
  ["a word of Slack's", [{ status: 404, body: "no_service" }], "slack", /it answered 404 \(no_service\)\./],
  [
    "200 with an error",
    [{ status: 200, body: "invalid_payload" }],
    "slack",
    /did not take it \(invalid_payload\)/,
  ],
  ["200 with a page", [{ status: 200, body: "<html>log in</html>" }], "json", /with a page/],
  ["its own address", [{ status: 400, body: `bad ${path}` }], "json", /it answered 400\./],
  ["a part of its address", [{ status: 400, body: "services" }], "json", /it answered 400\./],
  ["nothing at all", ["hang"], "json", /it did not answer within 0\.4 s/],
])("%s only warns, and is not asked again", async (_, answers, format, warning) => {
  const { asked, url } = await hook(...answers);
  expect(await sent(url, format)).toMatch(warning);
  expect(asked).toHaveLength(1);
});

test("a redirect is not followed", async () => {
  const other = await hook({ status: 200, body: "ok" });
  const { url } = await hook({ status: 307, headers: { location: other.url } });
  expect(await sent(url)).toMatch(/it answered 307, and no redirect is followed/);
  expect(other.asked).toEqual([]);
});

test("a refused connection is tried once more, and told by its kind alone", async () => {
  const { url, server } = await hook({ status: 200 });
  await server.close();
  expect(await sent(url)).toMatch(/it could not be reached \(ECONNREFUSED\)/);
});

test.each(["hooks.example.com/x", "http://hooks.example.com/T0SECRET", "ftp://x", "not an address"])(
  "%p is no address, and asks nobody",
  async (url) => {
    expect(await sent(url)).toMatch(/not an address/);
  },
);

test("no secret of the action is in what is told", async () => {
  const { asked, url } = await hook({ status: 204 });
  await sent(url, "json", { secrets: ["Approve or reject."] });
  expect(body(asked[0])).toMatchObject({ next: "***" });
});

test("without an address nobody is told, and nothing is said", async () => {
  const world = await testWorld();
  await send(inputsFrom(notifyInputs, {}), told, world);
  expect(world.log.lines).toEqual([]);
});
