import { createHmac, timingSafeEqual } from "node:crypto";

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
  const legacy = (role: string): string =>
    signJwt({ iss: "supabase", ref, role, iat: 1_767_225_600, exp: 2_082_758_400 }, jwtSecret);
  return {
    publishable: opaque("publishable"),
    secret: opaque("secret"),
    anon: legacy("anon"),
    serviceRole: legacy("service_role"),
  };
}

/** The role JWT behind an API key of any kind, or undefined for a key that is not this project's. */
export function roleToken(keys: ProjectKeys, key: string): string | undefined {
  if (key === keys.publishable || key === keys.anon) return keys.anon;
  if (key === keys.secret || key === keys.serviceRole) return keys.serviceRole;
  return undefined;
}

/** An HS256 token, as Supabase Auth signs one with a shared secret. */
export function signJwt(claims: Readonly<Record<string, unknown>>, jwtSecret: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${signature(body, jwtSecret).toString("base64url")}`;
}

/** Whether a token is one of ours, whole and in its time. `now` in ms. */
export function isValidJwt(token: string, jwtSecret: string, now: number): boolean {
  const [head, claims, sign, ...rest] = token.split(".");
  if (head === undefined || claims === undefined || sign === undefined || rest.length > 0) return false;
  const wanted = signature(`${head}.${claims}`, jwtSecret);
  const got = Buffer.from(sign, "base64url");
  if (got.length !== wanted.length || !timingSafeEqual(got, wanted)) return false;
  try {
    const { exp } = JSON.parse(Buffer.from(claims, "base64url").toString("utf8")) as { exp?: number };
    return exp === undefined || exp * 1000 > now;
  } catch {
    return false;
  }
}

function signature(body: string, jwtSecret: string): Buffer {
  return createHmac("sha256", jwtSecret).update(body).digest();
}
