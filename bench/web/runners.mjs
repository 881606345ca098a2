// Who brings a release of the site live: the bundle of `dist/`, without and with its record, and Vercel's command line.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { startBundled } from "../../conformance/support/actions.mjs";
import { timed } from "../release/measure.mjs";
import { emptyRecord, withRecord } from "../release/record.mjs";
import { startVercelCli } from "../release/vercel-cli.mjs";
import { project, tokens } from "../release/web.mjs";
import { startHost } from "./host.mjs";

/** How the jobs of a chain went: with it `rollback` ends the release, which gives its target back. */
const went = JSON.stringify({ "deploy-web": { result: "success", outputs: { verdict: "pass" } } });

/**
 * Each brings a release live at a host of its own, and is not done before that serves it: by name, a function that gives
 * how long it took. `counts` is told of its calls.
 */
export async function startRunners(pace, repo, counts) {
  await mkdir(repo.app, { recursive: true });
  const section = { host: "vercel", "host-project": project, "require-healthy": false };
  const rollout = { "deploy-web": section, rollback: { issue: false }, targets: { production: {} } };
  await writeFile(join(repo.app, "rollout.yml"), JSON.stringify(rollout));
  const plain = (host, release) => deploy(host, repo, release);
  const staged = stagedBy(repo);
  const works = {
    ours: [plain],
    recorded: [recordedBy(repo, pace)],
    cli: [staged],
    atOnce: [(host) => vercel(repo, host, ["deploy", "--prebuilt", "--prod", "--yes"])],
    oursInstant: [plain, { instant: true }],
    cliInstant: [staged, { instant: true }],
  };
  const runners = {};
  const hosts = [];
  for (const [name, [work, how]] of Object.entries(works)) {
    const host = await startHost(pace, how);
    hosts.push(host);
    runners[name] = async (release, as = name) => {
      const { took, ...count } = await host.counted(() => work(host, release));
      counts[as] = count;
      await serves(host, release);
      return took;
    };
  }
  return { runners, close: () => Promise.all(hosts.map((host) => host.close())) };
}

function deploy(host, place, { artifact }, inputs = {}, env = {}) {
  return timed(() => startBundled("deploy-web", place, { ...given(host), artifact, ...inputs }, env));
}

/** What a section of `rollout.yml` would say; the site is seen at its domain. */
function given({ url, origin }) {
  const host = { host: "vercel", "host-project": project, "host-api-url": url, "host-token": tokens.host };
  return { ...host, origins: origin, "require-healthy": "false" };
}

/** The same in a run of a chain: its receipts and the lease, all at a GitHub that is as slow. */
function recordedBy(repo, pace) {
  let record = emptyRecord();
  return async (host, release) => {
    let took;
    const place = { ...repo, temp: await repo.temp() };
    record = await withRecord(record, pace, async ({ inputs, env }) => {
      took = await deploy(host, place, release, inputs, env);
      const more = { ...given(host), ...inputs, needs: went, artifacts: place.temp };
      await timed(() => startBundled("rollback", place, more, env));
    });
    return took;
  };
}

/** Staged and promoted, by the command line's own two commands. */
function stagedBy(repo) {
  return async (host) => {
    const words = ["deploy", "--prebuilt", "--prod", "--skip-domain", "--yes"];
    const staged = await vercel(repo, host, words);
    return staged + (await vercel(repo, host, ["promote", host.newest(), "--yes"]));
  };
}

function vercel(repo, { url }, words) {
  return timed(() => startVercelCli(repo, words, url));
}

async function serves({ origin }, { marker }) {
  const said = await (await fetch(`${origin}/`)).text();
  if (!said.includes(marker)) throw new Error(`${origin} serves ${said.slice(0, 200)}, not ${marker}`);
}
