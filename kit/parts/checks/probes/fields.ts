import { type JsonSchema, type Misfit, type Steps, isScalar } from "../../../action/input.ts";
import { suggest } from "../../../config/suggest.ts";
import { readPath } from "./json-path.ts";
import { isObject } from "../../../ports/json-object.ts";

/** One key of a mapping: what an editor is told of it, and what is wrong with a value. */
export interface Field {
  readonly schema: JsonSchema;
  readonly wrong: (value: unknown) => readonly Misfit[];
}

export type Fields = Readonly<Record<string, Field>>;

/** A mapping that has these keys and no others. */
export function mapping(fields: Fields, description: string, more: JsonSchema = {}): Field {
  const properties = Object.fromEntries(Object.entries(fields).map(([key, { schema }]) => [key, schema]));
  const schema = { description, type: "object", additionalProperties: false, properties, ...more };
  return {
    schema,
    wrong: (value) => (isObject(value) ? inFields(value, fields) : [is("expected a mapping")]),
  };
}

function inFields(value: Readonly<Record<string, unknown>>, fields: Fields): readonly Misfit[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field !== undefined) return below(key, field.wrong(inner));
    const near = suggest(key, Object.keys(fields));
    return [{ steps: [key], says: `unknown key${near ? `; did you mean ${near}?` : ""}` }];
  });
}

/** A text on one line that a pattern fits. */
export function words(description: string, pattern: string, expected: string): Field {
  const fits = new RegExp(pattern);
  const ok = (value: unknown): boolean => typeof value === "string" && fits.test(value);
  return {
    schema: { description, type: "string", pattern },
    wrong: (value) => (ok(value) ? [] : [is(`expected ${expected}`)]),
  };
}

export function choice(description: string, choices: readonly string[]): Field {
  const ok = (value: unknown): boolean => choices.some((one) => one === value);
  return {
    schema: { description, enum: [...choices] },
    wrong: (value) => (ok(value) ? [] : [is(`expected one of ${choices.join(", ")}`)]),
  };
}

/** One of a kind, or a list of them. */
export function several(one: Field, description: string): Field {
  const { description: _, ...items } = one.schema;
  return {
    schema: { description, anyOf: [items, { type: "array", items }] },
    wrong: (value) =>
      Array.isArray(value)
        ? value.flatMap((inner: unknown, index) => below(index, one.wrong(inner)))
        : one.wrong(value),
  };
}

/** Values of a kind by name. */
export function named(description: string, name: Field, value: Field): Field {
  const { description: _, ...values } = value.schema;
  return {
    schema: { description, type: "object", additionalProperties: values },
    wrong: (given) =>
      isObject(given)
        ? Object.entries(given).flatMap(([key, inner]) =>
            below(key, [...name.wrong(key), ...value.wrong(inner)]),
          )
        : [is("expected a mapping")],
  };
}

export const anything: Field = { schema: {}, wrong: () => [] };

export const scalar: Field = {
  schema: { type: ["string", "number", "boolean"] },
  wrong: (value) => (isScalar(value) ? [] : [is("expected a text")]),
};

export const status: Field = {
  schema: { type: "integer", minimum: 100, maximum: 599 },
  wrong: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599
      ? []
      : [is("expected a status from 100 to 599")],
};

/** A path into JSON. */
export const path: Field = {
  schema: { type: "string", minLength: 1 },
  wrong: (value) =>
    typeof value === "string" && readPath(value) !== undefined
      ? []
      : [is('expected a path into JSON: `error`, `facets.perspective`, `insights[0]`, `["odd key"]`, `$`')],
};

export function below(step: string | number, misfits: readonly Misfit[]): readonly Misfit[] {
  return misfits.map(({ steps, says }) => ({ steps: [step, ...steps] as Steps, says }));
}

function is(says: string): Misfit {
  return { steps: [], says };
}
