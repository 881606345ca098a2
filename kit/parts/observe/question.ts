import { UserError } from "../../errors/user-error.ts";
import type { Question } from "../../providers/logs/log-source.ts";
import type { CounterLimits } from "./counter-test.ts";
import type { ObserveInputs } from "./inputs.ts";
import type { Limits } from "./sequential-test.ts";

/** What is counted, apart from time and versions. */
export type Subject = Omit<Question, "from" | "until" | "functions">;

/**
 * The inputs as a question. Names go into queries, so that they may hold nothing but what names hold.
 * @throws {UserError} PR102 with everything that is wrong.
 */
export function subjectOf(inputs: ObserveInputs): Subject {
  const { events, failures, eventField, attemptKey, syntheticField } = inputs;
  const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat()];
  const wrong = [
    ...[...Object.keys(events), ...failures]
      .filter((name) => !/^[\w.:/-]{1,64}$/.test(name))
      .map((name) => `"${name}" is no name of an event: 1 to 64 letters, digits and . _ - : /`),
    ...fields
      .filter((name) => !/^\w{1,64}$/.test(name))
      .map((name) => `"${name}" is no name of a field: 1 to 64 letters, digits and _`),
    ...(Object.keys(events).length === 0 ? ["events: name at least one event that a release must log"] : []),
    ...(attemptKey.length === 0 ? ["attempt-key: name the field that tells attempts apart"] : []),
    ...Object.keys(events)
      .filter((name) => failures.includes(name))
      .map((name) => `${name} cannot be both required and a failure`),
    ...wrongRates(inputs),
  ];
  if (wrong.length === 0) return { events, failures, eventField, attemptKey, syntheticField };
  throw new UserError(
    "PR102",
    `observe: ${wrong.join("; ")}.`,
    "Correct the section `observe` in rollout.yml.",
  );
}

/** The limits of failures by time; undefined where they are judged by attempt. */
export function counterOf(inputs: ObserveInputs): CounterLimits | undefined {
  const { tolerablePerHour: tolerable, falseFail, falsePass } = inputs;
  if (tolerable === undefined) return undefined;
  const unacceptable = inputs.unacceptablePerHour ?? 10 * tolerable;
  return { tolerable, unacceptable, falseFail, falsePass };
}

export function limitsOf(inputs: ObserveInputs): Limits {
  const { tolerableRate, unacceptableRate, falseFail, falsePass } = inputs;
  return { tolerable: tolerableRate, unacceptable: unacceptableRate, falseFail, falsePass };
}

function wrongRates(inputs: ObserveInputs): string[] {
  const { tolerableRate, unacceptableRate, falseFail, falsePass } = inputs;
  const counter = counterOf(inputs);
  return [
    ...(counter === undefined || counter.tolerable < counter.unacceptable
      ? []
      : ["tolerable-per-hour must be below unacceptable-per-hour"]),
    ...(counter !== undefined || inputs.unacceptablePerHour === undefined
      ? []
      : ["unacceptable-per-hour needs tolerable-per-hour"]),
    ...(tolerableRate < unacceptableRate ? [] : ["tolerable-rate must be below unacceptable-rate"]),
    ...(falseFail <= 500_000 && falsePass <= 500_000 ? [] : ["false-fail and false-pass are at most 50%"]),
  ];
}
