import type { Runtime } from "../action/runtime.ts";
import { describe } from "../errors/user-error.ts";
import { hide } from "./hide.ts";
import type { NotifyInputs } from "./inputs.ts";
import type { Notification } from "./notification.ts";
import { slackMessage } from "./slack.ts";
import { endingAfter } from "../ports/ending-after.ts";

type World = Pick<Runtime, "http" | "log" | "signal">;

const patience = 5_000;

/**
 * Tells the webhook, once, within five seconds; a connection that failed is tried once more. Whatever comes of it, the
 * release goes on: a failure is a warning, without the address or a part of it.
 */
export async function send(
  { notifyUrl, notifyFormat }: NotifyInputs,
  told: Notification,
  world: World,
  {
    secrets = [],
    deadline = patience,
  }: { secrets?: readonly (string | undefined)[]; deadline?: number } = {},
): Promise<void> {
  if (notifyUrl === undefined) return;
  const url = webhookAddress(notifyUrl);
  const problem =
    url === undefined
      ? "notify-url is not an address (https://…)"
      : await tell(url, bodyOf(url, notifyFormat, told, [...secrets, notifyUrl]), world, deadline);
  if (problem !== undefined) world.log.warn(`The webhook was not told of «${told.what}»: ${problem}.`);
}

interface Body {
  readonly text: string;
  readonly slack: boolean;
}

function bodyOf(
  url: URL,
  format: NotifyInputs["notifyFormat"],
  told: Notification,
  secrets: readonly (string | undefined)[],
): Body {
  const clean = hide(told, secrets);
  // Discord and others take Slack's messages at an address that ends so.
  const looksLikeSlack = /(^|\.)slack(-gov)?\.com$/.test(url.hostname) || url.pathname.endsWith("/slack");
  const slack = format === "auto" ? looksLikeSlack : format === "slack";
  return { text: JSON.stringify(slack ? slackMessage(clean) : clean), slack };
}

/** Where a webhook is; undefined for what is no address that a message may go to. */
export function webhookAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url?.protocol === "http:" && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
  return url?.protocol === "https:" || loopback ? url : undefined;
}

/** What went wrong, without anything of the address; undefined when it was taken. */
async function tell(url: URL, body: Body, world: World, deadline: number): Promise<string | undefined> {
  const signal = endingAfter(deadline, world.signal);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await world.http(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8" },
        body: body.text,
        redirect: "manual",
        signal,
      });
      return judge(response.status, await response.text(), body, url);
    } catch (error) {
      if (world.signal.aborted) return "the job was asked to stop";
      if (signal.aborted) return `it did not answer within ${deadline / 1000} s`;
      if (attempt === 2) return `it could not be reached (${codeOf(error)})`;
    }
  }
}

function judge(status: number, said: string, { slack }: Body, url: URL): string | undefined {
  if (status >= 300 && status < 400) return `it answered ${status}, and no redirect is followed`;
  const short = said.trim();
  const isWord = /^[a-z_]{2,40}$/.test(short) && !url.href.includes(short);
  const word = isWord ? ` (${short})` : "";
  if (status < 200 || status >= 300) return `it answered ${status}${word}`;
  if (/^\s*</.test(said)) return `it answered ${status} with a page: that is no webhook`;
  return slack && !["ok", ""].includes(said.trim())
    ? `it answered ${status}, but did not take it${word}`
    : undefined;
}

/** Only the kind of an error: its text names host and address. */
function codeOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "no connection";
}

/** For whoever composes a message: what is done is not undone because nobody could be told, not even by a bug. */
export async function quietly(world: Pick<Runtime, "log">, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    world.log.warn(`Nobody could be told: ${describe(error)}`);
  }
}
