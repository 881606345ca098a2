import type { Host } from "../host.ts";
import { type Vercel, type VercelSettings, type VercelWorld, vercelApi } from "./context.ts";
import { readEnv, setEnv } from "./env.ts";
import { filesOf } from "./files-of.ts";
import { goBack } from "./go-back.ts";
import { inspect, readProject, readSaid } from "./inspect.ts";
import { promote } from "./promote.ts";
import { unpin } from "./pin.ts";
import { findStaged, stage } from "./stage.ts";

/** Vercel by its REST API. */
export function vercelHost(world: VercelWorld, settings: VercelSettings): Host {
  const vercel: Vercel = { api: vercelApi(world, settings), world, settings };
  return {
    inspect: () => inspect(vercel),
    said: (deployment) => readSaid(vercel, deployment),
    env: (names) => readEnv(vercel, names),
    setEnv: (values) => setEnv(vercel, values),
    filesOf: (deployment) => filesOf(vercel, deployment),
    find: async (site, release) => findStaged(vercel, (await readProject(vercel)).id, site, release),
    stage: (site, release, previous) => stage(vercel, site, release, previous),
    promote: (promotion) => promote(vercel, promotion),
    goBack: (change, options) => goBack(vercel, change, options),
    unpin: () => unpin(vercel),
    probeHeaders: settings.bypass === undefined ? {} : { "x-vercel-protection-bypass": settings.bypass },
    noWayBack: undefined,
  };
}
