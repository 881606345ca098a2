import { expect, test } from "@jest/globals";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse, stringify } from "yaml";
import { parseConfig } from "../../kit/config/config.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { specs } from "../../scripts/specs.ts";
import { rolloutSchema } from "../../scripts/generate/rollout-schema.ts";
import { snippets } from "./snippets.ts";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const validator = (schema: unknown): ValidateFunction =>
  new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema as object);
const accepts = validator(JSON.parse(read("schemas/rollout.schema.json")));
const fresh = validator(rolloutSchema(specs));

/** What ajv has against a file, as places in it: `/migrate/directory`. */
function places(text: string, validate: ValidateFunction = accepts): string[] {
  if (validate(parse(text))) return [];
  const found = (validate.errors ?? []).map(({ instancePath, params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty;
    return extra === undefined ? instancePath : `${instancePath}/${extra}`;
  });
  return [...new Set(found)].sort();
}

/** The same of our own checker, whose messages name a place as `migrate.directory`. */
function ownPlaces(text: string): string[] {
  const { issues } = parseConfig(text, "rollout.yml", "", specs);
  return issues
    .map((issue) => `/${(/:\d+:\d+: ([^:]+):/.exec(issue)?.[1] ?? issue).replaceAll(".", "/")}`)
    .sort();
}

test("the sample's file and the README's pass, and our own checker agrees", () => {
  const readme = snippets("README.md").filter(({ text }) => /^targets:/m.test(text));
  expect(readme).toHaveLength(1);
  for (const text of [read("examples/prism/rollout.yml"), ...readme.map((snippet) => snippet.text)]) {
    expect(places(text)).toEqual([]);
    expect(ownPlaces(text)).toEqual([]);
  }
});

test("a wrong file is red in an editor at the very places that our own checker names", () => {
  const wrong = `migrate:
  directroy: x
  lock-timeout: 5
  lock-attempts: 1000
  database-url: postgres://user:hunter2@host/db
deploy-web: { host: netlfy, origins: 3, working-directory: apps/web }
deploy-functions: { verify-jwt: maybe, functions: { a: b } }
build: nothing
observ: {}
targets:
  production: { zonne: 1, supabase-access-token: sbp_1, target: staging }
  staging: nowhere
`;
  expect(ownPlaces(wrong)).toHaveLength(15);
  expect(places(wrong)).toEqual(ownPlaces(wrong));
});

test("a section's null is a section without keys; targets must be a mapping", () => {
  expect([places("migrate:\n"), ownPlaces("migrate:\n")]).toEqual([[], []]);
  for (const text of ["targets: 3\n", "targets: [production]\n"]) {
    expect(places(text)).toEqual(["/targets"]);
    expect(ownPlaces(text)).toEqual(["/targets"]);
  }
});

test("an input that several sections have means the same in each: a target sets it for all", () => {
  const byName = new Map<string, Set<string>>();
  for (const { inputs } of specs)
    for (const [name, { schema, secret }] of Object.entries(inputs))
      byName.set(name, (byName.get(name) ?? new Set()).add(JSON.stringify({ schema, secret })));
  const torn = [...byName].filter(([, schemas]) => schemas.size > 1).map(([name]) => name);
  expect(torn).toEqual([]);
});

const words = ["true", "5s", "90", "none", "vercel", "app.example.com", "a, b", "", " ", "A: b", "{}", "~"];
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...words, true, false, null, 0, 7, -1, 1.5, "0008"),
  fc.array(fc.constantFrom<unknown>(...words, 3, true, null), { maxLength: 3 }),
  fc.dictionary(
    fc.constantFrom("migrate", "deploy-web", "NAME", "score_prism", "constructor"),
    fc.oneof(
      fc.constantFrom<unknown>("reviewers", "none", "GET / 200", true, 1, null),
      fc.array(fc.constantFrom<unknown>("a", 1), { maxLength: 2 }),
    ),
    { maxKeys: 3 },
  ),
  fc.jsonValue(),
);
const odd = ["working-directory", "directroy", "constructor", "__proto__", "toString"];
const keys = [...new Set(specs.flatMap(({ inputs }) => Object.keys(inputs)))];
const sectionOf = (known: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.dictionary(fc.constantFrom(...known, ...odd), value, { maxKeys: 4 }) },
    { weight: 1, arbitrary: value },
  );
const sections = fc.record(
  Object.fromEntries(specs.map(({ name, inputs }) => [name, sectionOf(Object.keys(inputs))])),
  { requiredKeys: [] },
);
const target = fc
  .tuple(sections, sectionOf(keys))
  .map(([inner, own]) => (typeof own === "object" && own !== null ? { ...inner, ...own } : own));
const file = fc
  .tuple(sections, fc.dictionary(fc.constantFrom("production", "constructor"), target), fc.boolean())
  .map(([top, targets, has]) => stringify(has ? { ...top, targets } : top));

test("whatever our checker accepts, an editor accepts: no file is red without a reason", () => {
  fc.assert(
    fc.property(file, (text) => {
      const own = ownPlaces(text);
      if (own.length === 0) expect({ text, places: places(text, fresh) }).toEqual({ text, places: [] });
    }),
    { numRuns: 300 },
  );
});

test("one value at a time: what our checker accepts of any input, the schema accepts", () => {
  const one = fc
    .constantFrom(...specs)
    .chain(({ name, inputs }) => fc.tuple(fc.constant(name), fc.constantFrom(...Object.keys(inputs)), value))
    .map(([name, key, one_]) => stringify({ [name]: { [key]: one_ } }));
  fc.assert(
    fc.property(one, (text) => {
      const own = ownPlaces(text);
      if (own.length === 0) expect({ text, places: places(text, fresh) }).toEqual({ text, places: [] });
    }),
    { numRuns: 1000 },
  );
});

test("no file makes the checker stumble: it answers, or refuses with what the user can mend", () => {
  const any = fc.oneof(file, fc.string({ unit: "binary" }), fc.constantFrom(...hostileYaml));
  fc.assert(
    fc.property(any, fc.constantFrom("", "production", "constructor", "__proto__"), (text, aim) => {
      try {
        const config = parseConfig(text, "rollout.yml", aim, specs);
        for (const { name, inputs } of specs) for (const key of Object.keys(inputs)) config.lookup(name, key);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    { numRuns: 300 },
  );
});

const hostileYaml = [
  "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nmigrate: { directory: [*c,*c,*c,*c,*c,*c] }\n",
  "migrate: &m { directory: db }\ntargets: { production: { migrate: *m } }\n",
  "migrate: &m { directory: *m }\n",
  "migrate: { constructor: 1, toString: 2, __proto__: 3 }\n",
  "constructor: {}\n__proto__: {}\n",
  "targets: { __proto__: { supabase: a } }\n",
  "? { a: b }\n: 1\n",
  "? [migrate]\n: {}\n",
  "migrate: { directory: !!binary aGk= }\n",
  "migrate: { directory: 2026-11-22, from: 0x1F, lock-attempts: 0o7 }\n",
  "%YAML 1.1\n---\nmigrate: { directory: yes }\n",
  "---\na: 1\n---\nb: 2\n",
  "\u0000",
  "\uFEFFmigrate: {}\n",
  "migrate:\r\n  directory: x\r\n",
  "migrate:\n\tdirectory: x\n",
];

test("an anchor stands for what it names", () => {
  const text = `migrate: &same { directory: &folder db }
targets:
  production: { migrate: *same, functions-directory: *folder }
`;
  const config = parseConfig(text, "rollout.yml", "production", specs);
  expect(config.issues).toEqual([]);
  expect(places(text)).toEqual([]);
  expect(config.lookup("deploy-functions", "functions-directory")?.raw).toBe("db");
  expect(config.lookup("migrate", "directory")?.raw).toBe("db");
});
