import type { SourceInputs } from "../../parts/observe/source-inputs.ts";
import { stepsOf } from "./http/value-at.ts";
import type { Question } from "./log-source.ts";
import { namesRelease, namesTime, unknownIn } from "./placeholders.ts";
import { isCounter } from "./prometheus/promql.ts";
import { statuses } from "./sentry/answers.ts";
import { namesOf } from "./whole.ts";

/** What is asked of the source, as it is declared. */
export type Wanted = Pick<Question, "events" | "failures" | "attemptKey" | "eventField" | "syntheticField"> &
  SourceInputs & { readonly latency: Question["latency"] | undefined };

/** Everything that the named source needs and has not, or is asked and cannot know: said before anything is asked. */
export function wrongSource(wanted: Wanted): readonly string[] {
  const { logSource: source, logUrl, logSelector, logQueries } = wanted;
  if (source === "supabase") return [];
  const texts = [logUrl ?? "", logSelector ?? "", wanted.logRelease, ...Object.values(logQueries)];
  const unknown = texts.flatMap(unknownIn).map((name) => `{${name}} is no placeholder`);
  const own = { prometheus: wrongPrometheus, loki: wrongLoki, sentry: wrongSentry, http: wrongHttp }[source];
  const url = logUrl === undefined && source !== "sentry" ? [`log-source ${source} needs log-url`] : [];
  return [...url, ...unknown, ...own(wanted)];
}

function wrongPrometheus(wanted: Wanted): readonly string[] {
  const unbound = Object.entries(wanted.logQueries).filter(
    ([, text]) => !isCounter(text) && !namesTime(text) && !namesRelease(text),
  );
  return [
    ...wrongQueries(wanted),
    ...unbound.map(
      ([name]) =>
        `log-queries.${name} counts since ever: name a counter, or write its time into it (increase(…[{seconds}s]))`,
    ),
  ];
}

function wrongHttp(wanted: Wanted): readonly string[] {
  const { logUrl = "", logQueries } = wanted;
  return [
    ...(namesTime(logUrl) || namesRelease(logUrl)
      ? []
      : ["log-url of http asks for no time: write {from} and {until} into it"]),
    ...wrongQueries(wanted),
    ...Object.entries(logQueries)
      .filter(([, path]) => stepsOf(path) === undefined)
      .map(([name]) => `log-queries.${name} is no place in an answer: write data.rows[0].count`),
  ];
}

/** Of sources that are told each count, and know nothing of single entries. */
function wrongQueries(wanted: Wanted): readonly string[] {
  const { logSource: source, events, failures, logQueries } = wanted;
  const names = namesOf(
    wanted.latency === undefined ? { events, failures } : { events, failures, latency: wanted.latency },
  );
  const fields = Object.entries(events).filter(([, required]) => required.length > 0);
  return [
    ...fields.map(([name]) => `log-source ${source} cannot see the fields of ${name}: leave them out`),
    ...(failures.length === 0 ? ["failures: name at least one, with a query of its own"] : []),
    ...names
      .filter((name) => !Object.hasOwn(logQueries, name) || logQueries[name] === "")
      .map((name) => `log-queries has nothing for ${name}`),
    ...Object.keys(logQueries)
      .filter((name) => !names.includes(name))
      .map((name) => `log-queries.${name} is none of ${names.join(", ")}`),
  ];
}

function wrongLoki(wanted: Wanted): readonly string[] {
  const { logSelector = "", events, attemptKey, eventField, syntheticField, latency } = wanted;
  const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat()];
  const timed = latency === undefined ? [] : [latency.field];
  return [
    ...(/^\{\s*\w+\s*(?:=|!=)~?\s*["`]/.test(logSelector)
      ? []
      : ['log-source loki needs log-selector: {app="functions"}']),
    ...(Object.keys(wanted.logQueries).length > 0 ? ["log-queries mean nothing to loki"] : []),
    ...[...fields, ...timed]
      .filter((name) => /^\d/.test(name))
      .map((name) => `loki cannot read the field ${name}: its name begins with a digit`),
  ];
}

function wrongSentry(wanted: Wanted): readonly string[] {
  const { logProject = "", logFailedSessions, events, failures, latency } = wanted;
  const unknown = logFailedSessions.filter((name) => !(statuses as readonly string[]).includes(name));
  return [
    ...(/^[\w-]+\/\d+$/.test(logProject)
      ? []
      : ["log-source sentry needs log-project: <organization>/<numeric id of the project>"]),
    ...(Object.keys(events).length > 0 ? ["log-source sentry knows no events: leave `events` out"] : []),
    ...(failures.length > 0
      ? ["log-source sentry counts sessions: write log-failed-sessions, not failures"]
      : []),
    ...(latency === undefined ? [] : ["log-source sentry cannot say how long an attempt took"]),
    ...unknown.map((name) => `${name} is no status of a session (${statuses.join(", ")})`),
    ...(logFailedSessions.length === 0 || logFailedSessions.includes("healthy")
      ? ["log-failed-sessions: name what counts as failed, and not healthy"]
      : []),
  ];
}
