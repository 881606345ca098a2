/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Every key of a type, each with its schema: a key that is added, or gone, does not compile. */
export type SchemasOf<T> = Readonly<Record<keyof Required<T> & string, Schema>>;

export const text: Schema = { type: "string" };
export const textOrNull: Schema = { type: ["string", "null"] };
export const texts: Schema = { type: "array", items: text };
export const flag: Schema = { type: "boolean" };
export const count: Schema = { type: "integer", minimum: 0 };

/** Unknown keys are kept: a later minor of the format may have more. */
export function object<T>(properties: SchemasOf<T>, optional: readonly (keyof T & string)[] = []): Schema {
  const required = Object.keys(properties).filter((key) => !(optional as readonly string[]).includes(key));
  return { type: "object", properties, required };
}

export const list = (items: Schema): Schema => ({ type: "array", items });
export const oneOf = (words: readonly string[]): Schema => ({ enum: [...words] });

interface Texts {
  /** The file whose types it is made from. */
  readonly of: string;
  readonly title: string;
  readonly description: string;
}

/** What stands at the top of a schema that is a file of its own. */
export function document({ of, title, description }: Texts): Schema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $comment: `Generated from ${of}'s types by \`npm run generate\`. Do not edit.`,
    title,
    description,
  };
}
