// @vercel/client, the library under Vercel's command line, with apiUrl: uploads, creates, follows a deployment.
import { createDeployment } from "@vercel/client";
import { join } from "node:path";

import { PROJECT, TEAM, TOKEN, output, same, serves, withVercel, write } from "./world.mjs";

async function follow(vercel, path, options) {
  const where = {
    token: TOKEN,
    apiUrl: vercel.url,
    teamId: TEAM,
    path,
    prebuilt: true,
    vercelOutputDir: join(path, ".vercel", "output"),
    skipAutoDetectionConfirmation: true,
    isDirectory: true,
  };
  const what = { name: "web", project: PROJECT, target: "production", version: 2, projectSettings: {} };
  const events = [];
  for await (const event of createDeployment(where, { ...what, ...options })) {
    events.push(event.type);
    if (event.type === "error") throw new Error(JSON.stringify(event.payload));
    if (event.type === "ready" && options.autoAssignCustomDomains === false) break;
    if (event.type === "alias-assigned") break;
  }
  return events;
}

export default async function check() {
  return await withVercel(async ({ vercel, folder }) => {
    await write(join(folder, ".vercel", "output"), output("new"));
    const staged = await follow(vercel, folder, { autoAssignCustomDomains: false });
    await serves(vercel, "old");
    same(
      vercel.live().deployment === vercel.state().deployments.at(-1).id,
      false,
      "whether a staged one is live",
    );
    const live = await follow(vercel, folder, {});
    await serves(vercel, "new");
    return `staged: ${staged.at(-1)} after ${staged.length} events; live: ${live.at(-1)}; ${vercel.requests.length} requests`;
  });
}
