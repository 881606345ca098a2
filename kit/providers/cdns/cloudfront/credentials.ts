import type { Runtime } from "../../../action/runtime.ts";
import type { Lack } from "../cdn.ts";
import type { Credentials } from "./sigv4.ts";

const hint =
  "Run aws-actions/configure-aws-credentials before this step; or pass `<access key id>:<secret access key>` as `cdn-token`. They need cloudfront:CreateInvalidation and cloudfront:GetInvalidation for this distribution.";

export const credentialsHint = hint;

/**
 * The credentials as `aws-actions/configure-aws-credentials` leaves them in the environment, or as `cdn-token` has
 * them: the id, the secret and, where there is one, the session token, with colons between.
 */
export function credentialsOf(token: string | undefined, env: Runtime["env"]): Credentials | Lack {
  if (token !== undefined && token !== "") {
    const [id, secret, session] = token.split(":");
    if (id && secret) return { id, secret, session };
    return { what: "`cdn-token` as `<access key id>:<secret access key>`", fix: hint };
  }
  const [id, secret, session] = ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"].map(
    (name) => env[`AWS_${name}`],
  );
  if (id && secret) return { id, secret, session };
  return { what: id ? "`AWS_SECRET_ACCESS_KEY`" : "`AWS_ACCESS_KEY_ID`", fix: hint };
}
