import { UserError } from "../../../errors/user-error.ts";
import type { Netlify } from "./context.ts";
import { isLocked, publishedOf, readSite } from "./site.ts";

/** Locks production to what is published, or lets new deploys be published again; the site's word afterwards counts. */
export async function setLock(netlify: Netlify, locked: boolean): Promise<boolean> {
  const site = await readSite(netlify);
  const published = publishedOf(site);
  if (isLocked(site) === locked || published === null) return false;
  await netlify.api("POST", `/deploys/${published}/${locked ? "lock" : "unlock"}`, { safe: true });
  const now = await readSite(netlify);
  if (isLocked(now) === locked) return true;
  throw new UserError(
    "PR435",
    `Netlify took the change, but production of ${site.name ?? site.id} is ${locked ? "not locked" : "locked still"}.`,
    `${locked ? "Lock" : "Unlock"} it in Netlify's dashboard (Deploys).`,
  );
}

/** Lets new deploys be published again where production is locked, though it is not supposed to be. */
export async function unpin(netlify: Netlify): Promise<string | undefined> {
  if (!netlify.settings.autoAssign || !(await setLock(netlify, false))) return undefined;
  return "Production is not locked any more: the next production deploy is published by itself.";
}
