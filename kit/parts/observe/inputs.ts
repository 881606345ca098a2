import { recordOfLists } from "../../action/input-map.ts";
import { duration, flag, integer, list, oneOf, optional, secret, text } from "../../action/input.ts";
import { supabaseInputs } from "../../action/shared-inputs.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { checkInputs } from "./check-inputs.ts";
import { dashboardInputs } from "./dashboard-inputs.ts";
import { sourceInputs } from "./source-inputs.ts";
import { presetNames } from "./presets.ts";
import { perHour, rate } from "./rate.ts";

/** What is counted. */
const countedInputs = {
  events: recordOfLists({
    description:
      "Events that a release must log, each with the fields that every entry of it must have; one JSON object an entry.",
    default: "{}",
  }),
  failures: list({
    description: "Events that mean that their attempt has failed. Their rate decides.",
    default: "",
  }),
  "attempt-key": list({
    description:
      "The fields that tell attempts apart: retries of one attempt count once, and so does its failure.",
    default: "session_id",
  }),
  "event-field": text({ description: "The field that holds an entry's event.", default: "event" }),
  "synthetic-field": text({
    description:
      "The field that is `true` in entries that no real user caused: these are counted apart and decide nothing.",
    default: "synthetic",
  }),
  functions: optional(
    list({
      description:
        "The functions whose logs are counted. Without it those of `deploy-functions`, else all of the project.",
    }),
  ),
  since: optional(
    text({
      description:
        "When the release went live, as ISO 8601 with Z. Without it the record knows, else the newest activation of the functions. A re-run counts on from there.",
    }),
  ),
};

/** When it is looked. */
const timeInputs = {
  lag: duration({
    description: "How long entries may take to arrive: newer ones are not counted yet.",
    default: "90s",
  }),
  "poll-interval": duration({
    description: "Time between two looks. Supabase takes 30 log queries a minute.",
    default: "30s",
  }),
  window: duration({
    description:
      "How long this job waits for a verdict. `0s` looks once: for a run on a schedule that counts on.",
    default: "30m",
  }),
  "error-budget": integer({
    description:
      "How many looks in a row may fail before the verdict is error. A failing log source is never a failing release.",
    default: "4",
    min: 1,
  }),
};

/** What the time before the release is asked for. */
const baselineInputs = {
  baseline: duration({
    description:
      "How long before the release its failure rate is looked up: a rate up to 5 % that was seen then is tolerable now, and the plan foretells from its traffic how long a verdict takes. `0s` does neither.",
    default: "7d",
  }),
  "unhealthy-baseline": oneOf(["stop", "warn"], {
    description:
      "What more than 5 % failures before the release do: `stop` the plan, since nobody could tell the release from what was before; `warn` is for a release that mends an outage.",
    default: "stop",
  }),
};

/** How fast attempts must be. */
const latencyInputs = {
  "latency-limit": optional(
    duration({
      description:
        "How long an attempt may take; without it nobody looks at that. Attempts that took longer are counted in the query and judged by the same test as failures: a share of 1 minus `latency-quantile` is fine, five times as many are not.",
    }),
  ),
  "latency-field": text({
    description:
      "The field in which an entry says how many milliseconds its attempt took; the slowest entry of an attempt counts.",
    default: "duration_ms",
  }),
  "latency-quantile": rate({
    description: "How many of the attempts must keep to `latency-limit`.",
    default: "95%",
  }),
};

/** What is decided. */
const verdictInputs = {
  preset: oneOf(presetNames, {
    description:
      "The two rates, where they are not given: `strict` 0.5% and 5% (65 clean attempts pass), `default` 1% and 10% (32), `coarse` 1% and 20% (15).",
    default: "default",
  }),
  "tolerable-rate": optional(
    rate({ description: "The failure rate that is still fine; else as `preset` says.", default: "1%" }),
  ),
  "unacceptable-rate": optional(
    rate({ description: "The failure rate that is not; else as `preset` says.", default: "10%" }),
  ),
  "tolerable-per-hour": optional(
    perHour({
      description:
        "Failures an hour that are still fine (`2/h`, `3/d`). With it failures are judged by time instead of by attempt: for failures that are logged where nothing tells how many attempts there were.",
    }),
  ),
  "unacceptable-per-hour": optional(
    perHour({ description: "Failures an hour that are not; ten times `tolerable-per-hour` if not given." }),
  ),
  "on-silence": oneOf(["watch", "fail"], {
    description:
      "What it comes to when a required event is not logged at all, for longer than its rate before the release explains: `watch` leaves the verdict open and says so.",
    default: "watch",
  }),
  "false-fail": rate({
    description:
      "How often, at most, a release with a tolerable rate may be failed: shared among the checks that can fail one (failures, latency, silence).",
    default: "1%",
  }),
  "false-pass": rate({
    description: "How often, at most, a release with an unacceptable rate may be passed.",
    default: "5%",
  }),
  "min-events": integer({
    description: "How many attempts must have logged each required event before observe passes.",
    default: "1",
    min: 1,
  }),
  "on-inconclusive": oneOf(["watch", "pass", "fail"], {
    description:
      "What too few attempts for a verdict come to: `watch` leaves the release live with its verdict open.",
    default: "watch",
  }),
};

/** The inputs of `observe`. */
export const observeInputs = {
  ...supabaseInputs,
  "supabase-access-token": optional(
    secret({
      description:
        "Supabase access token that may read logs and functions; with `prepare`, read and write notebooks.",
    }),
  ),
  "supabase-dashboard-url": text({
    description: "Base URL of Supabase's dashboard, for links.",
    default: "https://supabase.com/dashboard",
  }),
  prepare: flag({
    description:
      "Only saves the queries as a dashboard and gives its link, before anything changes. Its failure is a warning.",
    default: "false",
  }),
  ...checkInputs,
  ...dashboardInputs,
  ...sourceInputs,
  ...countedInputs,
  ...timeInputs,
  ...baselineInputs,
  ...latencyInputs,
  ...verdictInputs,
} as const;

export type ObserveInputs = ValuesOf<typeof observeInputs>;
