import type { Host } from "../host.ts";
import { type Vercel, type VercelSettings, type VercelWorld, vercelApi } from "./context.ts";
import { readEnv, setEnv } from "./env.ts";
import { adopt, findExisting } from "./existing.ts";
import { filesOf } from "./files-of.ts";
import { goBack } from "./go-back.ts";
import { inspect, readProject, readSaid } from "./inspect.ts";
import { readProtection } from "./protection.ts";
import { promote } from "./promote.ts";
import { unpin } from "./pin.ts";
import { findStaged, stage } from "./stage.ts";

/** Vercel by its REST API. */
export function vercelHost(world: VercelWorld, settings: VercelSettings): Host {
  const vercel: Vercel = { api: vercelApi(world, settings), world, settings };
  return {
    inspect: (source) => inspect(vercel, source),
    said: (deployment) => readSaid(vercel, deployment),
    env: (names) => readEnv(vercel, names),
    setEnv: (values) => setEnv(vercel, values),
    filesOf: (deployment) => filesOf(vercel, deployment),
    find: async (site, release) => {
      const { id } = await readProject(vercel);
      return site.source === "existing"
        ? await findExisting(vercel, id, site)
        : await findStaged(vercel, id, site, release);
    },
    stage: (site, release, previous) =>
      site.source === "existing" ? adopt(vercel, site) : stage(vercel, site, release, previous),
    takes: ["prebuilt", "existing"],
    promote: (promotion) => promote(vercel, promotion),
    goBack: (change, options) => goBack(vercel, change, options),
    unpin: () => unpin(vercel),
    probeHeaders: settings.bypass === undefined ? {} : { "x-vercel-protection-bypass": settings.bypass },
    protection: () => readProtection(vercel),
    noWayBack: undefined,
  };
}
