import { beforeAll, expect, test } from "@jest/globals";
import { join, resolve } from "node:path";
import { type SqlParser, loadParser } from "../../kit/judge/parser.ts";
import { judgeCase } from "../../scripts/corpus/judge-case.ts";
import { axes } from "../../scripts/corpus/read-case.ts";
import { type Form, readForms } from "../../scripts/corpus/read-forms.ts";

const forms = readForms(join(resolve(import.meta.dirname, "../.."), "conformance/grammar"));
let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

/** What is labelled and what is told, axis by axis; what readers differ on may be either. */
function verdicts(form: Form): { readonly labelled: readonly string[]; readonly told: readonly string[] } {
  const { findings } = judgeCase(parser, form);
  const labels = new Map<string, string>([
    ...axes.map((axis) => [axis, form.labels[axis]] as const),
    ["opaque", form.opaque],
  ]);
  const open = (axis: string): boolean => labels.get(axis) === "either";
  const labelled = [...labels].filter(([, label]) => label === "yes" || label === "scoped");
  return {
    labelled: labelled.map(([axis]) => axis).toSorted(),
    told: [...new Set(findings.map(({ axis }) => axis))].filter((axis) => !open(axis)).toSorted(),
  };
}

test.each(forms.map((form) => [form.name, form] as const))("%s is judged as it is labelled", (_, form) => {
  const { labelled, told } = verdicts(form);
  expect(told).toEqual(labelled);
});

test.each(forms.flatMap((form) => (form.line === undefined ? [] : [[form.name, form] as const])))(
  "%s is told on its line",
  (_, form) => {
    expect(judgeCase(parser, form).findings.map(({ line }) => line)).toContain(form.line);
  },
);

test("every form has a name of its own, and there are as many as were walked", () => {
  expect(new Set(forms.map(({ name }) => name)).size).toBe(forms.length);
  expect(forms.length).toBeGreaterThanOrEqual(430);
});
