// The same by the host that deploy-web and rollback open.
import { readInputs } from "../../../lib/kit/action/read-inputs.js";
import { webInputs } from "../../../lib/kit/parts/web/inputs.js";
import { systemClock } from "../../../lib/kit/ports/clock.js";
import { runContext } from "../../../lib/kit/ports/github.js";
import { openHost } from "../../../lib/kit/providers/hosts/hosts.js";
import { SITE, tokens } from "./world.mjs";

const log = { info() {}, warn() {}, error() {}, notice() {}, group: (_, work) => work() };
const none = { lookup: () => undefined, targets: [], sections: [], issues: [] };
const release = "conformance";

export function ours(netlify, root) {
  const all = {
    host: "netlify",
    origins: netlify.origin("app.example.com"),
    "host-api-url": netlify.url,
    "host-project": SITE,
    "host-token": tokens.write,
    "poll-interval": "5ms",
    "ready-timeout": "10s",
    "verify-timeout": "10s",
  };
  const world = {
    http: fetch,
    clock: systemClock,
    log,
    signal: new AbortController().signal,
    env: {},
    root,
    context: runContext({}),
  };
  const host = (more = {}) =>
    openHost(
      readInputs("deploy-web", webInputs, (key) => ({ ...all, ...more })[key] ?? "", none),
      world,
    );
  const sites = new Map();
  return {
    as: ({ token, site }) => {
      if (token) all["host-token"] = token;
      if (site) all["host-project"] = site;
    },
    refused: ({ code, message }) => code ?? message,
    live: async () => (await host().inspect()).deployment,
    stage: async (files) => {
      const site = siteOf(root, files, sites.size);
      const staged = await host().stage(site, release, null);
      sites.set(staged.deployment, { site, staged });
      return staged.deployment;
    },
    publish: async (deployment, { lock = false } = {}) => {
      const one = host({ "auto-assign": String(!lock) });
      const { domains } = await one.inspect();
      const { site = siteOf(root, [{}], 0), staged = { deployment } } = sites.get(deployment) ?? {};
      await one.promote({ site, staged, was: domains });
    },
    back: async (to) => {
      const { deployment: from } = await host().inspect();
      const { outcome, said } = await host().goBack({ from, to });
      if (outcome !== "reverted") throw new Error(`${outcome}: ${said}`);
    },
    unlock: () => host().unpin(),
    files: async () => Object.fromEntries(await host().filesOf((await host().inspect()).deployment)),
    env: async (names) => {
      const values = await host().env(names);
      return names.map((name) => values[name].value ?? values[name].state);
    },
    setEnv: (key, value) => host().setEnv({ [key]: value }),
  };
}

function siteOf(folder, files, number) {
  const commit = String(number).padStart(40, "0");
  const digest = String(number).padStart(64, "0");
  return { folder, files, source: "dist", kept: 0, commit, digest, marker: `${number}-conformance` };
}
