import type { Input, Locate, Misfit, Parsed, Texts } from "../../../action/input.ts";
import { below } from "./fields.ts";
import { type JsonSteps, readPath } from "./json-path.ts";
import { namesIn } from "./placeholders.ts";
import { probeFields } from "./probe-fields.ts";
import type { Asked, Expectation, Probe } from "./probe.ts";
import { wrongTogether } from "./wrong-together.ts";
import { isObject } from "../../../ports/json-object.ts";
import { jsonIn } from "../../../ports/parse-json.ts";

/** Probes: a list in `rollout.yml`, in `with:` the same as JSON. Everything that is wrong is told at its own place. */
export function probes(texts: Texts): Input<readonly Probe[]> {
  const schema = { type: ["array", "string"], items: probeFields.schema };
  const common = { description: texts.description, secret: false, kind: "list of probes", schema };
  const fallback = texts.default === undefined ? {} : { fallback: texts.default };
  return { ...common, ...fallback, required: texts.default === undefined, parse };
}

const refused = {
  expected: "a list of probes (in `with:` as JSON)",
  write: '[{ name: answers, path: "/", expect: { status: 200 } }]',
};

function parse(raw: unknown, locate?: Locate): Parsed<readonly Probe[]> {
  const given = typeof raw === "string" ? jsonIn(raw) : raw;
  if (!Array.isArray(given) || !hasEnd(given)) return refused;
  const list: readonly unknown[] = given;
  const inside = list.flatMap((one, index) => below(index, [...probeFields.wrong(one), ...ownWrongs(one)]));
  if (inside.length > 0) return { ...refused, inside };
  const read = list.map((one, index) => probeOf(one as Given, locate?.([index, "name"])));
  const together = wrongTogether(read);
  return together.length > 0 ? { ...refused, inside: together } : { value: read };
}

/** What an anchor inside of itself makes has no end. */
function hasEnd(given: unknown): boolean {
  try {
    return JSON.stringify(given) !== undefined;
  } catch {
    return false;
  }
}

const kinds = ["path", "function", "rpc"] as const;

/** What no key shows alone. */
function ownWrongs(one: unknown): readonly Misfit[] {
  if (!isObject(one)) return [];
  const asks = kinds.filter((kind) => one[kind] !== undefined);
  if (one["name"] === undefined) return [{ steps: [], says: "expected a name" }];
  if (asks.length !== 1)
    return [
      { steps: [], says: `expected one of path, function and rpc, got ${asks.join(" and ") || "none"}` },
    ];
  const [kind = "path"] = asks;
  const method = one["method"] ?? usual[kind];
  const known = methods.path.some((any) => any === method);
  if (known && !methods[kind].some((fine) => fine === method))
    return [{ steps: ["method"], says: `expected ${methods[kind].join(", ")} for a ${kind}` }];
  const bodiless = ["GET", "HEAD", "OPTIONS"].some((any) => any === method) && one["body"] !== undefined;
  return bodiless ? [{ steps: ["body"], says: "a request of this method has no body" }] : [];
}

const usual = { path: "GET", function: "POST", rpc: "POST" } as const;
const methods: Readonly<Record<Asked["kind"], readonly string[]>> = {
  path: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
  function: ["GET", "POST", "PUT", "PATCH", "DELETE"],
  rpc: ["POST"],
};

/** A probe whose keys were found right. */
interface Given {
  readonly name: string;
  readonly path?: string;
  readonly function?: string;
  readonly rpc?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  readonly tags?: string | readonly string[];
  readonly capture?: Readonly<Record<string, string>>;
  readonly expect?: GivenExpectation;
}

interface GivenExpectation {
  readonly status?: number | readonly number[];
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly exists?: string | readonly string[];
  readonly absent?: string | readonly string[];
  readonly text?: string | readonly string[];
  readonly "no-text"?: string | readonly string[];
}

function probeOf(given: Given, place: string | undefined): Probe {
  const kind = kinds.find((one) => given[one] !== undefined) ?? "path";
  const { headers = {}, capture = {}, expect = {}, body } = given;
  return {
    name: given.name.trim(),
    place,
    asked: { kind, what: given[kind] ?? "/", method: given.method ?? usual[kind] },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body,
    tags: all(given.tags),
    capture: Object.entries(capture).map(([name, path]) => [name, path, stepsOf(path)]),
    uses: [...new Set(namesIn([given.path, given.function, headers, body, expect]))],
    expect: expectationOf(expect),
  };
}

function expectationOf(given: GivenExpectation): Expectation {
  const placed = (path: string): readonly [string, JsonSteps] => [path, stepsOf(path)];
  return {
    status: all(given.status),
    headers: Object.entries(given.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    json: Object.entries(given.json ?? {}).map(([path, value]) => [path, stepsOf(path), value]),
    exists: all(given.exists).map(placed),
    absent: all(given.absent).map(placed),
    text: all(given.text),
    noText: all(given["no-text"]),
  };
}

function all<One>(given: One | readonly One[] | undefined): readonly One[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly One[]) : [given as One];
}

function stepsOf(path: string): JsonSteps {
  return readPath(path) ?? [];
}
