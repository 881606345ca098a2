import { createHmac } from "node:crypto";

/** An HS256 token, as Supabase Auth signs one with a shared secret. */
export function signJwt(claims: Readonly<Record<string, unknown>>, jwtSecret: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
  return `${body}.${jwtSignature(body, jwtSecret).toString("base64url")}`;
}

export function jwtSignature(body: string, jwtSecret: string): Buffer {
  return createHmac("sha256", jwtSecret).update(body).digest();
}

/** The legacy API key of a role: a token that lasts. */
export function roleKey(ref: string, role: "anon" | "service_role", jwtSecret: string): string {
  return signJwt({ iss: "supabase", ref, role, iat: 1_767_225_600, exp: 2_082_758_400 }, jwtSecret);
}
