import { UserError } from "../../errors/user-error.ts";
import { type Answer, type AskWorld, ask, askPast } from "./ask.ts";
import { cdnNames } from "../../providers/cdns/names.ts";
import { edgesOf, isSignOf } from "./edges.ts";

/** What is known of the CDN before anybody has looked. */
export interface Declared {
  /** As `cdn:` says it; undefined where `rollout.yml` has no section `purge-cdn`. */
  readonly cdn: string | undefined;
  readonly ignored: readonly string[];
}

/** What an origin answered as a browser asks it. */
export interface Met {
  readonly origin: string;
  readonly answer: Answer;
}

/**
 * Asks every origin as a browser does. A CDN that nobody declared would go on serving the release before this one.
 * @throws {UserError} PR451 naming every origin and the header that told.
 */
export async function refuseUndeclaredCdn(
  world: AskWorld,
  origins: readonly string[],
  { cdn, ignored }: Declared,
): Promise<readonly Met[]> {
  const met = await Promise.all(
    origins.map(async (origin) => ({ origin, answer: await ask(world, `${origin}/`) })),
  );
  const found = met.flatMap(({ origin, answer }) =>
    edgesOf(answer.headers)
      .filter(({ name, isHosts }) => !isHosts && !isSignOf(name, cdn) && !ignored.includes(name))
      .map(({ name, sign }) => ({ name, what: `${origin} is answered by ${name} (header ${sign})` })),
  );
  if (found.length === 0) return met;
  const names = [...new Set(found.map(({ name }) => name))];
  const said = cdn === undefined ? "rollout.yml has no section purge-cdn" : `cdn is ${cdn}`;
  const known = cdnNames.find((name) => names.some((one) => isSignOf(one, name)));
  const declare = known === undefined ? "Purge it yourself" : `Declare it (purge-cdn: { cdn: ${known}, … })`;
  throw new UserError(
    "PR451",
    `${said}, but ${found.map(({ what }) => what).join("; ")}. Nothing was changed.`,
    `${declare}; or where it is the host's own or keeps no pages, write ignore-edges: [${names.join(", ")}].`,
  );
}

/**
 * Makes sure that what is behind the CDN can be seen at all: a copy must not answer a query that is new.
 * @throws {UserError} PR453 naming the origin.
 */
export async function refuseBlindOrigins(
  world: AskWorld,
  past: readonly string[],
  says: (headers: Headers) => { readonly from: string; readonly said: string },
): Promise<void> {
  for (const origin of past) {
    const { from, said } = says((await askPast(world, origin, "/")).headers);
    if (from !== "cache") continue;
    throw new UserError(
      "PR453",
      `${origin} answers from its cache although it is asked with a query that is new (${said}): nobody can see what is behind it. Nothing was changed.`,
      "Write host-origins: for each origin the host's own domain for it, past the CDN.",
    );
  }
}
