import { afterEach, expect, test } from "@jest/globals";
import { createServer } from "node:https";
import { createServer as createRaw } from "node:net";
import { openCdn } from "../../../../../kit/providers/cdns/cdns.ts";
import { cdnInputs } from "../../../../../kit/parts/cdn/inputs.ts";
import { listen } from "../../../../../rehearsal/stand-ins/server.ts";
import { selfSigned } from "../../../../support/certificate.ts";
import { fakeClock } from "../../../../support/fake-clock.ts";
import { inputsFrom } from "../../../../support/inputs-of.ts";
import { serveLoopback } from "../../../../support/serve-loopback.ts";
import { testWorld } from "../../../../support/test-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function node(status = 200, headers: Readonly<Record<string, string>> = {}) {
  const heard: { host: string | undefined; line: string }[] = [];
  const made = await serveLoopback(({ method, url, headers: { host } }, response) => {
    heard.push({ host, line: `${method} ${url}` });
    response.writeHead(status, headers).end(`<html>${status}</html>`);
  });
  open.push(made);
  return { ...made, heard };
}

async function purge(nodes: readonly string[], given: Readonly<Record<string, string>> = {}) {
  const inputs = inputsFrom(cdnInputs, {
    cdn: "http",
    origins: "https://app.example.com",
    paths: "/,/index.html",
    "purge-nodes": nodes.join(","),
    ...given,
  });
  const world = await testWorld({ clock: fakeClock() });
  const order = { origins: inputs.origins, patterns: inputs.paths ?? [], soft: false, key: "1" };
  return await openCdn(inputs, world).purge(order);
}

test("every node is told every request, under the site's own name", async () => {
  const [one, two] = [await node(), await node(404)];
  await purge([one.url, two.url]);
  const both = ["PURGE /", "PURGE /index.html"].map((line) => ({ host: "app.example.com", line }));
  expect([one.heard, two.heard]).toEqual([both, both]);
});

test("one node of three that is down is said by its name; the others are purged", async () => {
  const [one, three] = [await node(), await node()];
  await expect(purge([one.url, "http://127.0.0.1:1", three.url])).rejects.toMatchObject({
    code: "PR454",
    message: expect.stringMatching(
      /^1 of 3 cache nodes was not purged: http:\/\/127\.0\.0\.1:1 \(.*ECONNREFUSED.*\)\. 2 of 3 were\.$/,
    ),
    fix: expect.stringContaining("purge-nodes"),
  });
  expect([one.heard.length, three.heard.length]).toEqual([2, 2]);
});

test("a redirect is followed by no purge", async () => {
  const other = await node();
  const one = await node(301, { location: `${other.url}/` });
  await expect(purge([one.url])).rejects.toMatchObject({
    code: "PR454",
    message: expect.stringContaining(`redirects PURGE / to ${other.url}/, and no purge follows a redirect`),
  });
  expect(other.heard).toEqual([]);
});

test("a method that the node does not allow names the node, and is asked once", async () => {
  const one = await node(405);
  await expect(purge([one.url])).rejects.toMatchObject({
    code: "PR454",
    message: expect.stringMatching(/answered 405: <html>405/),
  });
  expect(one.heard).toHaveLength(1);
});

test("the statuses that are a success can be others", async () => {
  const one = await node(418);
  await purge([one.url], { "purge-statuses": "418" });
  expect(one.heard).toHaveLength(2);
});

test("a certificate that nobody vouches for names the node", async () => {
  const { key, certificate } = selfSigned("app.example.com");
  const one = await listen(createServer({ key, cert: certificate }));
  open.push(one);
  await expect(purge([`https://127.0.0.1:${one.port}`])).rejects.toMatchObject({
    code: "PR454",
    message: expect.stringMatching(/https:\/\/127\.0\.0\.1:\d+ \(.*self-signed certificate/),
  });
});

test("a method that Node's own server does not know goes out as it is written", async () => {
  const heard: string[] = [];
  const server = createRaw((socket) =>
    socket
      .on("error", () => undefined)
      .on("data", (data) => {
        heard.push(data.toString());
        socket.end("HTTP/1.1 200 Banned\r\ncontent-length: 0\r\n\r\n");
      }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({ close: () => new Promise((resolve) => void server.close(() => resolve())) });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  await purge([`http://127.0.0.1:${port}`], {
    paths: "/results/*",
    "purge-requests": JSON.stringify({ prefix: "BAN / ⏎ X-Ban-Url: {regex}" }),
  });
  expect(heard[0]).toMatch(/^BAN \/ HTTP\/1\.1\r\n/);
  expect(heard[0]?.toLowerCase()).toContain("host: app.example.com\r\n");
  expect(heard[0]?.toLowerCase()).toContain("x-ban-url: ^/results([/?].*)?$\r\n");
});
