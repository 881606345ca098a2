import { createServer } from "node:http";

import { runContext } from "../../../lib/kit/ports/github.js";
import { systemClock } from "../../../lib/kit/ports/clock.js";
import { readInputs } from "../../../lib/kit/action/read-inputs.js";
import { cdnInputs } from "../../../lib/kit/parts/cdn/inputs.js";
import { openCdn } from "../../../lib/kit/providers/cdns/cdns.js";
import { startCdnNamed } from "../../../lib/rehearsal/stand-ins/start-cdn.js";

export const zone = "5f0c1de4a2b94c7d8e9f001122334455";
const token = "conformancetoken";
const hosts = ["app.example.com", "www.example.com"];
const paths = ["/", "/about", "/results", "/results?a=1", "/results/", "/results/x", "/resultsx"];
const tagHeaders = ["cache-tag", "surrogate-key"];

/**
 * A fresh stand-in of a CDN that keeps old pages, and what `work` did to it: each call with its answer, what it was told
 * to purge, and which pages are old afterwards. Ports are told apart by the names of their hosts.
 */
export async function effectOn(name, work) {
  const page = { text: "old" };
  const origin = createServer((request, response) => {
    const tag = new URL(request.url, "http://origin").pathname.split("/")[1] || "home";
    const tags = Object.fromEntries(tagHeaders.map((header) => [header, `${tag} all`]));
    response.writeHead(200, { "content-type": "text/html", etag: `"${page.text}"`, ...tags });
    response.end(page.text);
  });
  await new Promise((resolve) => origin.listen(0, "127.0.0.1", resolve));
  const upstream = () => `http://127.0.0.1:${origin.address().port}`;
  const cdn = await startCdnNamed(name, { zone, token, hosts, clock: systemClock, upstream });
  const origins = hosts.map((host) => cdn.standIn.origin(host));
  try {
    const visit = async () => {
      const pages = [];
      for (const url of origins.flatMap((one) => paths.map((path) => one + path)))
        pages.push(`${url} ${await (await fetch(url)).text()}`);
      return pages;
    };
    await visit();
    page.text = "new";
    const said = await work({ ...cdn, origins, hosts: origins.map((one) => new URL(one).host) });
    const { purges } = cdn.standIn.state();
    const told = purges.map(({ soft, what, body, forgot }) => ({ soft, what: what ?? body, forgot }));
    const calls = cdn.standIn.requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
    return named({ said, calls, told, pages: await visit() }, origins);
  } finally {
    await cdn.standIn.close();
    origin.close();
    origin.closeAllConnections();
  }
}

/** Ours: a purge as the action makes it, its errors by their code. */
export async function ours(cdn, name, given, order = {}) {
  const log = { info() {}, warn() {}, error() {}, notice() {} };
  const world = {
    http: fetch,
    clock: { ...systemClock, sleep: async () => {} },
    log,
    signal: new AbortController().signal,
    env: {},
    context: runContext({}),
  };
  const all = { cdn: name, origins: cdn.origins.join(","), "cdn-token": cdn.token, ...cdn.inputs, ...given };
  const none = { lookup: () => undefined, targets: [], sections: [], issues: [] };
  const inputs = readInputs("purge-cdn", cdnInputs, (key) => all[key] ?? "", none);
  const { key = "key", times = 1 } = order;
  const wanted = { origins: inputs.origins, patterns: inputs.paths, soft: inputs.invalidate, key };
  for (let time = 0; time < times; time += 1) {
    try {
      await openCdn(inputs, world).purge(wanted);
    } catch (error) {
      return error.code ?? String(error);
    }
  }
  return "purged";
}

function named(value, origins) {
  let text = JSON.stringify(value);
  for (const [index, origin] of origins.entries()) text = text.replaceAll(new URL(origin).host, hosts[index]);
  return JSON.parse(text);
}
