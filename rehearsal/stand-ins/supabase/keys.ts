import { createHmac, timingSafeEqual } from "node:crypto";
import { jwtSignature, roleKey } from "../../../kit/compatibility/tokens.ts";

/** The API keys of one project, all derived from its JWT secret: the same secret gives the same keys. */
export interface ProjectKeys {
  readonly publishable: string;
  readonly secret: string;
  /** The legacy keys, which are JWTs of a role. */
  readonly anon: string;
  readonly serviceRole: string;
}

export function projectKeys(ref: string, jwtSecret: string): ProjectKeys {
  const opaque = (kind: string): string => {
    const text = createHmac("sha256", jwtSecret).update(`${ref}/${kind}`).digest("base64url");
    return `sb_${kind}_${text.slice(0, 22)}_${text.slice(22, 30)}`;
  };
  return {
    publishable: opaque("publishable"),
    secret: opaque("secret"),
    anon: roleKey(ref, "anon", jwtSecret),
    serviceRole: roleKey(ref, "service_role", jwtSecret),
  };
}

/** The role JWT behind an API key of any kind, or undefined for a key that is not this project's. */
export function roleToken(keys: ProjectKeys, key: string): string | undefined {
  if (key === keys.publishable || key === keys.anon) return keys.anon;
  if (key === keys.secret || key === keys.serviceRole) return keys.serviceRole;
  return undefined;
}

/** Whether a token is one of ours, whole and in its time. `now` in ms. */
export function isValidJwt(token: string, jwtSecret: string, now: number): boolean {
  const [head, claims, sign, ...rest] = token.split(".");
  if (head === undefined || claims === undefined || sign === undefined || rest.length > 0) return false;
  const wanted = jwtSignature(`${head}.${claims}`, jwtSecret);
  const got = Buffer.from(sign, "base64url");
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return false;
  try {
    const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as { exp?: number };
    return exp === undefined || exp * 1000 > now;
  } catch {
    return false;
  }
}
