import { UserError } from "../../errors/user-error.ts";
import { wrongSource } from "../../providers/logs/needs.ts";
import type { Question } from "../../providers/logs/log-source.ts";
import type { CounterLimits } from "./counter-test.ts";
import type { ObserveInputs } from "./inputs.ts";
import { presets } from "./presets.ts";
import { slowLimits } from "./slow-limits.ts";
import type { Limits } from "./sequential-test.ts";

/** What is counted, apart from time and versions. */
export type Subject = Omit<Question, "from" | "until" | "functions">;

/** The sources that read entries, and see what is in them. */
const reads: readonly ObserveInputs["logSource"][] = ["supabase", "loki"];

/**
 * The inputs as a question. Names go into queries, so that they may hold nothing but what names hold.
 * @throws {UserError} PR102 with everything that is wrong.
 */
export function subjectOf(inputs: ObserveInputs): Subject {
  const { events, failures, eventField, attemptKey, syntheticField } = inputs;
  const latency = latencyOf(inputs);
  const timed = latency === undefined ? [] : [latency.field];
  const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat(), ...timed];
  const wrong = [
    ...[...Object.keys(events), ...failures]
      .filter((name) => !/^[\w.:/-]{1,64}$/.test(name))
      .map((name) => `"${name}" is no name of an event: 1 to 64 letters, digits and . _ - : /`),
    ...fields
      .filter((name) => !/^\w{1,64}$/.test(name))
      .map((name) => `"${name}" is no name of a field: 1 to 64 letters, digits and _`),
    ...(Object.keys(events).length === 0 && reads.includes(inputs.logSource)
      ? ["events: name at least one event that a release must log"]
      : []),
    ...(attemptKey.length === 0 ? ["attempt-key: name the field that tells attempts apart"] : []),
    ...Object.keys(events)
      .filter((name) => failures.includes(name))
      .map((name) => `${name} cannot be both required and a failure`),
    ...wrongRates(inputs),
    ...wrongSource({ ...inputs, latency }),
  ];
  if (wrong.length === 0)
    return { events, failures, eventField, attemptKey, syntheticField, ...(latency ? { latency } : {}) };
  throw new UserError(
    "PR102",
    `observe: ${wrong.join("; ")}.`,
    "Correct the section `observe` in rollout.yml.",
  );
}

/** The limits of failures by time; undefined where they are judged by attempt. */
export function counterOf(inputs: ObserveInputs): CounterLimits | undefined {
  const { tolerablePerHour: tolerable } = inputs;
  if (tolerable === undefined) return undefined;
  const { falseFail, falsePass } = promised(inputs);
  const unacceptable = inputs.unacceptablePerHour ?? 10 * tolerable;
  return { tolerable, unacceptable, falseFail, falsePass };
}

export function limitsOf(inputs: ObserveInputs): Limits {
  const { tolerableRate, unacceptableRate, preset } = inputs;
  const { tolerable, unacceptable } = presets[preset];
  return {
    tolerable: tolerableRate ?? tolerable,
    unacceptable: unacceptableRate ?? unacceptable,
    ...promised(inputs),
  };
}

/** The limits of slow attempts; undefined where nobody looks at that. */
export function slowLimitsOf(inputs: ObserveInputs): Limits | undefined {
  if (inputs.latencyLimit === undefined) return undefined;
  return slowLimits(inputs.latencyQuantile, promised(inputs));
}

/** What can fail a release by chance. */
export function failingChecks({ latencyLimit, onSilence, baseline }: ObserveInputs): readonly string[] {
  return [
    "failures",
    ...(latencyLimit === undefined ? [] : ["latency"]),
    ...(onSilence === "fail" && baseline > 0 ? ["silence"] : []),
  ];
}

/** Each check that can fail a release has its share of `false-fail`, so that they keep to it together (Bonferroni). */
function promised(inputs: ObserveInputs): Pick<Limits, "falseFail" | "falsePass"> {
  const { falseFail, falsePass } = inputs;
  return { falseFail: Math.max(1, Math.floor(falseFail / failingChecks(inputs).length)), falsePass };
}

function latencyOf({ latencyField: field, latencyLimit: limit }: ObserveInputs): Subject["latency"] {
  return limit === undefined ? undefined : { field, limit };
}

function wrongRates(inputs: ObserveInputs): string[] {
  const { falseFail, falsePass } = inputs;
  const { tolerable, unacceptable } = limitsOf(inputs);
  const counter = counterOf(inputs);
  return [
    ...(counter === undefined || counter.tolerable < counter.unacceptable
      ? []
      : ["tolerable-per-hour must be below unacceptable-per-hour"]),
    ...(counter !== undefined || inputs.unacceptablePerHour === undefined
      ? []
      : ["unacceptable-per-hour needs tolerable-per-hour"]),
    ...(tolerable < unacceptable ? [] : ["tolerable-rate must be below unacceptable-rate"]),
    ...(inputs.latencyQuantile >= 500_000 ? [] : ["latency-quantile is at least 50%"]),
    ...(falseFail <= 500_000 && falsePass <= 500_000 ? [] : ["false-fail and false-pass are at most 50%"]),
  ];
}
