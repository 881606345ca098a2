import type { Report } from "../../kit/action/report.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { type NotificationKind, notificationOf } from "../../kit/notify/notification.ts";
import { quietly, send } from "../../kit/notify/send.ts";
import type { Outcome } from "./finish.ts";
import type { Ended } from "./report-rollback.ts";
import { secretsOf } from "./secrets-of.ts";
import type { RollbackInputs } from "./spec.ts";

const words: Readonly<Record<Outcome, string>> = {
  released: "released",
  watching: "live, and still watched",
  held: "held: a person decides",
  "rolled-back": "rolled back",
  "partly-rolled-back": "only partly rolled back: a person must finish it",
  stopped: "stopped; nothing was changed",
};

/** Tells how the release ended; a slice that is done waits for a person who starts the next one. */
export async function tellEnd(
  inputs: RollbackInputs,
  { known, outcome, goesOn }: Ended,
  { reason, next }: Report,
  world: Runtime,
): Promise<void> {
  const { target, release } = known;
  const kind: NotificationKind = goesOn === undefined ? outcome : "gate-waiting";
  const what = goesOn === undefined ? words[outcome] : `waits for a run that goes on with ${goesOn}`;
  await quietly(world, async () => {
    const told = notificationOf({ kind, target, release, what, reason, next }, world.context);
    await send(inputs, told, world, { secrets: secretsOf(inputs) });
  });
}
