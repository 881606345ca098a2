import { UserError } from "../../../errors/user-error.ts";
import type { SourceInputs } from "../../../parts/observe/source-inputs.ts";
import type { Api } from "../../../ports/json-api.ts";
import { type SourceWorld, every, look, sourceApi } from "../ask.ts";
import type { Look, LogSource, Question } from "../log-source.ts";
import { type Counted, filled, namesRelease } from "../placeholders.ts";
import { type Vector, vectorFrom } from "../vector.ts";
import { countFrom } from "../whole.ts";
import { eventLabel, queriesOf } from "./logql.ts";
import { tallyFrom } from "./read-tally.ts";

const path = "/loki/api/v1/query";
const tokenHint =
  "Pass what Loki, or what stands before it, takes as `log-token`; its tenant is `log-project`.";

/** The logs that a Loki keeps, counted by Loki itself: distinct attempts and required fields, as in Supabase's logs. */
export function openLoki(inputs: SourceInputs, world: SourceWorld, counted: Counted): LogSource {
  const { logUrl: url = "", logToken: token, logTimeout: timeout, logProject: tenant } = inputs;
  const { logSelector = "" } = inputs;
  const headers = tenant === undefined ? {} : { "x-scope-orgid": tenant };
  const api = sourceApi(world, { name: "Loki", url, token, headers, timeout, tokenHint });
  const bound = namesRelease(logSelector);
  const queries = (question: Question): ReadonlyMap<string, string> =>
    queriesOf(question, filled(logSelector, question, counted), question.until - question.from);
  return {
    attributes: bound ? "release" : "time",
    looksBack: !bound,
    tally: async (question) => {
      const asked = [...queries(question)].map(
        async ([name, query]) => await ask(world, api, { name, query, time: momentOf(question) }),
      );
      const answers = every(await Promise.all(asked));
      return "value" in answers ? { value: tallyFrom(question, new Map(answers.value)) } : answers;
    },
    link: (question) => {
      const query = queries(question).get("failed") ?? queries(question).get("attempts") ?? "";
      return `${url.replace(/\/$/, "")}${path}?${new URLSearchParams({ query, time: momentOf(question) }).toString()}`;
    },
  };
}

/** Loki counts from after a moment up to one: a nanosecond less makes it from one up to before one. */
function momentOf({ until }: Question): string {
  return String(BigInt(until) * 1_000_000n - 1n);
}

interface Query {
  readonly name: string;
  readonly query: string;
  readonly time: string;
}

async function ask(
  world: SourceWorld,
  api: Api,
  { name, query, time }: Query,
): Promise<Look<readonly [string, Vector]>> {
  const found = await look(world, api, { path, call: { query: { query, time } } }, (json) => {
    const vector = vectorFrom(json, `Loki, asked for ${name},`);
    if (vector === undefined || vector instanceof UserError) return vector;
    return areCounts(vector) ? ([name, vector] as const) : undefined;
  });
  return "error" in found ? { ...found, error: explained(found.error) } : found;
}

/** Whole numbers, each of another event: a row that comes twice makes all of them doubtful. */
function areCounts({ samples }: Vector): boolean {
  const events = new Set(samples.map(({ labels }) => labels[eventLabel]));
  return events.size === samples.length && samples.every(({ value }) => countFrom(value) === value);
}

/** Each attempt is a series within the query; how many a query may have is Loki's to say. */
function explained(error: UserError): UserError {
  if (!/maximum (?:number )?of (?:unique )?series/i.test(error.message)) return error;
  return new UserError(
    error.code,
    error.message,
    "Each attempt is a series of the query: raise `max_query_series` in Loki's limits_config (for this tenant), or shorten `baseline` and `window`.",
    { cause: error },
  );
}
