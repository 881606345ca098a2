import { UserError } from "../../../errors/user-error.ts";
import type { SourceInputs } from "../../../parts/observe/source-inputs.ts";
import type { Api } from "../../../ports/json-api.ts";
import { type SourceWorld, every, look, sourceApi } from "../ask.ts";
import type { Look, LogSource, Question, Tally } from "../log-source.ts";
import { type Counted, filled, namesRelease } from "../placeholders.ts";
import { type Vector, vectorFrom } from "../vector.ts";
import { countFrom, namesOf, tallyOf } from "../whole.ts";
import { grownBy, isCounter } from "./promql.ts";

const path = "/api/v1/query";
const tokenHint = "Pass what Prometheus, or what stands before it, takes as `log-token`.";

/** Counters of a Prometheus, or of whatever answers its instant queries: a query for each count, all at one moment. */
export function openPrometheus(inputs: SourceInputs, world: SourceWorld, counted: Counted): LogSource {
  const { logUrl: url = "", logToken: token, logTimeout: timeout, logQueries } = inputs;
  const api = sourceApi(world, { name: "Prometheus", url, token, timeout, tokenHint });
  const bound = namesRelease(Object.values(logQueries).join(" "));
  const queries = (question: Question): readonly (readonly [string, string])[] =>
    namesOf(question).map((name) => [name, promql(logQueries[name] ?? "", question, counted)]);
  return {
    attributes: bound ? "release" : "time",
    looksBack: !bound,
    says: ["Counters tell no attempt from its retries: each counts"],
    tally: async (question) => {
      const asked = queries(question).map(
        async ([name, query]) => await ask(world, api, name, query, question),
      );
      return tallied(question, every(await Promise.all(asked)));
    },
    link: (question) => linkOf(url, queries(question), question),
  };
}

interface Answer {
  readonly name: string;
  readonly count: number | undefined;
  readonly warnings: readonly string[];
}

async function ask(
  world: SourceWorld,
  api: Api,
  name: string,
  query: string,
  { until }: Question,
): Promise<Look<Answer>> {
  const call = { query: { query, time: (until / 1000).toFixed(3) } };
  return await look(world, api, { path, call }, (json) => {
    const vector = vectorFrom(json, `Prometheus, asked for ${name},`);
    return vector === undefined || vector instanceof UserError ? vector : answer(name, vector);
  });
}

/** One number, or none where there is no such series. */
function answer(name: string, { samples, warnings }: Vector): Answer | UserError {
  const [only, ...others] = samples;
  if (others.length > 0) return notOne(name, `${samples.length} series`);
  if (only === undefined) return { name, count: undefined, warnings };
  const count = countFrom(only.value);
  return count === undefined ? notOne(name, String(only.value)) : { name, count, warnings };
}

function notOne(name: string, got: string): UserError {
  return new UserError(
    "PR306",
    `Prometheus answered ${got} for ${name}, which is no count.`,
    `Let log-queries.${name} come to one number: sum(…). Nothing was counted.`,
  );
}

function tallied(question: Question, answers: Look<readonly Answer[]>): Look<Tally> {
  if (!("value" in answers)) return answers;
  const made = tallyOf(question, new Map(answers.value.map(({ name, count }) => [name, count])));
  if (made instanceof UserError) return { error: made, wait: 0, final: false };
  const warned = answers.value.flatMap(({ name, warnings }) =>
    warnings.map((text) => `Prometheus warns of ${name}: ${text.replace(/\s+/g, " ").slice(0, 200)}`),
  );
  return { value: { ...made, uncounted: [...(made.uncounted ?? []), ...warned] } };
}

/** A counter is counted to the unit; what is an expression is asked as it is written. */
function promql(text: string, question: Question, counted: Counted): string {
  const query = filled(text, question, counted);
  return isCounter(query) ? grownBy(query, question.until - question.from) : query;
}

/** The queries in Prometheus' own page. */
function linkOf(
  url: string,
  queries: readonly (readonly [string, string])[],
  { from, until }: Question,
): string {
  const range = `${Math.ceil((until - from) / 1000)}s`;
  const shown: string[][] = queries.flatMap(([, query], index) => [
    [`g${index}.expr`, query],
    [`g${index}.tab`, "1"],
    [`g${index}.range_input`, range],
    [`g${index}.end_input`, new Date(until).toISOString().slice(0, 19).replace("T", " ")],
  ]);
  return `${url.replace(/\/$/, "")}/graph?${new URLSearchParams(shown).toString()}`;
}
