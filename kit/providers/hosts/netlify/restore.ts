import { heldIn } from "../../../action/held-in.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import { isUnclear } from "../answered.ts";
import type { Promotion, WayBack } from "../host.ts";
import { until } from "../until.ts";
import type { SiteAnswer } from "./answers.ts";
import type { Netlify } from "./context.ts";
import { setLock } from "./lock.ts";
import { domainsOf, isBuiltByGit, isLocked, publishedOf, readDeploy, readSite, whyBlocked } from "./site.ts";

/** With the default interval these take 20 s. */
const looksForUnknown = 13;

/**
 * Publishes the draft by one request; whatever is unclear is read, not asked again. Production is locked afterwards only
 * where it is supposed to be.
 * @throws {UserError} PR435 when nothing was changed, PR433 when it is not published.
 */
export async function promote(netlify: Netlify, { staged, was }: Promotion): Promise<readonly string[]> {
  if (staged === undefined) throw new Error("a promotion needs a staged deploy");
  const to = staged.deployment;
  const site = await readSite(netlify);
  if (publishedOf(site) !== to) {
    refuseOthers(site, was);
    const blocked = whyBlocked(site, netlify);
    if (blocked) throw blocked;
    await refuseUnready(netlify, to);
    await restore(netlify, site, to);
  }
  await setLock(netlify, !netlify.settings.autoAssign);
  return Object.keys(domainsOf(site));
}

/**
 * Goes back to `to` where `from` is published; anything else is drift and left alone. Netlify keeps nobody from
 * publishing after it. With `dryRun` nothing is changed, and `reverted` means «would be».
 */
export async function goBack(
  netlify: Netlify,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  { dryRun = false } = {},
): Promise<WayBack> {
  if (to === null) return { outcome: "irreversible", said: "There was no deploy before this one." };
  const site = await readSite(netlify);
  const now = publishedOf(site);
  if (now === to) return { outcome: "already", said: `${to} is published.` };
  const ids = JSON.stringify({ site_id: site.id, deploy_id: to });
  const manual = `netlify api restoreSiteDeploy --data '${ids}'`;
  if (now !== from)
    return { outcome: "drift", said: `${now ?? "No deploy"} is published: nothing was touched.`, manual };
  if ((await readDeploy(netlify, to))?.state !== "ready")
    return { outcome: "irreversible", said: `Netlify does not keep ${to} any more, or it was never ready.` };
  if (dryRun) return { outcome: "reverted", said: `Netlify would publish ${to}.` };
  try {
    await restore(netlify, site, to);
    if (isLocked(site)) await setLock(netlify, true);
    return { outcome: "reverted", said: `${to} is published.`, ...nextOf(site) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { outcome: "failed", said: describe(error), manual };
  }
}

function nextOf(site: SiteAnswer): Pick<WayBack, "next"> {
  if (isLocked(site) || !isBuiltByGit(site)) return {};
  return {
    next: "Netlify publishes the next build of the connected repository by itself: stop auto publishing until the cause is mended.",
  };
}

async function restore(netlify: Netlify, before: SiteAnswer, to: string): Promise<void> {
  const accepted = await ask(netlify, before.id, to);
  const { verifyTimeout } = netlify.settings;
  let looks = 0;
  const done = await until(netlify, verifyTimeout, `deploy ${to} is published`, async () => {
    looks += 1;
    const now = publishedOf(await readSite(netlify));
    if (now === to) return true;
    if (now !== publishedOf(before)) throw overtaken(to, now);
    if (!accepted && looks >= looksForUnknown) throw notPublished(to, "Netlify has no trace of the request");
    return undefined;
  });
  if (done !== true) throw notPublished(to, `after ${verifyTimeout / 1000} s another deploy is published`);
}

/** True when Netlify took the request, false when that is not known. */
async function ask({ api, world }: Netlify, siteId: string, to: string): Promise<boolean> {
  try {
    await api("POST", `/sites/${siteId}/deploys/${to}/restore`);
    return true;
  } catch (error) {
    if (!isUnclear(error)) throw error;
    world.log.warn(`Whether ${to} was published is unclear (${error.message}); looking at what is live.`);
    return false;
  }
}

function refuseOthers(site: SiteAnswer, was: Promotion["was"]): void {
  const moved = Object.entries(domainsOf(site)).filter(([name, now]) => now !== (heldIn(was, name) ?? null));
  if (moved.length === 0) return;
  throw new UserError(
    "PR435",
    `Somebody else has published a deploy of Netlify site ${site.name ?? site.id}: ${publishedOf(site) ?? "none"} is live by now. Nothing was promoted.`,
    "Start a new run, so that the plan says what is live.",
  );
}

async function refuseUnready(netlify: Netlify, to: string): Promise<void> {
  const deploy = await readDeploy(netlify, to);
  if (deploy?.state === "ready") return;
  throw new UserError(
    "PR435",
    `Deploy ${to} is ${deploy?.state ?? "not there any more"}, so it cannot be published. Nothing was promoted.`,
    "Run again: a new deploy is staged.",
  );
}

function notPublished(to: string, why: string): UserError {
  return new UserError(
    "PR433",
    `Deploy ${to} was not published: ${why}.`,
    "Look at the site's deploys in Netlify's dashboard; running again goes on from what is live.",
  );
}

function overtaken(to: string, now: string | null): UserError {
  return new UserError(
    "PR435",
    `While deploy ${to} was being published, somebody published ${now ?? "another"}.`,
    "Find out who publishes this site's deploys (a Git integration, a person), then run again.",
  );
}
