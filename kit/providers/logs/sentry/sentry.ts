import { UserError } from "../../../errors/user-error.ts";
import type { SourceInputs } from "../../../parts/observe/source-inputs.ts";
import type { Api, ApiCall } from "../../../ports/json-api.ts";
import { type SourceWorld, look, sourceApi } from "../ask.ts";
import type { Look, LogSource, Question, Share, Tally } from "../log-source.ts";
import { type Counted, filled } from "../placeholders.ts";
import { countFrom } from "../whole.ts";
import { errorsFrom, sessionsFrom } from "./answers.ts";
import { encoded } from "../../../ports/encoded.ts";

const tokenHint = "Pass a Sentry token with the scopes org:read and project:read as `log-token`.";

/** What of Sentry is counted: the sessions of a release, and where failures are judged by the hour its error events. */
export interface Sentry {
  readonly inputs: SourceInputs;
  readonly byHour: boolean;
}

/** @throws {UserError} PR104 without a token: Sentry shows nothing to strangers. */
function tokenOf({ logToken }: SourceInputs): string {
  if (logToken !== undefined) return logToken;
  throw new UserError("PR104", "log-source sentry needs `log-token`, but it is empty.", tokenHint);
}

/**
 * Sessions that Sentry has of a release: those that crashed, of all. Its sessions are kept by the hour, so that a release
 * is told apart by its name and not by the minute.
 */
export function openSentry({ inputs, byHour }: Sentry, world: SourceWorld, counted: Counted): LogSource {
  const { logUrl: url = "https://sentry.io", logTimeout: timeout } = inputs;
  const token = tokenOf(inputs);
  const [organization = "", project = ""] = (inputs.logProject ?? "").split("/");
  const api = sourceApi(world, { name: "Sentry", url, token, timeout, tokenHint });
  const base = `/api/0/organizations/${encoded(organization)}`;
  const release = (question: Question): string => filled(inputs.logRelease, question, counted);
  const common = (question: Question): NonNullable<ApiCall["query"]> => ({
    project,
    start: new Date(question.from).toISOString(),
    end: new Date(question.until).toISOString(),
    environment: inputs.logEnvironment,
    query: question.before === true ? undefined : `release:"${release(question)}"`,
  });
  return {
    attributes: "release",
    says: [
      byHour
        ? "Failures are the error events that Sentry has of the release"
        : `Attempts are sessions; failed are those that are ${inputs.logFailedSessions.join(" or ")}`,
      "Sentry keeps sessions by the hour: also the newest are counted",
    ],
    tally: async (question) => {
      const own = common(question);
      const [sessions, errors] = await Promise.all([
        sessionsOf(world, api, base, own, inputs.logFailedSessions),
        byHour ? errorsOf(world, api, base, own) : undefined,
      ]);
      return tallied(sessions, errors);
    },
    link: (question) => {
      const query = new URLSearchParams({ project });
      return `${url.replace(/\/$/, "")}/organizations/${organization}/releases/${encoded(release(question))}/?${query.toString()}`;
    },
  };
}

async function sessionsOf(
  world: SourceWorld,
  api: Api,
  base: string,
  common: NonNullable<ApiCall["query"]>,
  failing: readonly string[],
): Promise<Look<Share>> {
  const query = { ...common, field: "sum(session)", groupBy: "session.status", interval: "1h" };
  return await look(world, api, { path: `${base}/sessions/`, call: { query } }, (json) =>
    sessionsFrom(json, failing),
  );
}

async function errorsOf(
  world: SourceWorld,
  api: Api,
  base: string,
  common: NonNullable<ApiCall["query"]>,
): Promise<Look<number>> {
  const query = { ...common, field: "count()", dataset: "errors" };
  return await look(world, api, { path: `${base}/events/`, call: { query } }, (json) =>
    countFrom(errorsFrom(json)),
  );
}

function tallied(sessions: Look<Share>, errors: Look<number> | undefined): Look<Tally> {
  if (!("value" in sessions)) return sessions;
  if (errors !== undefined && !("value" in errors)) return errors;
  const { attempts, failed } = sessions.value;
  const none = { attempts: 0, failed: 0 };
  return {
    value: {
      real: { attempts, failed: errors === undefined ? failed : errors.value },
      synthetic: none,
      withoutKey: 0,
      events: {},
    },
  };
}
