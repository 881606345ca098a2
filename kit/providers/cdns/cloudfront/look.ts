import { UserError } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { encoded } from "../../../ports/encoded.ts";
import type { CdnWorld } from "../cdn.ts";
import type { CdnLook } from "../look.ts";
import { zoneOf } from "../needs.ts";
import { cloudfrontApi } from "./api.ts";
import { cloudfrontUrl, distributionHint } from "./cloudfront.ts";
import { credentialsOf } from "./credentials.ts";

/** An invalidation that is not there: who may read it is told so, by the distribution that it is asked of. */
export async function lookAtCloudfront(inputs: CdnInputs, world: CdnWorld): Promise<CdnLook> {
  const distribution = zoneOf(inputs, distributionHint);
  const credentials = credentialsOf(inputs.cdnToken, world.env);
  if ("what" in credentials)
    throw new UserError(
      "PR104",
      `cdn cloudfront needs ${credentials.what}, but it is empty.`,
      credentials.fix,
    );
  const call = cloudfrontApi(world, inputs.cdnApiUrl ?? cloudfrontUrl, credentials);
  try {
    await call("GET", `/2020-05-31/distribution/${encoded(distribution)}/invalidation/I0000000000000`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, fix } = error;
    if (!message.includes("NoSuchInvalidation"))
      throw new UserError(code, message.replace(/ It is not purged\.$/, ""), fix);
  }
  const says = "that they may invalidate (cloudfront:CreateInvalidation) shows only when they do";
  return { says: `the credentials may read invalidations of distribution ${distribution}; ${says}` };
}
