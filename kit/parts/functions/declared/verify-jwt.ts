import { mapFromText } from "../../../action/input-map.ts";
import type { Input, Parsed } from "../../../action/input.ts";
import { heldIn } from "../../../action/held-in.ts";
import { UserError } from "../../../errors/user-error.ts";
import { isObject } from "../../../ports/json-object.ts";

/** One value for all functions, or one by name. */
export type VerifyJwt = boolean | Readonly<Record<string, boolean>>;

/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
export function verifyJwtInput(description: string): Input<VerifyJwt> {
  const flag = { type: ["boolean", "string"], pattern: "^(true|false)$" };
  const schema = {
    anyOf: [
      flag,
      { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
      { type: "object", additionalProperties: flag },
    ],
  };
  return {
    description,
    required: true,
    secret: false,
    kind: "true, false, or either by function",
    schema,
    parse,
  };
}

/**
 * The declared value of one function.
 * @throws {UserError} PR102 when a mapping leaves the function out.
 */
export function verifyJwtOf(declared: VerifyJwt, slug: string): boolean {
  const value = typeof declared === "boolean" ? declared : heldIn(declared, slug);
  if (value !== undefined) return value;
  throw new UserError(
    "PR102",
    `deploy-functions.verify-jwt: nothing is declared for ${slug}.`,
    `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`,
  );
}

function parse(raw: unknown): Parsed<VerifyJwt> {
  const one = asFlag(raw);
  if (one !== undefined) return { value: one };
  const refused = { expected: "true, false, or either by function", write: "false" };
  const map = typeof raw === "string" ? mapFromText(raw) : raw;
  if (!isObject(map)) return refused;
  const entries = Object.entries(map).flatMap(([slug, value]) => {
    const is = asFlag(value);
    return is === undefined ? [] : [[slug, is] as const];
  });
  return entries.length === Object.keys(map).length ? { value: Object.fromEntries(entries) } : refused;
}

function asFlag(raw: unknown): boolean | undefined {
  if (raw === true || raw === "true") return true;
  return raw === false || raw === "false" ? false : undefined;
}
