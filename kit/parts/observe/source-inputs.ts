import { record } from "../../action/input-map.ts";
import { duration, list, oneOf, optional, secret, text, url } from "../../action/input.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { sourceNames } from "../../providers/logs/names.ts";

/** The token of the source, which whoever asks it has; it is never in rollout.yml. */
export const logToken = optional(
  secret({
    description:
      "Token of the source, where it is not Supabase: sent as a bearer, or as user and password where it is `user:password`.",
  }),
);

/** Where it is counted, if not in Supabase's logs. */
export const sourceInputs = {
  "log-source": oneOf(sourceNames, {
    description:
      "What counts. Each source says what it cannot: [docs/sources.md](../../docs/sources.md) has the table.",
    default: "supabase",
  }),
  "log-url": optional(
    url({
      description:
        "Base URL of Prometheus, Loki or Sentry (`https://sentry.io` if not given); of `http` the whole address, with placeholders.",
    }),
  ),
  "log-token": logToken,
  "log-queries": record({
    description:
      "What counts, by name: `attempts`, and each of `events` and `failures` (with `latency-limit` also `timed` and `slow`). For `prometheus` a counter with its labels, or PromQL; for `http` where the number stands in the answer (`data.total`). Placeholders: `{from}`, `{until}` (ISO), `{from-seconds}`, `{until-seconds}`, `{seconds}`, `{commit}`, `{release}`, `{target}`.",
    default: "",
  }),
  "log-selector": optional(
    text({
      description: 'The streams that `loki` counts in, with filters if need be: `{app="functions"}`.',
    }),
  ),
  "log-project": optional(
    text({
      description:
        "`sentry`: `<organization>/<numeric id of the project>`; `loki`: the tenant, where it has some.",
    }),
  ),
  "log-environment": optional(
    text({ description: "The environment that `sentry` counts; all of them if not given." }),
  ),
  "log-release": text({
    description: "What `sentry` knows the release as.",
    default: "{commit}",
  }),
  "log-failed-sessions": list({
    description:
      "The statuses of `sentry`'s sessions that count as failed: crashed, unhandled, abnormal, errored.",
    default: "crashed, unhandled",
  }),
  "log-timeout": duration({
    description: "How long the source may take for one answer.",
    default: "30s",
  }),
};

export type SourceInputs = ValuesOf<typeof sourceInputs>;
