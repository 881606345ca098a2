import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import type { Exchange } from "../../../../../rehearsal/stand-ins/watch.ts";
import { type Gap, gaps } from "./gaps.ts";

/** GitHub's own description of its API: the part that `conformance/github` takes from it. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  /** Schemas; null where there is no JSON. */
  readonly request: unknown;
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Holds what a stand-in was asked, and what it answered, against GitHub's description. */
export interface HeldToDescription {
  readonly tell: (exchange: Exchange) => void;
  /** What is wrong, a line each: route, status, place in the JSON, what is expected there. */
  readonly problems: () => readonly string[];
  /** How many exchanges were looked at. */
  readonly count: () => number;
}

/** Read once a test file: compiling the schemas takes longer than most that is held against them. */
let read: { readonly description: Description; readonly ajv: Ajv } | undefined;

function readDescription(): NonNullable<typeof read> {
  const text = readFileSync(join(import.meta.dirname, "api.github.com.json"), "utf8");
  const description = JSON.parse(text) as Description;
  // What is compiled is asked a few times: to make it small takes longer than that.
  const code = { optimize: false };
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, code });
  ajv.addSchema(description, "github");
  return { description, ajv };
}

export function heldToDescription(): HeldToDescription {
  const { description, ajv } = (read ??= readDescription());
  const found = new Set<string>();
  let count = 0;
  return {
    tell: (exchange) => {
      count += 1;
      for (const problem of problemsOf(exchange, description, ajv)) found.add(problem);
    },
    problems: () => [...found].sort(),
    count: () => count,
  };
}

function problemsOf(exchange: Exchange, { paths }: Description, ajv: Ajv): readonly string[] {
  const { method, route, path, status, json, sent } = exchange;
  if (route === undefined) return [`${method} ${path}: the stand-in has no such route`];
  const template = Object.keys(paths).find((one) => shapeOf(one) === shapeOf(route));
  const operation = paths[template ?? ""]?.[method.toLowerCase()];
  if (template === undefined || operation === undefined)
    return [`${method} ${route}: not in the description: add it to conformance/github/part-of.mjs`];
  const at = `${method} ${template}`;
  const place = `github#/paths/${escaped(template)}/${method.toLowerCase()}`;
  const asked =
    status < 400 && sent.length > 0 && operation.request !== null
      ? complaints(ajv, `${place}/request`, JSON.parse(sent.toString()))
      : [];
  const answered = answersTo(operation, status)
    ? complaints(ajv, operation.responses[status] ? `${place}/responses/${status}` : anyError(status), json)
    : ["the description has no such status"];
  return [
    ...asked.map((one) => `${at} is sent ${one}`),
    ...answered.map((one) => `${at} answers ${status}: ${one}`),
  ].filter((problem) => !gaps.some((gap) => excuses(gap, problem)));
}

/** Whoever may not, is unknown or asks too often is told so on every route; the description says it of few. */
const everywhere = [401, 403, 404];

function answersTo({ responses }: Operation, status: number): boolean {
  return Object.hasOwn(responses, status) || everywhere.includes(status);
}

function anyError(status: number): string | undefined {
  return status >= 400 ? "github#/schemas/basic-error" : undefined;
}

function complaints(ajv: Ajv, schema: string | undefined, value: unknown): readonly string[] {
  if (schema === undefined) return value === undefined ? [] : ["a body, and GitHub has none there"];
  const validate = ajv.getSchema(schema) as ValidateFunction | undefined;
  if (validate === undefined) throw new Error(`${schema} is no schema`);
  if (validate(value)) return [];
  return (validate.errors ?? []).filter(isOwn).map(said);
}

/** That none of several fits is said of each of them already. */
function isOwn({ keyword, params }: ErrorObject): boolean {
  if ((params as { readonly type?: unknown }).type === "null") return false;
  return !["anyOf", "oneOf", "if"].includes(keyword);
}

function said({ instancePath, message = "", params }: ErrorObject): string {
  const allowed = (params as { allowedValues?: readonly unknown[] }).allowedValues;
  return `${instancePath.replace(/\/\d+(?=\/|$)/g, "/*") || "/"} ${message}${allowed ? ` (${allowed.join(", ")})` : ""}`;
}

function excuses({ problem }: Gap, found: string): boolean {
  return problem.test(found);
}

/** A route without the names of what varies in it: ours and GitHub's call them differently. */
function shapeOf(route: string): string {
  return route.replace(/\{[^}]+\}|:[^/]+|\*[^/]+/g, "{}");
}

function escaped(path: string): string {
  return encodeURIComponent(path.replaceAll("~", "~0").replaceAll("/", "~1"));
}
