import type { Input, JsonSchema } from "../../kit/action/input.ts";
import type { Inputs, Spec } from "../../kit/action/spec.ts";

/** The JSON Schema of `rollout.yml`: a section an action, and targets that overlay any of it. */
export function rolloutSchema(specs: readonly Spec[]): JsonSchema {
  const sections = Object.fromEntries(specs.map((spec) => [spec.name, section(spec)]));
  const shared = Object.assign({}, ...specs.map((spec) => properties(spec.inputs))) as Record<
    string,
    JsonSchema
  >;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $comment: "Generated from the actions' spec.ts by `npm run generate`. Do not edit.",
    title: "prism-rollout: rollout.yml",
    type: "object",
    additionalProperties: false,
    properties: {
      ...sections,
      targets: {
        description:
          "What a release goes to. A target overlays sections, and sets inputs of several actions at once.",
        type: "object",
        additionalProperties: {
          type: "object",
          additionalProperties: false,
          properties: { ...shared, ...sections },
        },
      },
    },
  };
}

function section(spec: Spec): JsonSchema {
  const description = spec.description;
  return {
    description,
    type: ["object", "null"],
    additionalProperties: false,
    properties: properties(spec.inputs),
  };
}

const onlyWith = ["working-directory", "config", "target", "commit"];

function properties(inputs: Inputs): Record<string, JsonSchema> {
  const own = Object.entries(inputs).filter(([name, input]) => !input.secret && !onlyWith.includes(name));
  return Object.fromEntries(own.map(([name, input]) => [name, property(input)]));
}

function property(input: Input<unknown>): JsonSchema {
  return {
    ...input.schema,
    description: input.description,
    ...(input.fallback ? { default: input.fallback } : {}),
  };
}
