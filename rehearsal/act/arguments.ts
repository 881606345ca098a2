import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { appName } from "../release/play-release.ts";
import type { World, WorldFacts } from "../world/world.ts";
import { type ActCopy, callerPath } from "./prepare-copy.ts";

/** What of a world act meets. */
export type ActWorld = Omit<WorldFacts, "target" | "notes"> & Pick<World, "github" | "reaper">;

export const branch = "main";

// What npm or a person has set up for act on this machine (.env, .secrets, .vars) is not read.
const always = `push --json --verbose --platform ubuntu-latest=-self-hosted --workflows ${callerPath}
  --no-skip-checkout --no-cache-server --action-offline-mode --actor bob
  --env-file /dev/null --var-file /dev/null --input-file /dev/null`;

/** What act is started with: the run, the world and the copy, told by its own options; secrets by a file. */
export function actArguments(
  world: ActWorld,
  {
    run,
    folder,
    repositories,
  }: Pick<ActCopy, "repositories"> & { readonly run: number; readonly folder: string },
): readonly string[] {
  const { commit, env, github } = world;
  const secrets = join(folder, "secrets.yml");
  writeFileSync(secrets, JSON.stringify(allSecrets(world)), { mode: 0o600 });
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify({ after: commit }));
  // SHA_REF is how act is told github.sha; the others have the names that steps see.
  const context = {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: appName,
    GITHUB_REPOSITORY_OWNER: appName.split("/")[0] ?? "",
    GITHUB_REF: `refs/heads/${branch}`,
    SHA_REF: commit,
    GITHUB_RUN_ID: String(run),
    GITHUB_RUN_NUMBER: String(run % 1000),
    GITHUB_RUN_ATTEMPT: "1",
  };
  const options = [
    ["--action-cache-path", join(folder, "cache")],
    ["--eventpath", event],
    ["--secret-file", secrets],
    ...[...repositories].map(([name, at]) => ["--local-repository", `${name}=${at}`]),
    ...Object.entries({ ...env, ...context }).map(([name, value]) => ["--env", `${name}=${value}`]),
  ];
  return [...always.split(/\s+/), ...options.flat()];
}

/** act knows no environments: each job has the secrets of all, of which the token that may most is the one. */
function allSecrets({ github, secrets }: ActWorld): Readonly<Record<string, string>> {
  const { environments } = github.state();
  const wide = environments
    .filter(({ reviewers }) => reviewers.length > 0)
    .toSorted((a, b) => countOf(a.secrets) - countOf(b.secrets));
  const token = github.issueToken({ contents: "read", actions: "read", deployments: "write" });
  return Object.assign(
    { ...secrets, GITHUB_TOKEN: token },
    ...environments.map((one) => one.secrets),
    ...wide.map((one) => one.secrets),
  ) as Readonly<Record<string, string>>;
}

/** The environment of a whole chain in one job has the most, and each of it may the most. */
function countOf(secrets: Readonly<Record<string, string>> = {}): number {
  return Object.keys(secrets).length;
}
