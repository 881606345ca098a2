import { readFile } from "node:fs/promises";
import { UserError } from "../../errors/user-error.ts";

/** What started this run, as far as it decides what may be trusted and what can be known. */
export interface RunEvent {
  readonly name: string;
  /** The pull request, where one started it. */
  readonly pullRequest: PullRequest | undefined;
}

export interface PullRequest {
  readonly number: number;
  /** Whether its run gets no secrets and a token that only reads: it comes from a fork, or from dependabot. */
  readonly stranger: boolean;
}

interface Payload {
  readonly number?: unknown;
  readonly repository?: { readonly full_name?: unknown };
  readonly pull_request?: {
    readonly number?: unknown;
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null };
  };
}

/** Reads the event of a run. Where it cannot be read, a pull request counts as a stranger's. */
export async function runEvent(env: Readonly<Record<string, string | undefined>>): Promise<RunEvent> {
  const name = env["GITHUB_EVENT_NAME"] ?? "";
  if (name !== "pull_request" && name !== "pull_request_target") return { name, pullRequest: undefined };
  const payload = await payloadAt(env["GITHUB_EVENT_PATH"]);
  const number = payload.pull_request?.number ?? payload.number;
  const from = payload.pull_request?.head?.repo?.full_name;
  const own = payload.repository?.full_name ?? env["GITHUB_REPOSITORY"];
  // The repository of a fork may be gone: then there is none.
  const isFork = typeof from !== "string" || from !== own;
  const stranger = isFork || env["GITHUB_ACTOR"] === "dependabot[bot]";
  return { name, pullRequest: { number: Number.isInteger(number) ? Number(number) : 0, stranger } };
}

async function payloadAt(path: string | undefined): Promise<Payload> {
  try {
    const payload: unknown = JSON.parse(await readFile(path ?? "", "utf8"));
    return typeof payload === "object" && payload !== null ? payload : {};
  } catch {
    return {};
  }
}

/**
 * `pull_request_target` gives a stranger's files this repository's secrets: rollout.yml says where tokens are sent.
 * @throws {UserError} PR220
 */
export function refuseTargetEvent({ name }: Pick<RunEvent, "name">): void {
  if (name !== "pull_request_target") return;
  throw new UserError(
    "PR220",
    "This run was started by pull_request_target: a stranger's rollout.yml would say where this repository's tokens are sent. Nothing was looked at, and no token was used.",
    "Start it by `pull_request`: a pull request from a fork is planned against the record, without secrets.",
  );
}
