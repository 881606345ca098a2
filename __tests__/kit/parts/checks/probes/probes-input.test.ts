import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { stringify } from "yaml";
import { parseConfig } from "../../../../../kit/config/config.ts";
import { probes } from "../../../../../kit/parts/checks/probes/probes-input.ts";
import type { Probe } from "../../../../../kit/parts/checks/probes/probe.ts";
import { spec } from "../../../../../actions/smoke/spec.ts";

const input = probes({ description: "", default: "[]" });
const accepts = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(input.schema);

function issues(text: string): readonly string[] {
  return parseConfig(text, "rollout.yml", "", [spec]).issues;
}

function read(given: unknown): readonly Probe[] {
  const parsed = input.parse(given);
  if (!("value" in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

test("a probe is read with its defaults, and knows its line", () => {
  const text = `smoke:
  probes:
    - { name: answers, path: / }
    -
      name: a call
      function: score
`;
  const config = parseConfig(text, "rollout.yml", "", [spec]);
  const placed = config.lookup("smoke", "probes");
  const parsed = input.parse(placed?.raw, placed?.within);
  expect(parsed).toMatchObject({
    value: [
      { name: "answers", place: "rollout.yml:3:9", asked: { kind: "path", what: "/", method: "GET" } },
      {
        name: "a call",
        place: "rollout.yml:5:7",
        asked: { kind: "function", what: "score", method: "POST" },
      },
    ],
  });
});

test("everything that is wrong is told at its own place, at once", () => {
  const text = `smoke:
  probes:
    - name: one
      path: relative
      expects: { status: 200 }
    - name: two
      rpc: start
      method: GET
      expect:
        status: [200, 99]
        json: { "a..b": 1 }
        txt: x
    - { function: f, path: / }
    - just a text
    - name: five
      function: f
      tags: read-only
      headers: { "a b": 1 }
`;
  expect(issues(text)).toEqual([
    "rollout.yml:4:7: smoke.probes.0.path: expected a path that begins with /",
    "rollout.yml:5:7: smoke.probes.0.expects: unknown key; did you mean expect?",
    "rollout.yml:10:23: smoke.probes.1.expect.status.1: expected a status from 100 to 599",
    'rollout.yml:11:17: smoke.probes.1.expect.json.a..b: expected a path into JSON: `error`, `facets.perspective`, `insights[0]`, `["odd key"]`, `$`',
    "rollout.yml:12:9: smoke.probes.1.expect.txt: unknown key; did you mean text?",
    "rollout.yml:8:7: smoke.probes.1.method: expected POST for a rpc",
    "rollout.yml:13:7: smoke.probes.2: expected a name",
    "rollout.yml:14:7: smoke.probes.3: expected a mapping",
    "rollout.yml:17:7: smoke.probes.4.tags: expected a tag: @read-only",
    "rollout.yml:18:18: smoke.probes.4.headers.a b: expected the name of a header",
  ]);
});

test("probes are held against each other: names, values that nobody gives, tags", () => {
  const text = `smoke:
  probes:
    - { name: one, rpc: start, capture: { id: session_id, uuid: x } }
    - { name: one, function: f, body: { id: "{id}", other: "{othr}", literal: "{{othr}}", brace: "{ }" } }
    - { name: three, function: f, body: { id: "{id}" }, tags: "@read-only" }
    - { name: four, path: "/{origin}/{account.NAME}?{uuid}", capture: { id: x } }
`;
  expect(issues(text)).toEqual([
    "rollout.yml:3:59: smoke.probes.0.capture.uuid: this name is taken",
    "rollout.yml:4:9: smoke.probes.1.name: another probe has this name",
    "rollout.yml:4:7: smoke.probes.1: no probe before it captures {othr}; the text itself is {{othr}}",
    "rollout.yml:5:57: smoke.probes.2.tags: it needs {id} of «one», which has no @read-only",
    "rollout.yml:6:73: smoke.probes.3.capture.id: this name is taken",
  ]);
});

test("in `with:` probes are JSON; what is no list is refused whole", () => {
  expect(read('[{"name":"a","path":"/"}]')).toHaveLength(1);
  expect(read("[]")).toEqual([]);
  for (const wrong of ["", "{", "null", "3", '{"name":"a"}', 3, {}, null])
    expect(input.parse(wrong)).toMatchObject({ expected: "a list of probes (in `with:` as JSON)" });
  expect(issues("smoke: { probes: { name: a } }\n")[0]).toMatch(
    /^rollout\.yml:1:10: smoke\.probes: expected a list of probes/,
  );
});

test("an anchor inside of itself is refused, one that is used twice is not", () => {
  expect(issues("smoke: { probes: &p [{ name: a, path: /, body: *p }] }\n")).toHaveLength(1);
  const twice =
    "smoke: { probes: [&p { name: a, path: / }, { name: b, path: /, expect: &e { status: 200 } }, { name: c, path: /, expect: *e }] }\n";
  expect(issues(twice)).toEqual([]);
});

const word = fc.constantFrom<unknown>(
  "a",
  "/",
  "@a",
  "{x}",
  "{uuid}",
  "POST",
  "GET",
  "",
  200,
  99,
  true,
  null,
  [],
  {},
);
const inner = fc.oneof(
  word,
  fc.array(word, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom("a", "a.b", "x y", "__proto__"), word),
  fc.jsonValue(),
);
const expectKeys = fc.constantFrom(
  "status",
  "headers",
  "json",
  "exists",
  "absent",
  "text",
  "no-text",
  "toString",
  "texts",
);
const probeKeys = fc.constantFrom(
  "name",
  "path",
  "function",
  "rpc",
  "method",
  "headers",
  "body",
  "tags",
  "capture",
  "constructor",
);
const anyProbe = fc
  .tuple(fc.dictionary(probeKeys, inner), fc.option(fc.oneof(inner, fc.dictionary(expectKeys, inner))))
  .map(([probe, expected]) => ({
    name: "a",
    path: "/",
    ...probe,
    ...(expected === null ? {} : { expect: expected }),
  }));
const right = fc.record(
  {
    headers: fc.dictionary(fc.constantFrom("a", "x-b"), fc.constantFrom("1", 2, true)),
    tags: fc.constantFrom<unknown>("@a", ["@a", "@b-c"], []),
    capture: fc.dictionary(fc.constantFrom("k", "l"), fc.constantFrom("a", "b[0]", "$")),
    expect: fc.record(
      {
        status: fc.constantFrom<unknown>(200, [200, 404]),
        json: fc.dictionary(fc.constantFrom("a", "b.c"), fc.jsonValue({ noUnicodeString: true })),
        exists: fc.constantFrom<unknown>("a", ["a", "b[1]"]),
        text: fc.constantFrom<unknown>("x", ["x", "y"]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

test("whatever stands there, it is read or told, never thrown; an editor accepts what is read", () => {
  fc.assert(
    fc.property(fc.oneof(anyProbe, inner), fc.boolean(), (one, asText) => {
      const parsed = input.parse(asText ? JSON.stringify([one]) : [one]);
      if ("value" in parsed) expect(accepts([one])).toBe(true);
      else if (parsed.inside !== undefined) expect(parsed.inside.length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test("what is right is accepted here and by an editor, and every misfit has a line", () => {
  fc.assert(
    fc.property(right, (one) => {
      // A body of its own kind of braces is the author's.
      fc.pre(!/[{][A-Za-z]/.test(JSON.stringify(Object.values(one.expect?.json ?? {})).replaceAll('{"', "")));
      const probe = { name: "a", path: "/", ...one };
      expect(read([probe])).toHaveLength(1);
      expect(accepts([probe])).toBe(true);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(anyProbe, (one) => {
      for (const issue of issues(stringify({ smoke: { probes: [one] } })))
        expect(issue).toMatch(/^rollout\.yml:\d+:\d+: smoke\.probes/);
    }),
    { numRuns: 60 },
  );
});
