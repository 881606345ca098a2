import { type GitHub, isNotFound } from "../../../ports/github.ts";
import type { Reviewer } from "../found.ts";

/** The named people and teams with their ids, and those that GitHub does not know. */
export async function findReviewers(
  github: GitHub,
  names: readonly string[],
): Promise<{ readonly reviewers: readonly Reviewer[]; readonly problems: readonly string[] }> {
  const all = await Promise.all(names.map((name) => find(github, name)));
  const found = all.filter((one) => typeof one !== "string");
  const first = ({ type, id }: Reviewer): number =>
    found.findIndex((one) => one.type === type && one.id === id);
  return {
    reviewers: found.filter((one, index) => first(one) === index),
    problems: all.filter((one) => typeof one === "string"),
  };
}

async function find(github: GitHub, given: string): Promise<Reviewer | string> {
  const name = given.replace(/^@/, "");
  const [org, team, more] = name.split("/");
  const isTeam = team !== undefined;
  if (name === "" || org === "" || team === "" || more !== undefined)
    return `${JSON.stringify(given)} is neither a login nor org/team`;
  const [route, parameters] = isTeam
    ? (["GET /orgs/{org}/teams/{team_slug}", { org, team_slug: team }] as const)
    : (["GET /users/{username}", { username: name }] as const);
  try {
    const { data } = await github.request(route, parameters);
    const { id, login, slug } = (data ?? {}) as { id?: unknown; login?: string; slug?: string };
    if (typeof id !== "number") return `GitHub's answer about ${name} has no id`;
    return { type: isTeam ? "Team" : "User", id, name: slug ?? login ?? name };
  } catch (error) {
    if (!isNotFound(error)) throw error;
    return isTeam
      ? `${name} is no team that this token sees (it needs to read the organization's members)`
      : `${name} is nobody on GitHub`;
  }
}
