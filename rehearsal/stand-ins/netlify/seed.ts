import { createHash } from "node:crypto";
import { findSite, nextId } from "./context.ts";
import { publishDeploy } from "./deploys.ts";
import type { NetlifyDeploy, NetlifyState } from "./state.ts";

/**
 * Puts a finished deploy into a state, as if it had been made earlier; with `live` it is published.
 * @throws {Error} when the site is unknown.
 */
export function seedDeploy(
  state: NetlifyState,
  options: {
    readonly site: string;
    readonly files: Readonly<Record<string, string | Uint8Array>>;
    readonly now: number;
    readonly live: boolean;
  },
): NetlifyDeploy {
  const site = findSite(state, options.site);
  if (site === undefined) throw new Error(`the Netlify state has no site ${options.site}`);
  const files = Object.entries(options.files).map(([path, content]) => {
    const bytes = Buffer.from(content);
    const sha = createHash("sha1").update(bytes).digest("hex");
    state.files[sha] = bytes.toString("base64");
    return [`/${path}`, sha] as const;
  });
  const deploy: NetlifyDeploy = {
    id: nextId(state),
    site: site.id,
    title: null,
    draft: false,
    files: Object.fromEntries(files),
    createdAt: options.now,
    failure: null,
    state: "ready",
    error: null,
    publishedAt: null,
    polls: 0,
    port: 0,
  };
  state.deploys.push(deploy);
  if (options.live) publishDeploy(site, deploy, options.now);
  return deploy;
}
