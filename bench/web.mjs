// How long a site takes to get live and be seen there: ours, and Vercel's command line, on a stand-in that takes 50 ms a call;
// and in how many calls 500 patterns are purged.
import { fileURLToPath } from "node:url";

import { eachInTurn, inRounds, seconds, summary } from "./release/measure.mjs";
import { repository } from "./release/repository.mjs";
import { countPurges } from "./web/purges.mjs";
import { startRunners } from "./web/runners.mjs";
import { siteOf } from "./web/site.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { pinned } from "./support/save.mjs";

const delay = 50;
const [files, changed, patterns] = [2000, 20, 500];
const ours = "prism-rollout";
const columns = ["work", "runner", "took", "calls", "uploaded", "ratio", "target"];

export default {
  work: `${changed} of ${files} files changed, brought live, ${delay} ms a call; medians, and medians of ratios within a round`,
  peers: [fileURLToPath(new URL("../conformance", import.meta.url))],
  beside: `${pinned("conformance", "vercel")}: vercel deploy --prebuilt, then vercel promote; the CDNs' own limits`,
  target:
    "deployed, promoted and verified ≥ 3 × faster than the Vercel CLI's deploy and promote; nothing changed: nothing uploaded; " +
    "500 patterns purged in the fewest calls that the limits allow",
  run: async ({ rounds = 5 } = {}) => {
    const rows = [...(await deployments(rounds)), ...(await purges())];
    return { columns, rows, claims: claimsIn(rows) };
  },
};

async function deployments(rounds) {
  const repo = await repository();
  const counts = {};
  const { runners, close } = await startRunners({ ms: delay }, repo, counts);
  try {
    const site = await siteOf({ ...repo, files, changed });
    // The first release brings the whole site to each host, and counts for nothing; so does the first round.
    let release = await site.release();
    for (const run of Object.values(runners)) await run(release);
    const measured = await inRounds(rounds, async (round) => {
      release = await site.release();
      return await eachInTurn(
        round,
        Object.entries(runners).map(([name, run]) => async () => ({
          [name]: await run(release),
          ...(name === "ours" ? { none: await run(release, "none") } : {}),
        })),
      );
    });
    return rowsOf((name, than) => summary(measured, name, than), counts);
  } finally {
    await close();
    await repo.remove();
  }
}

function rowsOf(of, counts) {
  const none = row("nothing changed", ours, of("none", "cli"), counts.none);
  const instant = "the same, a host that takes no time itself";
  return [
    row(`${changed} of ${files} files`, "vercel deploy, then promote", of("cli"), counts.cli),
    row("", "vercel deploy, at once", of("atOnce", "cli"), counts.atOnce),
    row("", ours, of("ours", "cli"), counts.ours, [
      `${changed} of ${files} files live, of the Vercel CLI`,
      1 / 3,
    ]),
    row("", `${ours}, with its record`, of("recorded", "cli"), counts.recorded),
    row(instant, "vercel deploy, then promote", of("cliInstant"), counts.cliInstant),
    row("", ours, of("oursInstant", "cliInstant"), counts.oursInstant),
    {
      ...none,
      target: "0 uploaded",
      claims: [claim("uploaded where nothing changed", counts.none.uploaded + counts.none.created, 0)],
    },
  ];
}

/** `held`: what is claimed of it, and the most that its ratio may be. */
function row(work, runner, { took, ratio }, { calls, uploaded }, [name, limit] = []) {
  return {
    work,
    runner,
    took: seconds(took),
    calls,
    uploaded,
    ratio: ratio?.toFixed(2),
    target: limit === undefined ? undefined : `≤ ${limit.toFixed(2)}`,
    claims: limit === undefined ? [] : [claim(name, ratio, limit)],
  };
}

async function purges() {
  const counted = await countPurges(patterns);
  const worst = Math.max(...counted.map(({ calls, fewest }) => calls / fewest));
  const claims = [claim(`calls that purge ${patterns} patterns, of the fewest, at the worst CDN`, worst, 1)];
  return counted.map(({ cdn, kind, took, calls, fewest }, index) => ({
    work: `${patterns} × ${kind} at ${cdn}`,
    runner: ours,
    took: seconds(took),
    calls,
    target: `${fewest} calls`,
    claims: index === 0 ? claims : [],
  }));
}
