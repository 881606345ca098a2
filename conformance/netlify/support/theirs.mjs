// What a person would write with Netlify's own client: a draft from sums, what is required, then a restore.
import { setTimeout as sleep } from "node:timers/promises";
import { NetlifyAPI } from "@netlify/api";

import { filesOfDeploy } from "../../../lib/kit/providers/hosts/netlify/files.js";
import { SITE, tokens } from "./world.mjs";

const codes = { 401: "PR302", 403: "PR302", 404: "PR303" };

/** The same words as ours has; files get the same routes and headers, since those are files, too. */
export function theirs(netlify, root) {
  let [token, site] = [tokens.write, SITE];
  const { host, protocol, pathname } = new URL(netlify.url);
  const client = () => new NetlifyAPI(token, { scheme: protocol.slice(0, -1), host, pathPrefix: pathname });
  const account = async () => (await client().getSite({ siteId: site })).account_id;
  return {
    as: (given) => ([token, site] = [given.token ?? token, given.site ?? site]),
    refused: ({ status, message }) => codes[status] ?? message,
    live: async () => (await client().getSite({ siteId: site })).published_deploy?.id ?? null,
    stage: async (files) => {
      const all = await filesOfDeploy({ world: { root }, settings: { assets: "assets" } }, { files });
      return await stage(client(), site, all);
    },
    publish: (deployId, { lock = false } = {}) => publish(client(), site, deployId, lock),
    back: (deployId) => publish(client(), site, deployId, false),
    unlock: async () => {
      const { published_deploy: deploy } = await client().getSite({ siteId: site });
      if (deploy.locked) await client().unlockDeploy({ deploy_id: deploy.id });
    },
    files: async () => {
      const files = await client().listSiteFiles({ siteId: site });
      return Object.fromEntries(files.map(({ path, sha }) => [path.slice(1), sha]));
    },
    env: async (names) => {
      const all = await client().getEnvVars({ accountId: await account(), siteId: site });
      return names.map((name) => valueOf(all.find(({ key }) => key === name)));
    },
    setEnv: async (key, value) => {
      const body = { context: "production", value };
      await client().setEnvVarValue({ accountId: await account(), siteId: site, key, body });
    },
  };
}

async function stage(client, siteId, all) {
  const files = Object.fromEntries(all.map(({ file, sha }) => [`/${file}`, sha]));
  const body = { files, draft: true, async: true };
  const { id: deployId } = await client.createSiteDeploy({ siteId, body });
  const { required } = await reached(client, deployId, ["prepared", "uploading", "processing", "ready"]);
  for (const sha of required ?? []) {
    // At any of its paths: a content is sent once.
    const { file, bytes } = all.findLast((one) => one.sha === sha);
    const path = file.split("/").map(encodeURIComponent).join("/");
    await client.uploadDeployFile({ deployId, path, body: Buffer.from(await bytes()) });
  }
  await reached(client, deployId, ["ready"]);
  return deployId;
}

/** By looks, as many as the stand-in needs and more. */
async function reached(client, deploy_id, states) {
  for (let look = 0; look < 20; look += 1) {
    const deploy = await client.getDeploy({ deployId: deploy_id });
    if (states.includes(deploy.state)) return deploy;
    if (deploy.state === "error") throw Object.assign(new Error("PR431"), { deploy });
    await sleep(5);
  }
  throw new Error(`deploy ${deploy_id} did not become ${states[0]} within 20 looks`);
}

async function publish(client, siteId, deployId, lock) {
  await client.restoreSiteDeploy({ siteId, deployId });
  if (lock) await client.lockDeploy({ deploy_id: deployId });
}

/** A secret is there, but its value for production is shown to nobody. */
function valueOf(variable) {
  if (variable === undefined) return "absent";
  const { is_secret: secret, values } = variable;
  const shown = ["production", "all"].map((context) => values.find((one) => one.context === context)?.value);
  return secret ? "unreadable" : shown.find((value) => value !== undefined);
}
