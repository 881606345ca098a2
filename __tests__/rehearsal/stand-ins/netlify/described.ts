import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import type { Exchange } from "../../../../rehearsal/stand-ins/watch.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: unknown;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly responses: Readonly<Record<string, { readonly schema?: Schema } | undefined>>;
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation | undefined>>>>;

const prefix = "/api/v1";

/** Holds what the stand-in was asked, and what it answered, against Netlify's own description. */
export function heldToNetlify(): {
  readonly tell: (exchange: Exchange) => void;
  readonly problems: () => readonly string[];
  readonly routes: () => readonly string[];
} {
  const file = createRequire(import.meta.url).resolve("@netlify/open-api");
  const { paths } = JSON.parse(readFileSync(file, "utf8")) as { readonly paths: Paths };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const found = new Set<string>();
  const seen = new Set<string>();
  return {
    problems: () => [...found].sort(),
    routes: () => [...seen].sort(),
    tell: (exchange) => {
      const { method, route = "(none)", status } = exchange;
      const operation = operationOf(paths, method, route);
      if (operation !== undefined) seen.add(`${method} ${route}`);
      const problems = operation === undefined ? ["not described"] : problemsOf(ajv, operation, exchange);
      for (const problem of problems) found.add(`${method} ${route} ${status}: ${problem}`);
    },
  };
}

function operationOf(paths: Paths, method: string, route: string): Operation | undefined {
  const template = Object.keys(paths).find((path) => shapeOf(path) === shapeOf(route.replace(prefix, "")));
  return template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
}

function problemsOf(
  ajv: Ajv,
  { responses, parameters = [] }: Operation,
  exchange: Exchange,
): readonly string[] {
  const { status, json, sent } = exchange;
  const answer = responses[status] ?? (status >= 400 ? responses["default"] : undefined);
  const body = parameters.find((one) => one.in === "body")?.schema;
  const isJson = body?.properties !== undefined && sent.length > 0;
  return [
    ...(answer === undefined ? ["this status is not described"] : []),
    ...(answer?.schema === undefined ? [] : complaints(ajv, answer.schema, json)),
    ...(isJson ? complaints(ajv, body, JSON.parse(sent.toString())) : []),
  ];
}

function complaints(ajv: Ajv, schema: Schema, value: unknown): readonly string[] {
  const validate = ajv.compile(schema);
  validate(value);
  const wrong = (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || "/"} ${message}`,
  );
  return [...wrong, ...unknownIn(schema, value, "")];
}

/** Fields that the vendor does not have: what reads them would find nothing there. */
function unknownIn(schema: Schema, value: unknown, at: string): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => unknownIn(schema.items ?? {}, one, `${at}/*`));
  if (typeof value !== "object" || value === null || schema.properties === undefined) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = schema.properties?.[key];
    return own === undefined ? [`${at}/${key} is not described`] : unknownIn(own, inner, `${at}/${key}`);
  });
}

function shapeOf(route: string): string {
  return route.replace(/\{[^}]+\}|:[^/]+|\*[^/]+/g, "{}");
}
