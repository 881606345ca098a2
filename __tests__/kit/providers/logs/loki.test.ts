import { parser } from "@grafana/lezer-logql";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { queriesOf } from "../../../../kit/providers/logs/loki/logql.ts";
import { loki } from "../../../support/logs/loki.ts";
import { type SourceStage, clean, sourceStage } from "../../../support/logs/source-stage.ts";

/** Where Grafana's own grammar of LogQL does not understand it. */
function errorsIn(query: string): readonly number[] {
  const errors: number[] = [];
  parser.parse(query).iterate({ enter: (node) => void (node.type.isError && errors.push(node.from)) });
  return errors;
}

describe("what is asked of Loki", () => {
  const event = fc.stringMatching(/^[\w.:/-]{1,12}$/);
  const field = fc.stringMatching(/^[a-zA-Z_]\w{0,11}$/);

  test("is LogQL, as Grafana's own grammar reads it, for every name that may be declared", () => {
    fc.assert(
      fc.property(
        event,
        field,
        fc.array(field, { minLength: 1, maxLength: 3 }),
        fc.nat(),
        (name, required, keys, ms) => {
          const subject = {
            events: { [`x${name}`]: [required], other: [] },
            failures: [`y${name}`],
            attemptKey: keys,
            eventField: "event",
            syntheticField: "synthetic",
            latency: { field: "duration_ms", limit: 2_000 },
          };
          const queries = queriesOf(subject, '{app="x"} | json commit="commit" | commit="c0ffee"', ms + 1);
          expect(queries.size).toBe(12);
          for (const query of queries.values()) expect([query, errorsIn(query)]).toEqual([query, []]);
        },
      ),
      { numRuns: 50 },
    );
    expect(errorsIn("count(sum by (x)")).not.toEqual([]);
  });
});

describe("observe by Loki", () => {
  let stage: SourceStage;

  beforeEach(async () => {
    stage = await sourceStage(loki);
  });

  afterEach(() => stage.close());

  test("more attempts than Loki has series for are an error that says which limit to raise", async () => {
    stage.log(...clean(501));
    const { report } = await stage.observe();
    expect(report).toMatchObject({
      verdict: "error",
      reason: expect.stringMatching(/maximum number of series \(500\) reached.*|1 times in a row/),
      next: expect.stringContaining("raise `max_query_series`"),
    });
  });

  test("500 attempts are counted", async () => {
    stage.log(...clean(500));
    expect((await stage.observe()).report.reason).toMatch(/^0 of 500 attempts failed/);
  });

  test("an event's name means nothing but itself: its point is no other letter", async () => {
    stage.log(...clean(32));
    const { report } = await stage.observe({ events: "done: attempt_no", failures: "d.ne" });
    expect(report.reason).toMatch(/^0 of 32 attempts failed/);
  });

  test("entries without a key of an attempt keep a release from passing", async () => {
    stage.log(...clean(40), { session: "" });
    expect((await stage.observe()).report).toMatchObject({
      verdict: "inconclusive",
      reason: expect.stringContaining("1 entries have no session_id"),
    });
  });

  test("a part of an answer, as the server warns, never passes", async () => {
    stage.log(...clean(40));
    const data = { resultType: "vector", result: [{ metric: {}, value: [1, "40"] }] };
    const warned = JSON.stringify({ status: "success", warnings: ["a shard was not there"], data });
    for (let n = 0; n < 40; n += 1) stage.fault({ status: 200, body: warned }, 1);
    const { report } = await stage.observe({ events: "done:", failures: "", window: "1m" });
    expect(report.verdict).toBe("inconclusive");
    expect(report.evidence?.join("\n")).toContain(
      "Not counted: Loki warns of attempts: a shard was not there",
    );
  });
});
