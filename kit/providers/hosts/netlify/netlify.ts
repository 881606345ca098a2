import type { Host } from "../host.ts";
import { type Netlify, type NetlifySettings, type NetlifyWorld, netlifyApi } from "./context.ts";
import { readEnv, setEnv } from "./env.ts";
import { filesOf } from "./files.ts";
import { unpin } from "./lock.ts";
import { goBack, promote } from "./restore.ts";
import { inspect, readSaid, readSite } from "./site.ts";
import { findStaged, stage } from "./stage.ts";

/** Netlify by its REST API: a draft is published, and taken back, by the same request. */
export function netlifyHost(world: NetlifyWorld, settings: NetlifySettings): Host {
  const netlify: Netlify = { api: netlifyApi(world, settings), world, settings };
  const id = async (): Promise<string> => (await readSite(netlify)).id;
  return {
    inspect: () => inspect(netlify),
    said: (deployment) => readSaid(netlify, deployment),
    env: (names) => readEnv(netlify, names),
    setEnv: (values) => setEnv(netlify, values),
    filesOf: (deployment) => filesOf(netlify, deployment),
    find: async (site, release) => await findStaged(netlify, await id(), site, release),
    stage: async (site, release, previous) => await stage(netlify, await id(), site, release, previous),
    promote: (promotion) => promote(netlify, promotion),
    goBack: (change, options) => goBack(netlify, change, options),
    unpin: () => unpin(netlify),
    probeHeaders: {},
    noWayBack: undefined,
  };
}
