import { type Searching, searchRehearsal } from "../../rehearsal/secrets/search-rehearsal.ts";
import { keepReliability } from "./keep.ts";
import { type Searched, problemsIn, rowsOf, tallyOf } from "./secrets/rows.ts";

/**
 * `npm run secrets [-- --save]`: plays releases that go well and that fail in every phase, in worlds in which every
 * secret is a canary, and searches all that they leave. The last line says how much was searched, and how much held.
 */
const plays: Readonly<Record<string, Omit<Searching, "env">>> = {
  healthy: {},
  "build fails": { fail: ["build"] },
  "plan fails": { fail: ["plan"] },
  "migrate fails": { fail: ["migrate"] },
  "deploy-functions fails": { fail: ["deploy-functions"] },
  "deploy-web fails": { fail: ["deploy-web"] },
  "purge-cdn fails": { fail: ["purge-cdn"] },
  "smoke fails": { fail: ["smoke"] },
  "observe fails": { fail: ["observe"] },
  "smoke and rollback fail": { fail: ["smoke", "rollback"] },
  "a gate is rejected": { reject: "deploy-web" },
  "the run is cancelled": { cancelAt: "deploy-web" },
  "a runner is lost": { loseRunnerAt: "deploy-web" },
};

const searched: Searched[] = [];
let secrets = 0;
let problems = 0;
for (const [name, play] of Object.entries(plays)) {
  const { report, sought } = await searchRehearsal({ ...play, env: process.env });
  const wrong = problemsIn(sought, report.phases);
  searched.push({ outcome: report.outcome, sought });
  secrets += sought.secrets;
  problems += wrong.length;
  const looked = sought.places.reduce((sum, place) => sum + place.looked, 0);
  console.log(`${name.padEnd(26)} ${report.outcome.padEnd(20)} ${sought.secrets} secrets, ${looked} places`);
  for (const line of wrong) console.log(`  ${line}`);
}

const { tried, held } = tallyOf(searched);
if (process.argv.includes("--save")) {
  const path = await keepReliability("secrets", {
    what: `Everything that ${searched.length} rehearsals leave, searched for their secrets (${secrets} in all): as they are, cut, in base64 at three alignments, URL-encoded, in JSON and HTML, hexadecimal, over lines`,
    command: "npm run secrets",
    tried,
    held,
    columns: ["place", "searched", "MB", "secrets found", "decoys found"],
    rows: rowsOf(searched),
    notes: [
      "A decoy is told on purpose, by a program of the app: a place where it is told and not found makes the run red",
      "Children are the app's own build, its quality commands and its suites: each writes down its environment, its arguments and those of all programs, and its open files. Accounts are meant for suites; they are left out there. And each program that an action starts, whichever it is, with all of its environment: there a name of a runner's own (`ACTIONS_…`, `GITHUB_…`, `INPUT_…`, `STATE_…`, `RUNNER_…`) is a finding, too, whatever stands in it",
      "Not searched: the memory of a process, and what a program of the same user reads of another's /proc (docs/secrets.md)",
    ],
  });
  console.log(path);
}
console.log(`${tried} tried, ${held} held`);
process.exitCode = problems === 0 ? 0 : 1;
