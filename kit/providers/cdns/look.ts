import type { CdnInputs } from "../../parts/cdn/inputs.ts";
import type { CdnWorld } from "./cdn.ts";
import { lookAtCloudflare } from "./cloudflare/look.ts";
import { lookAtCloudfront } from "./cloudfront/look.ts";
import { lookAtFastly } from "./fastly/look.ts";
import type { CdnName } from "./names.ts";

/** What reading alone tells of a CDN's token and zone. `doubt`: what only a purge would show. */
export interface CdnLook {
  readonly says: string;
  readonly doubt?: { readonly says: string; readonly fix: string };
}

type Looker = (inputs: CdnInputs, world: CdnWorld) => Promise<CdnLook>;

const lookers: Readonly<Partial<Record<CdnName, Looker>>> = {
  cloudflare: lookAtCloudflare,
  fastly: lookAtFastly,
  cloudfront: lookAtCloudfront,
};

/**
 * Asks a CDN for its token and its zone without purging anything; undefined where it has nothing that could be read.
 * @throws {UserError} PR302 for a token that is refused, PR303 for a zone that is not there, PR301 to PR307.
 */
export async function lookAtCdn(inputs: CdnInputs, world: CdnWorld): Promise<CdnLook | undefined> {
  return await lookers[inputs.cdn]?.(inputs, world);
}
