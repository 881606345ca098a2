import { shortened } from "../errors/first-of.ts";
import { UserError } from "../errors/user-error.ts";
import { canonical } from "./canonical.ts";
import { type Form, misfit } from "../ports/misfit.ts";
import { parseJson } from "../ports/parse-json.ts";

/** The kinds of JSON that this suite writes; each has `schema: "prism-rollout/<kind>@<major>"`. */
export type FormatKind =
  | "plan"
  | "receipt"
  | "manifest"
  | "lease"
  | "artifact"
  | "assets"
  | "snapshot"
  | "world"
  | "halt"
  | "observation"
  | "evidence";

export function schemaOf<Kind extends FormatKind>(kind: Kind): `prism-rollout/${Kind}@1` {
  return `prism-rollout/${kind}@1`;
}

/**
 * What is of the kind, but of a major that this version does not know: PR106, saying which version can read it.
 * Undefined for anything else.
 */
export function ofOtherMajor(kind: FormatKind, value: unknown, where: string): UserError | undefined {
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  if (typeof schema !== "string") return undefined;
  const [, own, major = ""] = /^prism-rollout\/([a-z]{1,20})@(\d{1,6})$/.exec(schema) ?? [];
  if (own !== kind || schema === schemaOf(kind)) return undefined;
  const whose =
    Number(major) > 1 ? "a newer version of the suite wrote it" : "an older version of the suite wrote it";
  return new UserError(
    "PR106",
    `${where} is ${schema}: ${whose}, and this one reads ${schemaOf(kind)} only. Nothing was changed because of it.`,
    "Run this with the version that wrote it: name the same version at every `uses:` of the repository, in the chain as in rollback, watch and drift.",
  );
}

/** The text of a document: canonical, with a newline at its end. */
export function writeFormat(document: { readonly schema: string }): string {
  return `${canonical(document)}\n`;
}

/**
 * Reads a document of one kind. Unknown keys are kept.
 * @throws {UserError} PR106 when it is not JSON, another kind, a major that this version does not know, or without
 * something that is read of it.
 */
export function readFormat<T extends { readonly schema: string }>(
  kind: FormatKind,
  text: string,
  where: string,
  form: Form = "any",
): T {
  const value = parse(text, where);
  const schema =
    typeof value === "object" && value !== null ? (value as { schema?: unknown }).schema : undefined;
  if (schema === schemaOf(kind)) {
    const wrong = misfit(value, form);
    if (wrong === undefined) return value as T;
    throw new UserError(
      "PR106",
      `${where} is not what this suite writes: ${wrong}.`,
      "Was the file cut or edited? Use it as it was written.",
    );
  }
  const other = ofOtherMajor(kind, value, where);
  if (other !== undefined) throw other;
  throw new UserError(
    "PR106",
    `${where} is ${typeof schema === "string" ? shortened(schema, 80) : "without a schema"}, not ${schemaOf(kind)}.`,
    "Use the file that this version of the suite wrote for this release.",
  );
}

function parse(text: string, where: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new UserError(
      "PR106",
      `${where} is not JSON.`,
      "Was the file cut or edited? Make the plan again.",
      {
        cause: error,
      },
    );
  }
}
