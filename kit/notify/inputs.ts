import { oneOf, optional, secret, url } from "../action/input.ts";
import type { ValuesOf } from "../action/spec.ts";

/** Where people are told, shared by every action that knows something worth telling. */
export const notifyInputs = {
  "notify-url": optional(
    secret({
      description:
        "Webhook that is told when a gate waits and how a release ended. Its failure only warns; its address is a secret.",
    }),
  ),
  "notify-format": oneOf(["auto", "slack", "json"], {
    description:
      "What the webhook takes: Slack's messages, or `prism-rollout/notification@1`. `auto` goes by its address.",
    default: "auto",
  }),
};

/** For phases after which a gate may wait: what `prepare` has found. */
export const boardInput = {
  "dashboard-url": optional(
    url({
      description:
        "Where the queries are saved, from `prepare`; linked on the page and in the message of the gate that waits next.",
    }),
  ),
};

export type NotifyInputs = ValuesOf<typeof notifyInputs>;
