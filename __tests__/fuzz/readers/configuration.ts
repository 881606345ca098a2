import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { mapFromText } from "../../../kit/action/input-map.ts";
import { readInputs } from "../../../kit/action/read-inputs.ts";
import type { Spec } from "../../../kit/action/spec.ts";
import { changedSettings } from "../../../kit/config/changed-settings.ts";
import { keysOf, parseConfig } from "../../../kit/config/config.ts";
import { suggest } from "../../../kit/config/suggest.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { specs } from "../../../scripts/specs.ts";
import { json, jsonText, longText, text, word } from "../arbitraries.ts";
import { mutatedText } from "../mutate.ts";
import { type AnyReading, Broken, type Group, reading } from "../reader.ts";

const root = join(import.meta.dirname, "../../..");
const example = readFileSync(join(root, "examples/prism/rollout.yml"), "utf8");
const none = { lookup: () => undefined, targets: [], sections: [], issues: [] };

/** What YAML alone has: anchors that blow up or go in circles, merges, tags, keys that are no texts. */
const yamls = [
  "a: &a [x, x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\nmigrate: { directory: *d }",
  "targets: &t\n  production: *t",
  "migrate: &m { directory: x, <<: *m }",
  "? [a, b]\n: c",
  "? { a: b }\n: { c: d }",
  "!!js/function migrate: !!python/object x",
  "targets: { production: { gates: &g { migrate: *g } } }",
  "migrate: !!binary aGVsbG8=\nplan: !!set { a, b }",
  "--- {}\n--- {}",
  "%YAML 9.9\n---\nmigrate: {}",
  "migrate: { from: 0o17, directory: 2001-12-14t21:59:43.10-05:00 }",
];

const file = fc.oneof(
  { weight: 8, arbitrary: mutatedText(fc.constant(example)) },
  { weight: 3, arbitrary: mutatedText(fc.constantFrom(...yamls)) },
  { weight: 2, arbitrary: text },
  { weight: 2, arbitrary: jsonText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom("a: ", "targets:\n  production: ", ""), longText)
      .map((all) => all.join("")),
  },
);

/** Reads what `with:` and a file say for all inputs of an action; each must be read, or refused in words. */
function readAll(
  spec: Spec,
  given: ReadonlyMap<string, string>,
  config: Parameters<typeof readInputs>[3],
): void {
  refusedInWords(() => readInputs(spec.name, spec.inputs, (name) => given.get(name) ?? "", config));
}

function refusedInWords(work: () => unknown): void {
  try {
    work();
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
  }
}

function inputsOf(spec: Spec): AnyReading {
  const names = Object.keys(spec.inputs);
  const given = fc.dictionary(fc.constantFrom(...names), fc.oneof(text, jsonText, longText), { maxKeys: 5 });
  return reading({
    name: `inputs of ${spec.name} by with:`,
    gives: given,
    reads: (some) => readAll(spec, new Map(Object.entries(some)), none),
  });
}

const values = specs.flatMap((spec) =>
  Object.entries(spec.inputs).map(([name, input]) => ({ spec, name, input })),
);

export async function group(): Promise<Group> {
  return {
    readings: [
      reading({
        name: "rollout.yml",
        share: 6,
        gives: fc.tuple(file, fc.constantFrom("", "production", "staging")),
        reads: ([source, target]) => {
          const config = parseConfig(source, "rollout.yml", target, specs);
          for (const spec of specs) readAll(spec, new Map(), config);
          for (const spec of specs) readAll(spec, new Map(), { ...config, issues: [] });
        },
      }),
      reading({ name: "keys of rollout.yml", gives: file, reads: (source) => keysOf(source, "rollout.yml") }),
      reading({
        name: "settings that two files have differently",
        gives: fc.tuple(file, file),
        reads: ([before, after]) => changedSettings(before, after),
      }),
      reading({
        name: "any value of any input",
        share: 3,
        gives: fc.tuple(fc.constantFrom(...values), fc.oneof(json, text)),
        reads: ([{ input }, raw]) => {
          const parsed = input.parse(raw);
          const isParsed = "value" in parsed || ("expected" in parsed && "write" in parsed);
          return isParsed
            ? undefined
            : new Broken(`neither a value nor a refusal: ${JSON.stringify(parsed)}`);
        },
      }),
      ...specs.map(inputsOf),
      reading({
        name: "a mapping by with:",
        gives: fc.oneof(text, jsonText),
        reads: (given) => mapFromText(given),
      }),
      reading({
        name: "a name that is like another one",
        gives: fc.tuple(text, fc.array(word, { maxLength: 5 })),
        reads: ([given, known]) => suggest(given, known),
      }),
    ],
  };
}
