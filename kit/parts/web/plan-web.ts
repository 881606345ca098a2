import type { PlanPart, Undo } from "../../release/plan/plan.ts";
import type { LiveWeb } from "../../providers/hosts/host.ts";
import { openHost } from "../../providers/hosts/hosts.ts";
import { UserError } from "../../errors/user-error.ts";
import { reuseLine } from "./artifact.ts";
import { filesLine } from "./compare-files.ts";
import type { WebInputs } from "./inputs.ts";
import { type WebFacts, type WebWorld, inspectWeb } from "./inspect-web.ts";
import type { KeptAssets } from "./kept-assets.ts";
import { resetsOf, unverifiedEnv } from "./required-env.ts";
import { webDetail } from "./web-details.ts";

/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
export async function planWeb(inputs: WebInputs, world: WebWorld): Promise<PlanPart> {
  const facts = await inspectWeb(inputs, world, openHost(inputs, world));
  const part = webPart(facts);
  if (part.work === "some") refuseBlocked(facts.live);
  return part;
}

/** Pure: what would be done, from what was found. */
export function webPart(facts: WebFacts): PlanPart {
  const { site, live, was, hostName, env, changes, again } = facts;
  const work = was.marker === site.marker && isUnanimous(live) && !again ? "none" : "some";
  const mixed = was.deployment === null && !isUnanimous(live) ? { domains: live.domains } : {};
  return {
    phase: "deploy-web",
    work,
    decisions: {
      host: hostName,
      project: live.project,
      was: { ...was, ...mixed },
      becomes: { artifactDigest: site.digest, commit: site.commit },
      requiredEnv: Object.fromEntries(Object.entries(env).map(([name, finding]) => [name, { ...finding }])),
      ...(again ? { again } : {}),
    },
    measurements: {
      files: site.files.length,
      bytes: site.files.reduce((sum, file) => sum + file.size, 0),
      ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
    },
    undo: wayBack(facts),
    unverified: [...unverifiedEnv(env), ...live.notes, ...keptNotes(facts)],
    says: work === "none" ? [] : says(facts),
    details: work === "none" ? [] : [webDetail(facts)],
  };
}

/**
 * `own` is what an earlier attempt of the same release has staged. Where it has promoted that already, the host says of
 * its own builds what every promotion leaves, and nothing is moved any more.
 * @throws {UserError} PR435 when the host is in a state in which nothing may be promoted, PR478 for a build of its own.
 */
export function refuseBlocked(live: LiveWeb, own?: string): void {
  const { blocked, notExisting, moving } = live;
  const isPromoted = live.deployment !== null && live.deployment === own && live.movedAt !== undefined;
  if (notExisting && !isPromoted) throw notExisting;
  if (blocked) throw blocked;
  if (moving === null || moving === own) return;
  throw new UserError(
    "PR435",
    `The production domains are being moved to ${moving} right now. Nothing was changed.`,
    "Wait until that has ended, then start a new run.",
  );
}

function isUnanimous({ domains }: LiveWeb): boolean {
  return new Set(Object.values(domains)).size === 1;
}

function wayBack({ was, live, noWayBack }: WebFacts): Undo {
  if (noWayBack !== undefined) return { possible: "no", why: noWayBack };
  if (was.deployment !== null) return { possible: "yes" };
  const none = Object.values(live.domains).every((one) => one === null);
  const why = none
    ? "there is no deployment to go back to"
    : "the production domains serve different deployments, which no rollback restores";
  return live.project === null ? { possible: "yes" } : { possible: "no", why };
}

function says({ site, was, hostName, live, changes, env, kept }: WebFacts): readonly string[] {
  const where = live.project === null ? hostName : `${hostName} ${live.project}`;
  const old = was.marker ?? was.deployment ?? "what is live";
  const resets = Object.entries(resetsOf(env)).map(
    ([name, value]) =>
      `${where}: ${name} is set to ${JSON.stringify(value)} again, where it is another value`,
  );
  const line =
    old === site.marker ? `${where}: ${old} is deployed again` : `${where}: ${old} becomes ${site.marker}`;
  return [...resets, line, ...reuseLine(site), ...(changes ? [filesLine(changes)] : []), ...keptLine(kept)];
}

function keptLine({ releases }: KeptAssets): readonly string[] {
  const paths = new Set(releases.flatMap(({ files }) => files.map(({ path }) => path)));
  if (paths.size === 0) return [];
  const of = releases.length === 1 ? "the release before" : `${releases.length} former releases`;
  return [`${paths.size} hashed assets of ${of} stay reachable for open tabs`];
}

function keptNotes({ kept: { unknown }, live }: WebFacts): readonly string[] {
  if (unknown === undefined || Object.values(live.domains).every((one) => one === null)) return [];
  return [`A tab that is open may miss what it was built with: ${unknown}.`];
}
