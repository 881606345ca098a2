// The whole chain on the sample, and the same release as people write it today: what both take, ask and download.
import { fileURLToPath } from "node:url";

import { chainDownloads, suiteBytes, todayDownloads } from "./release/job-downloads.mjs";
import { inRounds, median, seconds, summary } from "./release/measure.mjs";
import { releaseOurs, releaseTheirs } from "./release/runners.mjs";
import { costs, profile } from "./release/tables.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { red } from "./support/red.mjs";
import { pinned, versionOf } from "./support/save.mjs";

const delay = 100;
const folderOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const columns = ["work", "runner", "jobs", "took", "calls", "MB", "ratio", "target", "met"];
const [ours, theirs] = ["prism-rollout", "vendors' CLIs and curl"];

export default {
  work: `the sample's whole release (5 migrations, 4 functions, the web and its CDN), without waits at gates and the app's own suites; ${delay} ms a call of each API; medians`,
  peers: [folderOf("../conformance/supabase"), folderOf("../conformance")],
  beside: `the same release as people write it today, in three gated jobs: ${pinned("conformance/supabase", "supabase")}, ${pinned("conformance", "vercel")} and curl`,
  target: "time is told; ≤ half the API calls; ≤ a quarter of the bytes that runners download",
  run: async ({ rounds = 5, counts = false } = {}) => {
    const measured = await inRounds(rounds, async () => {
      const [mine, peers] = [await releaseOurs(delay), await releaseTheirs(delay)];
      return { mine, peers, ours: mine.took, observing: mine.observing, theirs: peers.took };
    });
    const [{ mine, peers }] = measured.slice(-1);
    const versions = {
      supabase: versionOf("conformance/supabase", "supabase"),
      vercel: versionOf("conformance", "vercel"),
    };
    const downloads = {
      ours: await chainDownloads(mine.checkout),
      theirs: await todayDownloads(mine.checkout, versions, notHad),
      oneJob: { suite: suiteBytes(), checkout: mine.checkout },
    };
    const of = (name, than) => summary(measured, name, than);
    const rows = [
      ...(counts ? [] : timeRows(of, mine, peers)),
      ...callRows(measured),
      ...byteRows(mine, downloads),
      ...oneJobRows(downloads),
    ];
    const processes = measured.map(({ mine: one }) => one.processes);
    const more = [profile(processes, counts), costs(mine, downloads.ours, counts)];
    const shown = counts ? columns.filter((column) => column !== "took") : columns;
    return { columns: shown, rows, claims: claimsIn(rows), more };
  },
};

/** What no registry gives is not measured; all else is. */
function notHad(error) {
  const why = String(error.stderr || error.message).split("\n")[0];
  process.stderr.write(`${red(`downloads are not measured: ${why}`)}\n`);
  return Number.NaN;
}

function timeRows(of, mine, peers) {
  return [
    { work: "all steps", runner: theirs, jobs: peers.jobs.length, took: seconds(of("theirs").took) },
    {
      work: "all steps",
      runner: ours,
      jobs: mine.jobs.length,
      took: seconds(of("ours").took),
      ratio: of("ours", "theirs").ratio.toFixed(2),
    },
    { work: "of that, observing", runner: ours, took: seconds(of("observing").took) },
  ];
}

/** Calls are the same in each round, but for looks that are repeated until something is so. */
function callRows(measured) {
  const asked = (calls, which = () => true) =>
    Object.entries(calls).reduce((all, [api, count]) => all + (which(api) ? count : 0), 0);
  const of = (who, which) => median(measured.map((round) => asked(round[who].calls, which)));
  const [own, peer] = [of("mine"), of("peers")];
  const providers = (api) => api !== "github";
  return [
    { work: "API calls", runner: theirs, calls: peer },
    held({ work: "API calls", runner: ours, calls: own }, "API calls, of today's", own / peer, 1 / 2),
    { work: "of them, of GitHub: record, lease, gates", runner: ours, calls: own - of("mine", providers) },
    {
      work: "without those",
      runner: ours,
      calls: of("mine", providers),
      ratio: (of("mine", providers) / of("peers", providers)).toFixed(2),
    },
  ];
}

/** A hosted runner's image has GitHub's own actions; another runner downloads them for each job. */
function byteRows(mine, { ours: all, theirs: peers }) {
  const chain = new Map([...all].filter(([name]) => mine.jobs.some((job) => job.name === name)));
  const artifacts = mine.jobs.reduce((bytes, { downloaded }) => bytes + downloaded, 0);
  const hosted = ({ suite, checkout, packages }) => suite + checkout + packages;
  const other = (one) => hosted(one) + one.actions;
  return [
    ["downloaded, hosted runners", "hosted runners", hosted],
    ["with GitHub's own actions, partly estimated", "runners without GitHub's actions", other],
  ].flatMap(([work, where, part]) => {
    const [own, peer] = [sum(chain, part) + artifacts, sum(peers, part)];
    const name = `downloads on ${where}, of today's`;
    return [
      { work, runner: theirs, MB: mb(peer) },
      held({ work, runner: ours, MB: mb(own) }, name, own / peer, 1 / 4),
    ];
  });
}

/** Both in a single job, in which each thing is downloaded once. */
function oneJobRows({ oneJob, theirs: peers }) {
  const packages = new Set([...peers.values()].map((one) => one.packages));
  const [peer, own] = [[...packages].reduce((all, one) => all + one, 0), oneJob.suite];
  const work = "the same in one job, hosted runner";
  const checkout = oneJob.checkout;
  return [
    { work, runner: theirs, jobs: 1, MB: mb(peer + checkout) },
    {
      work,
      runner: ours,
      jobs: 1,
      MB: mb(own + checkout),
      ratio: Number.isNaN(peer) ? undefined : ((own + checkout) / (peer + checkout)).toFixed(2),
    },
  ];
}

function sum(jobs, part) {
  return [...jobs.values()].reduce((bytes, one) => bytes + part(one), 0);
}

function held(row, name, ratio, limit) {
  const target = `≤ ${limit.toFixed(2)}`;
  if (Number.isNaN(ratio))
    return { ...row, target, met: "not measured", claims: [{ ...claim(name, null, limit), met: null }] };
  const one = claim(name, ratio, limit);
  return { ...row, ratio: ratio.toFixed(2), target, met: one.met ? "yes" : "no", claims: [one] };
}

function mb(bytes) {
  return Number.isNaN(bytes) ? undefined : (bytes / 1e6).toFixed(1);
}
