// Vercel's command line and ours, each on a fresh stand-in: the same changes are asked for, with the same answers, and
// the same deployments, domains and pages are there afterwards.
import { tally } from "../../lib/scripts/tally.js";
import { scenarios } from "./scenarios/same-effect.mjs";
import { ours, theirs } from "./support/players.mjs";
import { withVercel } from "./world.mjs";

const paths = ["/", "/results/1", "/assets/app.js"];

/** Plays all scenarios, one after the other; prints a line for each. */
export default async function check() {
  return await tally(scenarios.length, async (count) => {
    for (const scenario of scenarios) {
      const problem = await differs(scenario).catch((error) => error.stack);
      const word = problem === undefined ? "agree" : "DISAGREE";
      process.stdout.write(`${"vercel".padEnd(11)} ${scenario.name.padEnd(50)} ${word}\n`);
      if (problem !== undefined) process.stdout.write(`    ${problem.replaceAll("\n", "\n    ")}\n`);
      count(scenario.name, problem);
    }
  });
}

async function differs({ play, token }) {
  const [wanted, got] = await Promise.all([theirs, ours].map((by) => effectOf(by, play, token)));
  const parts = Object.keys(wanted).filter(
    (part) => JSON.stringify(wanted[part]) !== JSON.stringify(got[part]),
  );
  const shown = (effect) =>
    JSON.stringify(Object.fromEntries(parts.map((part) => [part, effect[part]])), null, 1);
  return parts.length === 0 ? undefined : `theirs: ${shown(wanted)}\nours: ${shown(got)}`;
}

async function effectOf(by, play, token) {
  return await withVercel(async (world) => {
    const { vercel, old } = world;
    const said = await play(by(world, token), old);
    const changes = vercel.requests.filter(({ method }) => method !== "GET");
    const { deployments, projects } = vercel.state();
    const [{ domains, autoAssignCustomDomains, aliasJob, production }] = projects;
    return {
      said,
      changes: changes
        .map(({ method, path, status }) => `${method} ${path.replace(/^\/v\d+/, "")} ${status}`)
        .sort(),
      deployments: deployments.map(deploymentOf),
      domains: domains.map(({ name, deployment }) => [name, deployment]),
      project: [
        autoAssignCustomDomains,
        aliasJob?.type,
        aliasJob?.jobStatus,
        aliasJob?.toDeploymentId,
        production,
      ],
      pages: await Promise.all(paths.map((path) => pageAt(vercel.origin("app.example.com") + path))),
    };
  });
}

/** What each says of itself differs: that is how either finds its own again. */
function deploymentOf({ id, target, readyState, prebuilt, promoted, autoAssign, files }) {
  const listed = files
    .map(({ file, sha, size }) => [file, sha, size])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { id, target, readyState, prebuilt, promoted, autoAssign, files: listed };
}

async function pageAt(url) {
  const response = await fetch(url);
  const { pathname } = new URL(url);
  return [pathname, response.status, response.headers.get("content-type"), await response.text()];
}
