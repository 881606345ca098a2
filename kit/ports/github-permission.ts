/** The first row that fits decides. Everything in a repository that no row names is open to any token of it. */
const rows: readonly (readonly [method: RegExp, path: RegExp, permission: string])[] = [
  // No job can be given these: a person's token has them.
  [/GET/, /^\/environments\/[^/]+\/secrets/, "environments: read"],
  [/GET/, /^\/actions\/(?:organization-)?secrets/, "secrets: read"],
  [/GET/, /^\/environments/, "actions: read"],
  [/./, /^\/environments/, "administration: write"],
  [/POST/, /^\/actions\/runs\/[^/]+\/pending_deployments/, "deployments: write"],
  [/GET/, /^\/actions/, "actions: read"],
  [/./, /^\/actions/, "actions: write"],
  [/GET/, /^\/deployments/, "deployments: read"],
  [/./, /^\/deployments/, "deployments: write"],
  [/GET/, /^\/issues/, "issues: read"],
  [/./, /^\/issues/, "issues: write"],
  [/GET/, /^\/commits\/[^/]+\/check-runs/, "checks: read"],
  [/GET/, /^\/commits\/[^/]+\/status/, "statuses: read"],
  [/GET/, /^\/commits\/[^/]+\/pulls/, "pull-requests: read"],
  [/GET/, /^\/(contents|git|commits|branches|compare)\//, "contents: read"],
];

const repository = /^\/repos\/[^/]+\/[^/]+/;

/** What a job must say under `permissions:` for a route, as GitHub documents it (`GET /repos/{owner}/{repo}/…`). */
export function permissionFor(route: string): string | undefined {
  const [method = "", whole = ""] = route.split(" ");
  if (/^\/orgs\/[^/]+\/teams/.test(whole)) return "members: read";
  if (!repository.test(whole)) return undefined;
  const path = whole.replace(repository, "");
  return rows.find(([asked, place]) => asked.test(method) && place.test(path))?.[2];
}

/** Who may write may read: what all of the work needs is said at once, not `read` now and `write` at the next call. */
function neededFor(route: string, declared: readonly string[]): string | undefined {
  const needed = permissionFor(route);
  const more = needed?.replace(/: read$/, ": write");
  return more !== undefined && declared.includes(more) ? more : needed;
}

/** The same for a message, behind what GitHub has said. `declared` is all that the work needs of GitHub. */
export function lackOf(route: string, declared: readonly string[] = []): string {
  const needed = neededFor(route, declared);
  return needed === undefined ? "" : ` (a token needs \`${needed}\` for this)`;
}

/** What to do about a refusal: comments of a pull request are those of an issue, and need another permission. */
export function permissionFix(route: string, declared: readonly string[] = []): string {
  const needed = neededFor(route, declared);
  if (needed === undefined) return "Pass a token that may do this as `github-token`.";
  if (/^(administration|members):/.test(needed))
    return `Pass a token of an admin of the repository (${needed}) as \`github-token\`.`;
  const comment = /\/issues\/.*comments/.test(route)
    ? `, of a pull request \`${needed.replace("issues", "pull-requests")}\`,`
    : "";
  return `Give the job \`${needed}\`${comment} under \`permissions:\`; a called workflow gets at most what its caller grants.`;
}
