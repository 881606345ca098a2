// GitHub with the record of one release, from which each run starts anew: rounds must not grow what is read of it.
import { newGithubState } from "../../lib/rehearsal/stand-ins/github/new-state.js";
import { startGithub } from "../../lib/rehearsal/stand-ins/github/start.js";
import { slowed } from "./slowed.mjs";

const sha = "0123456789abcdef0123456789abcdef01234567";
const clock = { now: () => Date.now(), sleep: () => Promise.reject(new Error("nothing waits here")) };
const target = "production";

/** No release yet. */
export function emptyRecord() {
  const order = { now: Date.now(), repository: "acme/prism", users: ["ada"] };
  return newGithubState({ ...order, commits: { [sha]: [] }, branches: { main: sha } });
}

/**
 * Opens a run on a record, as slow as `pace` says: inputs and environment for an action of it. `work` gets them; gives
 * what the record is afterwards.
 */
export async function withRecord(state, pace, work) {
  const github = await startGithub({ state, clock });
  const api = await slowed(github.url, pace);
  const run = github.runs.open({
    name: "release",
    path: "release.yml",
    event: "push",
    sha,
    branch: "main",
    actor: "ada",
  });
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const token = github.issueToken({ deployments: "write", actions: "read" });
  const release = `${target}-${day}-${sha.slice(0, 12)}-${run}`;
  try {
    await work({
      inputs: { "github-token": token, target, release },
      env: { GITHUB_API_URL: api.url, GITHUB_RUN_ID: String(run) },
    });
    github.runs.finish(run, "success");
    return github.state();
  } finally {
    await Promise.all([github.close(), api.close()]);
  }
}
