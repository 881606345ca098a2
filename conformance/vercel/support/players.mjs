// The same words by Vercel's command line and by the host that deploy-web and rollback open.
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";

import { hostOf, siteOf } from "../../support/host-world.mjs";
import { PROJECT, TEAM, TOKEN, write } from "../world.mjs";
import { startVercel } from "./command-line.mjs";

const below = ".vercel/output";

export function theirs({ vercel, folder }, token = TOKEN) {
  const run = async (...words) => {
    const { code, stdout, stderr } = await startVercel(vercel, folder, token, words);
    if (code === 0) return stdout.trim();
    throw new Error(/not valid/.test(stderr) ? "refused" : `vercel ${words.join(" ")}: ${stdout}\n${stderr}`);
  };
  return {
    stage: async (output) => {
      const place = join(folder, "app", below);
      await rm(place, { recursive: true, force: true });
      await write(place, output);
      await run("deploy", "--prebuilt", "--prod", "--skip-domain", "--yes");
      return vercel.state().deployments.at(-1).id;
    },
    promote: (id) => run("promote", id, "--yes"),
    back: (id) => run("rollback", id, "--yes"),
  };
}

export function ours({ vercel, folder }, token = TOKEN) {
  const host = hostOf(folder, {
    host: "vercel",
    origins: vercel.origin("app.example.com"),
    "host-api-url": vercel.url,
    "host-project": PROJECT,
    "host-team": TEAM,
    "host-token": token,
    // A rollback switches auto-assignment off; the command line promotes all the same.
    unpin: "true",
  });
  const sites = new Map();
  const refused = (error) => {
    throw error.code === "PR302" ? new Error("refused") : error;
  };
  return {
    stage: async (output) => {
      const site = siteOf(folder, filesOf(output), sites.size, "prebuilt");
      const staged = await host.stage(site, "conformance", null).catch(refused);
      sites.set(staged.deployment, { site, staged });
      return staged.deployment;
    },
    promote: async (id) => {
      const { domains } = await host.inspect("prebuilt");
      await host.promote({ ...sites.get(id), was: domains });
    },
    back: async (to) => {
      const { deployment: from } = await host.inspect("prebuilt");
      const { outcome, said } = await host.goBack({ from, to });
      if (outcome !== "reverted") throw new Error(`${outcome}: ${said}`);
    },
  };
}

function filesOf(output) {
  return Object.entries(output).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    const sha1 = createHash("sha1").update(bytes).digest("hex");
    return { path: `${below}/${path}`, size: bytes.length, sha1, bytes: async () => bytes };
  });
}
