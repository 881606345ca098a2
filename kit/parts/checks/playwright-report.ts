import { stripVTControlCharacters } from "node:util";
import { type Form, misfit } from "../../ports/misfit.ts";

/** What Playwright's JSON reporter writes, as far as it is read here. */
export interface PlaywrightJson {
  readonly suites?: readonly JsonSuite[];
  readonly errors?: readonly JsonError[];
}

interface JsonSuite {
  readonly title?: string;
  readonly file?: string;
  readonly suites?: readonly JsonSuite[];
  readonly specs?: readonly JsonSpec[];
}

interface JsonSpec {
  readonly title: string;
  readonly tags?: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly tests: readonly JsonTest[];
}

interface JsonTest {
  readonly projectName?: string;
  readonly expectedStatus?: string;
  readonly status: "expected" | "unexpected" | "flaky" | "skipped";
  readonly results?: readonly JsonResult[];
}

interface JsonResult {
  readonly status?: string;
  readonly errors?: readonly JsonError[];
  readonly attachments?: readonly Attachment[];
}

/** What a test has left to look at: a file, or in base64 what it holds. */
export interface Attachment {
  readonly name: string;
  readonly path?: string;
  readonly body?: string;
}

interface JsonError {
  readonly message?: string;
  readonly value?: string;
  readonly location?: { readonly file: string; readonly line: number; readonly column: number };
}

/** One test in one project. `error` is plain text, all of what failed last. */
export interface TestRow {
  readonly file: string;
  readonly title: string;
  readonly project: string;
  /** `unbegun`: the run ended before its turn came. */
  readonly status: JsonTest["status"] | "unbegun";
  readonly tags: readonly string[];
  readonly error: string;
  /** Where it failed; `file` as Playwright gives it, absolute. */
  readonly place: { readonly file: string; readonly line: number } | undefined;
  /** It could not even begin: no browser. That says nothing of what was tested. */
  readonly noBrowser: boolean;
  /** Of the tries that failed. */
  readonly attachments: readonly Attachment[];
}

/** A run as the report has it. `errors` belong to no test: the configuration, a file that cannot be loaded. */
export interface SuiteReport {
  readonly tests: readonly TestRow[];
  readonly errors: readonly string[];
}

const [word, words] = [{ optional: "text" }, { optional: { each: "text" } }] as const;
const errorForm: Form = {
  fields: {
    message: word,
    value: word,
    location: { optional: { fields: { file: "text", line: "number" } } },
  },
};
const resultForm: Form = {
  fields: {
    status: word,
    errors: { optional: { each: errorForm } },
    attachments: { optional: { each: { fields: { name: "text", path: word, body: word } } } },
  },
};
const testForm: Form = {
  fields: {
    projectName: word,
    expectedStatus: word,
    status: "text",
    results: { optional: { each: resultForm } },
  },
};
const specForm: Form = {
  fields: { title: "text", file: "text", line: "number", tags: words, tests: { each: testForm } },
};

/** A suite holds others. */
function suiteForm(): Form {
  return {
    fields: {
      title: word,
      file: word,
      specs: { optional: { each: specForm } },
      suites: { optional: { each: suiteForm } },
    },
  };
}

const reportForm: Form = {
  fields: { suites: { optional: { each: suiteForm } }, errors: { optional: { each: errorForm } } },
};

/** Reads the report of a run. Undefined when the text is not one. */
export function readReport(text: string): SuiteReport | undefined {
  const json = parse(text);
  if (json === undefined) return undefined;
  const tests = (json.suites ?? []).flatMap((suite) => testsOf(suite, []));
  return { tests, errors: (json.errors ?? []).map(textOf) };
}

function testsOf(suite: JsonSuite, above: readonly string[]): readonly TestRow[] {
  // The outermost suite's title is the file, which stands in a column of its own.
  const titles = suite.title === undefined || suite.title === suite.file ? above : [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => rowOf(spec, test, titles)));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}

function rowOf(
  { file, line, title, tags = [] }: JsonSpec,
  test: JsonTest,
  titles: readonly string[],
): TestRow {
  const { results = [] } = test;
  const errors = results.findLast(({ errors: some = [] }) => some.length > 0)?.errors ?? [];
  const located = errors.find(({ location }) => location !== undefined)?.location;
  const error = test.status === "unexpected" ? errors.map(textOf).join("\n") : "";
  return {
    file,
    title: oneLine([...titles, title].join(" › ")),
    project: test.projectName ?? "",
    status: statusOf(test),
    tags: tags.map((tag) => (tag.startsWith("@") ? tag : `@${tag}`)),
    error,
    place: located === undefined ? { file, line } : { file: located.file, line: located.line },
    noBrowser: browserMissing.test(error),
    attachments: results.flatMap(({ status, attachments = [] }) =>
      status === "passed" || status === "skipped" ? [] : attachments,
    ),
  };
}

function statusOf({ status, expectedStatus, results = [] }: JsonTest): TestRow["status"] {
  const began = results.some((result) => result.status !== "interrupted");
  return status === "skipped" && expectedStatus !== "skipped" && !began ? "unbegun" : status;
}

const longestTitle = 300;

const browserMissing =
  /browserType\.launch\w*:|Executable doesn't exist at|Host system is missing dependencies/;

/** A title may be made of anything, also of lines that a log would take for commands. */
function oneLine(text: string): string {
  return stripVTControlCharacters(text).replace(/\s+/g, " ").trim().slice(0, longestTitle);
}

function textOf({ message, value }: JsonError): string {
  return stripVTControlCharacters(message ?? value ?? "(no message)").trim();
}

function parse(text: string): PlaywrightJson | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return misfit(json, reportForm) === undefined ? (json as PlaywrightJson) : undefined;
  } catch {
    return undefined;
  }
}
