// The sample app, released through its own script (`npm run deploy:web`) with Vercel's real command line as our phase's
// `command`, and gone back from by its `undo:web`: what visitors see, and what is live at the host.
import { chmod, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { delimiter, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

import { makeArtifact } from "../../lib/actions/build/make-artifact.js";
import { copyApp } from "../../lib/rehearsal/world/app-folder.js";
import { buildWeb } from "../../lib/rehearsal/world/build-web.js";
import { tally } from "../../lib/scripts/tally.js";
import { emptyRecord, withRecord } from "../../bench/release/record.mjs";
import { startAction } from "../support/actions.mjs";
import { environment, main } from "./support/command-line.mjs";
import { TOKEN, same, withVercel } from "./world.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const domain = "app.example.com";
/** How the jobs of a chain went: with the first `rollback` ends the release, which gives its target back. */
const deployed = { "deploy-web": { result: "success", outputs: { verdict: "pass" } } };
const went = JSON.stringify(deployed);
const failed = JSON.stringify({ ...deployed, smoke: { result: "failure", outputs: { verdict: "fail" } } });

/** Two releases, the way back, and the same way back once more. */
export default async function check() {
  return await tally(1, async (count) => {
    const name = "the sample by its own script, rolled back";
    const problem = await withVercel(play).catch((error) => error.stack ?? String(error));
    process.stdout.write(
      `${"vercel".padEnd(11)} ${name.padEnd(50)} ${problem === undefined ? "agree" : "DISAGREE"}\n`,
    );
    if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
    count(name, problem);
  });
}

async function play({ vercel, folder }) {
  const stage = await stageIn(vercel, folder);
  const [old, next] = [await stage.build("a".repeat(40)), await stage.build("b".repeat(40))];
  const live = () => vercel.live().deployment;
  // A command's host tells nothing of what it has deployed: the way back goes by the record.
  const record = await withRecord(emptyRecord(), { ms: 0 }, async (run) => {
    await stage.act("deploy-web", { artifact: old.folder }, run);
    await stage.act("rollback", { needs: went }, run);
  });
  await served(vercel, old);
  const before = live();
  await withRecord(record, { ms: 0 }, async (run) => {
    await stage.act("deploy-web", { artifact: next.folder }, run);
    await served(vercel, next);
    same(live() === before, false, "whether another deployment is live");
    for (let time = 0; time < 2; time += 1) {
      await stage.act("rollback", { needs: failed }, run);
      await served(vercel, old);
      same(live(), before, "the deployment that is live after the way back");
    }
  });
  const asked = (path) =>
    vercel.requests.filter((call) => call.method === "POST" && path.test(call.path)).length;
  same([asked(/\/promote\//), asked(/\/rollback\//)], [0, 1], "promotions and rollbacks that were asked for");
}

/** Every file of the artifact's site is what the domain serves. */
async function served(vercel, { folder }) {
  const site = join(folder, "site");
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const path = relative(site, file);
    const answer = await fetch(`${vercel.origin(domain)}/${path === "index.html" ? "" : path}`);
    const same = Buffer.from(await answer.arrayBuffer()).equals(await readFile(file));
    if (!same) throw new Error(`${path} is served as something else (${answer.status})`);
  }
}

async function stageIn(vercel, folder) {
  const app = join(folder, "app");
  const sample = join(folder, "sample");
  await copyApp(join(root, "examples/prism"), sample, join(root, "node_modules"));
  const env = environment(folder);
  const PATH = `${await programIn(folder)}${delimiter}${env.PATH}`;
  // The script does not name the API: the command line's own configuration does.
  const own = join(env.HOME, ".local/share/com.vercel.cli");
  await mkdir(own, { recursive: true });
  await writeFile(join(own, "config.json"), JSON.stringify({ api: vercel.url }));
  const { PATH: _, HOME, ...command } = env;
  const section = {
    host: "command",
    command: "npm run deploy:web",
    "undo-command": "npm run undo:web",
    "command-token": "VERCEL_TOKEN",
    "command-env": command,
    origins: [vercel.origin(domain)],
    "require-healthy": false,
    "poll-interval": "100ms",
  };
  let count = 0;
  return {
    /** What `build` would give of the sample; another commit is another release. */
    build: async (commit) => {
      await buildWeb(sample, { ...process.env, VITE_SUPABASE_URL: "http://127.0.0.1:1" }, undefined);
      const place = join(folder, `artifact-${commit.slice(0, 1)}`);
      await makeArtifact(join(sample, "dist"), place, { commit, env: {} });
      return { folder: place };
    },
    /** Runs an action of a run on a fresh checkout. @throws {Error} with what it said */
    act: async (name, inputs, run) => {
      await rm(app, { recursive: true, force: true });
      await cp(sample, app, { recursive: true });
      const sections = { "deploy-web": section, rollback: { issue: false }, targets: { production: {} } };
      await writeFile(join(app, "rollout.yml"), JSON.stringify(sections));
      const temp = join(folder, `temp-${(count += 1)}`);
      await mkdir(temp);
      const given = { "host-token": TOKEN, ...run.inputs, ...inputs };
      const child = await startAction(name, { folder, temp }, given, { PATH, HOME, ...run.env });
      const { code, stdout, stderr } = await child.ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}: ${stdout}\n${stderr}`);
    },
  };
}

/** A folder with a program `vercel`, which is what the sample's scripts call. */
async function programIn(folder) {
  const bin = join(folder, "bin");
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, "vercel"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
  await chmod(join(bin, "vercel"), 0o755);
  return bin;
}
