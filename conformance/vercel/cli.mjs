// Vercel's own command line, with --api: deploys staged, promotes, rolls back, lists, inspects, reads the environment.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { startVercel } from "./support/command-line.mjs";
import { TOKEN, output, same, serves, withVercel, write } from "./world.mjs";

function cli(vercel, folder, ...words) {
  return startVercel(vercel, folder, TOKEN, words);
}

function well(step, { code, stdout, stderr }) {
  if (code !== 0) throw new Error(`vercel ${step} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout.trim();
}

export default async function check() {
  return await withVercel(async ({ vercel, folder, old }) => {
    await write(join(folder, "app", ".vercel", "output"), output("new"));
    const deploy = await cli(vercel, folder, "deploy", "--prebuilt", "--prod", "--skip-domain", "--yes");
    const url = well("deploy", deploy);
    await serves(vercel, "old");
    const created = vercel.state().deployments.at(-1);
    same(url.replace(/^https:\/\//, ""), `127.0.0.1:${created.port}`, "the printed address");
    well("inspect", await cli(vercel, folder, "inspect", created.id));
    well("ls", await cli(vercel, folder, "ls", "--prod"));
    const before = vercel.requests.length;
    well("promote", await cli(vercel, folder, "promote", created.id, "--yes"));
    await serves(vercel, "new");
    const posts = vercel.requests.slice(before).filter(({ method }) => method === "POST").length;
    same(posts, 1, "how often the command posted its promote");
    well("rollback", await cli(vercel, folder, "rollback", old, "--yes"));
    await serves(vercel, "old");
    const listed = well("env ls", await cli(vercel, folder, "env", "ls", "production"));
    if (!listed.includes("VITE_PAYWALL_ENABLED")) throw new Error(`env ls printed ${listed}`);
    const twice = await cli(vercel, folder, "promote", created.id, "--yes");
    well("promote again", twice);
    const third = await cli(vercel, folder, "promote", created.id, "--yes");
    same(third.code, 1, "the exit of a promote of what is live");
    const pulled = join(folder, "app", ".env.pulled");
    well("env pull", await cli(vercel, folder, "env", "pull", pulled, "--environment=production", "--yes"));
    const values = await readFile(pulled, "utf8");
    if (!values.includes('VITE_PAYWALL_ENABLED="false"')) throw new Error(`env pull wrote ${values}`);
    await write(join(folder, "app", ".vercel", "output"), output("next"));
    well("deploy", await cli(vercel, folder, "deploy", "--prebuilt", "--prod", "--yes"));
    await serves(vercel, "next");
    const stranger = await startVercel(vercel, folder, "wrongtoken", ["inspect", created.id]);
    same([stranger.code, /token.*not valid/i.test(stranger.stderr)], [1, true], "what a wrong token gets");
    const unknown = vercel.requests.filter(({ status }) => status === 404).map(({ path }) => path);
    return `deploy (staged, live), inspect, ls, promote, rollback, env ls, env pull; ${vercel.requests.length} requests, unknown to us: ${
      unknown.length === 0 ? "none" : [...new Set(unknown)].join(" ")
    }`;
  });
}
