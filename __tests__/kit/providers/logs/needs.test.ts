import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { spec } from "../../../../actions/observe/spec.ts";
import { subjectOf } from "../../../../kit/parts/observe/question.ts";
import { filled, namesRelease, unknownIn } from "../../../../kit/providers/logs/placeholders.ts";
import { isCounter } from "../../../../kit/providers/logs/prometheus/promql.ts";
import { stepsOf, valueAt } from "../../../../kit/providers/logs/http/value-at.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";

type Given = Readonly<Record<string, string>>;

/** What is wrong with inputs, all at once; an empty text where nothing is. */
function wrong(given: Given): string {
  try {
    subjectOf(inputsFrom(spec.inputs, { supabase: "abcdefghijklmnopqrst", ...given }));
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

const prometheus: Given = {
  "log-source": "prometheus",
  "log-url": "https://prometheus.example.com",
  "log-queries": 'attempts: tries_total{env="production"}\nfailed: failures_total',
  failures: "failed",
};
const http: Given = {
  "log-source": "http",
  "log-url": "https://counts.example.com/?from={from}",
  "log-queries": "attempts: all\nfailed: bad[0].count",
  failures: "failed",
};
const loki: Given = {
  "log-source": "loki",
  "log-url": "https://loki.example.com",
  "log-selector": '{app="functions"}',
  events: "done: attempt_no",
};
const sentry: Given = { "log-source": "sentry", "log-project": "acme/4711" };

describe("what a source needs", () => {
  test.each([
    ["prometheus", prometheus],
    ["http", http],
    ["loki", loki],
    ["sentry", sentry],
    ["supabase", { events: "done:" }],
  ])("%s has all of it", (_, given) => {
    expect(wrong(given)).toBe("");
  });

  test.each<[Given, Given, string]>([
    [prometheus, { "log-url": "" }, "log-source prometheus needs log-url"],
    [prometheus, { failures: "" }, "failures: name at least one"],
    [prometheus, { events: "done:" }, "log-queries has nothing for done"],
    [prometheus, { failures: "failed, constructor" }, "log-queries has nothing for constructor"],
    [prometheus, { events: "done: attempt_no" }, "prometheus cannot see the fields of done"],
    [prometheus, { "latency-limit": "2s" }, "log-queries has nothing for timed"],
    [
      prometheus,
      { "log-queries": "attempts: a_total\nfailed: b_total\nmore: c_total" },
      "log-queries.more is none of",
    ],
    [
      prometheus,
      { "log-queries": "attempts: sum(a_total)\nfailed: b_total" },
      "log-queries.attempts counts since ever",
    ],
    [
      prometheus,
      { "log-queries": "attempts: increase(a_total[{second}s])\nfailed: b" },
      "{second} is no placeholder",
    ],
    [http, { "log-url": "https://counts.example.com/" }, "log-url of http asks for no time"],
    [http, { "log-url": "https://c.example.com/{from}?token={token}" }, "{token} is no placeholder"],
    [
      http,
      { "log-queries": "attempts: all\nfailed: bad..count" },
      "log-queries.failed is no place in an answer",
    ],
    [loki, { "log-selector": "" }, "loki needs log-selector"],
    [loki, { "log-selector": "{}" }, "loki needs log-selector"],
    [loki, { "log-queries": "attempts: a" }, "log-queries mean nothing to loki"],
    [loki, { events: "" }, "events: name at least one event"],
    [loki, { events: "done: 1st" }, "its name begins with a digit"],
    [sentry, { "log-project": "acme/web" }, "sentry needs log-project"],
    [sentry, { events: "done:" }, "sentry knows no events"],
    [sentry, { failures: "failed" }, "sentry counts sessions"],
    [sentry, { "latency-limit": "2s" }, "sentry cannot say how long"],
    [sentry, { "log-failed-sessions": "crashed, melted" }, "melted is no status of a session"],
    [sentry, { "log-failed-sessions": "healthy" }, "and not healthy"],
  ])("%j with %j is refused when it is read", (base, change, said) => {
    expect(wrong({ ...base, ...change })).toContain(said);
  });

  test("everything that is wrong is said at once", () => {
    const said = wrong({ ...prometheus, "log-url": "", failures: "", events: "done: x" });
    expect(said).toMatch(
      /needs log-url.*fields of done.*name at least one.*nothing for done.*failed is none of/,
    );
  });
});

describe("questions", () => {
  const counted = { commit: "c0ffee", release: "production-1", target: "production" };
  const time = { from: 1_000, until: 61_500 };

  test("have their time and their release put in", () => {
    const text = 'sum(increase(a_total{commit="{commit}",on="{target}"}[{seconds}s])) @ {until-seconds}';
    expect(filled(text, time, counted)).toBe(
      'sum(increase(a_total{commit="c0ffee",on="production"}[61s])) @ 62',
    );
    expect(filled("?from={from}", time, counted, encodeURIComponent)).toBe(
      "?from=1970-01-01T00%3A00%3A01.000Z",
    );
    expect([namesRelease(text), namesRelease("{target}")]).toEqual([true, false]);
  });

  test.each([
    ['a_total{job="x"}', []],
    ['a{b=~"x{2}"}', []],
    ["{nowhere} {from}", ["nowhere"]],
    ["{constructor}", ["constructor"]],
  ])("%s has no placeholder but those that are known", (text, unknown) => {
    expect(unknownIn(text)).toEqual(unknown);
  });

  test.each([
    ["a_total", true],
    ['a_total{job="x", path=~"/a{1,2}/.*"}', true],
    ['ns:a_total { said="a \\" } b" }', true],
    ["sum(a_total)", false],
    ["a_total[5m]", false],
    ["a_total offset 5m", false],
    ["a_total + b_total", false],
    ["", false],
  ])("%s is the name of a counter: %s", (text, is) => {
    expect(isCounter(text)).toBe(is);
  });
});

describe("where a number stands in an answer", () => {
  test.each<[string, unknown]>([
    ["a.b[1].c", 7],
    ["$.a.b[1].c", 7],
    ["a.b[2]", undefined],
    ["a.constructor", undefined],
    ["a.b.length", 2],
    ["__proto__", undefined],
  ])("%s", (path, value) => {
    expect(valueAt({ a: { b: [0, { c: 7 }] } }, path)).toBe(value);
  });

  test("nothing makes it stumble, whatever the answer and the path are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (json, path) => {
        if (stepsOf(path) === undefined) expect(valueAt(json, path)).toBe(undefined);
        else valueAt(json, path);
      }),
    );
  });

  test("what was put somewhere is found there", () => {
    const name = fc.stringMatching(/^[a-z_-]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(name, fc.nat(5)), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (steps, value) => {
          const json = steps.reduceRight<unknown>(
            (inner, step) =>
              typeof step === "number"
                ? [...Array.from({ length: step }), inner]
                : Object.fromEntries([[step, inner]]),
            value,
          );
          const path = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
          expect(valueAt(json, `$${path}`)).toBe(value);
        },
      ),
    );
  });
});
