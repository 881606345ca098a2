// The same by the host that deploy-web and rollback open.
import { hostOf, siteOf } from "../../support/host-world.mjs";
import { SITE, tokens } from "./world.mjs";

const release = "conformance";

export function ours(netlify, root) {
  const all = {
    host: "netlify",
    origins: netlify.origin("app.example.com"),
    "host-api-url": netlify.url,
    "host-project": SITE,
    "host-token": tokens.write,
  };
  const host = (more = {}) => hostOf(root, { ...all, ...more });
  const sites = new Map();
  return {
    as: ({ token, site }) => {
      if (token) all["host-token"] = token;
      if (site) all["host-project"] = site;
    },
    refused: ({ code, message }) => code ?? message,
    live: async () => (await host().inspect()).deployment,
    stage: async (files) => {
      const site = siteOf(root, files, sites.size, "dist");
      const staged = await host().stage(site, release, null);
      sites.set(staged.deployment, { site, staged });
      return staged.deployment;
    },
    publish: async (deployment, { lock = false } = {}) => {
      const one = host({ "auto-assign": String(!lock) });
      const { domains } = await one.inspect();
      const { site = siteOf(root, [{}], 0, "dist"), staged = { deployment } } = sites.get(deployment) ?? {};
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
