import { UserError } from "../../errors/user-error.ts";
import type { CdnInputs } from "../../parts/cdn/inputs.ts";
import type { Cdn } from "./cdn.ts";
import { type CloudflareWorld, cloudflareCdn } from "./cloudflare/cloudflare.ts";
import type { CdnName } from "./names.ts";
import { noCdn } from "./none/none.ts";
import { patternText } from "./pattern.ts";

export type CdnWorld = CloudflareWorld;

const openers: Readonly<Record<CdnName, (inputs: CdnInputs, world: CdnWorld) => Cdn>> = {
  cloudflare: openCloudflare,
  none: () => noCdn,
};

/**
 * The CDN that a target names. Its token is asked for by the first purge only: looking needs none.
 * @throws {UserError} PR102 when an input is missing, or a pattern is one that this CDN cannot purge exactly.
 */
export function openCdn(inputs: CdnInputs, world: CdnWorld): Cdn {
  const cdn = openers[inputs.cdn](inputs, world);
  if (cdn.name === "none") return cdn;
  if (inputs.paths === undefined) {
    const fix = 'Write paths: ["/", "/index.html", "/results/*"], or cdn: none where there is no CDN.';
    throw new UserError("PR102", `cdn ${cdn.name} needs \`paths\`, but there are none.`, fix);
  }
  const beyond = inputs.paths.filter((pattern) => !cdn.purges.has(pattern.kind)).map(patternText);
  if (beyond.length === 0) return cdn;
  const can = [...cdn.purges].join(", ");
  throw new UserError(
    "PR102",
    `cdn ${cdn.name} cannot purge exactly ${beyond.join(", ")}: it knows ${can}.`,
    "Write these paths in another way; nothing is purged that was not written.",
  );
}

function openCloudflare({ zone, cdnToken, cdnApiUrl }: CdnInputs, world: CdnWorld): Cdn {
  if (zone === undefined) {
    const fix = "Write zone: and the zone's id (32 hex digits, on its Overview page) for this target.";
    throw new UserError("PR102", "cdn cloudflare needs `zone`, but it is not given.", fix);
  }
  return cloudflareCdn(world, { apiUrl: cdnApiUrl, token: cdnToken, zone });
}
