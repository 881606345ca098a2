import { gatedPhases } from "../../kit/release/phases.ts";
import type { KnownCdn } from "../stand-ins/start-cdn.ts";
import type { Visited } from "../world/cdn.ts";
import { type TargetNames, target as sample } from "../world/target.ts";
import type { OwnRepository } from "./repository.ts";
import type { Wanted } from "./wanted.ts";

/** What the parts of a world are called that stand in for a target's. */
export interface OwnNames {
  readonly target: TargetNames;
  readonly cdn: KnownCdn;
  /** False: the site is asked at its host, and the stand-in of a CDN by nobody. */
  readonly hasCdn: boolean;
  readonly visits: Visited;
}

/** No project's: whatever an address is made of it, it leads to nobody's production. */
const standInRef = "rehearsalrehearsalre";

export function namesFor({ name }: Pick<OwnRepository, "name">, wanted: Wanted): OwnNames {
  const { cdn } = wanted;
  const hasCdn = cdn !== undefined && cdn.cdn !== "none";
  const patterns = cdn?.paths ?? [];
  const tag = patterns.find(({ kind }) => kind === "tag");
  const addresses = patterns.flatMap((pattern) =>
    pattern.kind === "path" || pattern.kind === "prefix" ? [pattern.value] : [],
  );
  return {
    target: {
      name: wanted.target,
      app: name.split("/").at(-1) ?? "app",
      ref: standInRef,
      hostProject: sample.hostProject,
      domain: domainOf(wanted.origins[0]),
      zone: sample.zone,
      functions: wanted.functions?.functions ?? [],
      reviewers: sample.reviewers,
      gates: gatedPhases,
      rules: Object.fromEntries(gatedPhases.map((phase) => [phase, wanted.gates[phase] ?? "none"])),
      hostEnv: {},
    },
    cdn: hasCdn ? cdn.cdn : sampleCdn,
    hasCdn,
    visits: {
      addresses: [...new Set(["/", "/index.html", ...addresses])],
      pageTag: tag?.kind === "tag" ? tag.value : undefined,
      section: {},
    },
  };
}

const sampleCdn = "cloudflare";

function domainOf(origin: string | undefined): string {
  const host = (origin ?? "").replace(/^https?:\/\//, "").split("/")[0] ?? "";
  return /^[a-z0-9.-]+\.[a-z]+$/i.test(host) ? host.toLowerCase() : "app.example.com";
}
