import { parse as parseYaml } from "yaml";
import type { Input, Parsed } from "../../action/input.ts";
import { UserError } from "../../errors/user-error.ts";

/** One value for all functions, or one by name. */
export type VerifyJwt = boolean | Readonly<Record<string, boolean>>;

/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
export function verifyJwtInput(description: string): Input<VerifyJwt> {
  const schema = {
    oneOf: [{ type: "boolean" }, { type: "object", additionalProperties: { type: "boolean" } }],
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
  const value = typeof declared === "boolean" ? declared : declared[slug];
  if (value !== undefined) return value;
  throw new UserError(
    "PR102",
    `deploy-functions.verify-jwt: nothing is declared for ${slug}.`,
    `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`,
  );
}

function parse(raw: unknown): Parsed<VerifyJwt> {
  const value = typeof raw === "string" ? fromText(raw) : raw;
  if (typeof value === "boolean") return { value };
  const refused = { expected: "true, false, or either by function", write: "false" };
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refused;
  return Object.values(value).every((one) => typeof one === "boolean")
    ? { value: value as Readonly<Record<string, boolean>> }
    : refused;
}

function fromText(raw: string): unknown {
  try {
    return parseYaml(raw);
  } catch {
    return undefined;
  }
}
