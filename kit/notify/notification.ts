import type { RunContext } from "../ports/github.ts";
import { encoded } from "../ports/encoded.ts";

/** What has happened. `gate-waiting` also stands for a slice that is done: a person starts the next one. */
export type NotificationKind =
  | "gate-waiting"
  | "released"
  | "watching"
  | "held"
  | "rolled-back"
  | "partly-rolled-back"
  | "stopped"
  | "drift";

/** One message for people, and its form for programs. */
export interface Notification {
  readonly schema: "prism-rollout/notification@1";
  readonly kind: NotificationKind;
  readonly target: string;
  readonly release: string;
  /** What waits or has happened, a few words. */
  readonly what: string;
  readonly reason: string;
  /** What the reader does now. */
  readonly next: string;
  /** What people are asked to look at. */
  readonly checklist?: readonly string[];
  /** `queries` is where the logs can be asked what `observe` asks them. */
  readonly links: { readonly run: string; readonly gate?: string; readonly queries?: string };
}

export function notificationOf(
  told: Omit<Notification, "schema" | "links"> & {
    readonly gate?: string;
    readonly queries?: string | undefined;
  },
  { runUrl }: Pick<RunContext, "runUrl">,
): Notification {
  const { gate, queries, ...rest } = told;
  const environment = gate === undefined ? {} : { gate: environmentUrl(runUrl, gate) };
  const links = { run: runUrl, ...environment, ...(queries === undefined ? {} : { queries }) };
  return { schema: "prism-rollout/notification@1", ...rest, links };
}

/** GitHub's page of an environment. */
function environmentUrl(runUrl: string, name: string): string {
  return `${runUrl.replace(/\/actions\/runs\/.*$/, "")}/deployments/${encoded(name)}`;
}
