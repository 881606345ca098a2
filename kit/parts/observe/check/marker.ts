import { randomBytes } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { describe } from "../../../errors/user-error.ts";
import { endingAfter } from "../../../ports/ending-after.ts";
import { tellWait } from "../../../ports/tell-wait.ts";
import type { LogSource } from "../../../providers/logs/log-source.ts";
import type { ObserveInputs } from "../inputs.ts";
import { span } from "../span.ts";
import { type Finding, found } from "./finding.ts";
import { encoded } from "../../../ports/encoded.ts";

const what = "How long an entry takes to appear";
const SECOND = 1_000;
/** A lag is never proposed below this: one entry tells little of the slowest. */
const LEAST = 30 * SECOND;
const MOST = 5 * 60 * SECOND;

type World = Pick<Runtime, "http" | "clock" | "log" | "signal">;

/** What the marker told, and the `lag` that follows from it (ms). */
export interface Measured {
  readonly finding: Finding;
  readonly lag?: number;
}

/**
 * Sends one request to a function, with a name of its own in the path, and looks until the log has it. Without a body it
 * is OPTIONS, which a function answers before it does anything; with one it is whatever the function does with that.
 */
export async function measureLag(
  inputs: ObserveInputs,
  slug: string | undefined,
  source: LogSource,
  world: World,
): Promise<Measured> {
  const { sees } = source;
  if (sees === undefined) return unmeasured("This source cannot look for one entry.", "Set `lag` yourself.");
  if (slug === undefined) return unmeasured("There is no function that could get a marker.", "Deploy one.");
  const id = `prism-rollout-check-${randomBytes(8).toString("hex")}`;
  const sent = world.clock.now();
  try {
    const status = await sendMarker(inputs, slug, id, world);
    world.log.info(`Marker ${id} was sent to ${slug}, which answered ${status}.`);
  } catch (error) {
    world.signal.throwIfAborted();
    return unmeasured(`${slug} could not be called: ${describe(error)}.`, "Check `functions-url`.");
  }
  const seen = await appearance(sees, { id, sent }, inputs, world);
  if (typeof seen !== "number") return unmeasured(...seen);
  const lag = Math.max(LEAST, Math.ceil((2 * seen) / (5 * SECOND)) * 5 * SECOND);
  const enough =
    inputs.lag >= lag ? `\`lag\` (${span(inputs.lag)}) is enough` : `\`lag\` (${span(inputs.lag)}) is short`;
  const says = `The marker appeared after ${(seen / SECOND).toFixed(1)} s: ${enough}; twice that, at least 30 s, would be lag: ${lag / SECOND}s.`;
  const finding: Finding =
    inputs.lag >= lag
      ? found(what, says)
      : { what, can: "partly", says, fix: `Set \`lag: ${lag / SECOND}s\`.` };
  return { finding, lag };
}

async function sendMarker(
  { functionsUrl, functionsKey, supabase, markerBody }: ObserveInputs,
  slug: string,
  id: string,
  { http, signal }: World,
): Promise<number> {
  const base = (functionsUrl ?? `https://${supabase}.supabase.co/functions/v1`).replace(/\/$/, "");
  const key =
    functionsKey === undefined ? {} : { apikey: functionsKey, authorization: `Bearer ${functionsKey}` };
  const json = markerBody === undefined ? {} : { "content-type": "application/json" };
  const response = await http(`${base}/${encoded(slug)}/${id}`, {
    method: markerBody === undefined ? "OPTIONS" : "POST",
    headers: { ...key, ...json },
    redirect: "manual",
    signal: endingAfter(30 * SECOND, signal),
    ...(markerBody === undefined ? {} : { body: markerBody.replaceAll("{marker}", id) }),
  });
  await response.body?.cancel();
  return response.status;
}

/** How many ms later it was seen, or why it was not, with what to do. */
async function appearance(
  sees: NonNullable<LogSource["sees"]>,
  { id, sent }: { readonly id: string; readonly sent: number },
  { pollInterval, window }: ObserveInputs,
  { clock, log, signal }: World,
): Promise<number | readonly [says: string, fix: string]> {
  const patience = Math.min(MOST, Math.max(window, 30 * SECOND));
  const pause = Math.max(100, Math.min(pollInterval, 5 * SECOND));
  const tell = tellWait({ clock, log }, sent + patience);
  for (;;) {
    const look = await sees(id, sent - 60 * SECOND, clock.now() + 60 * SECOND);
    const now = clock.now();
    if ("value" in look && look.value) return now - sent;
    if (!("value" in look) && look.final) return [look.error.message, look.error.fix];
    if (now - sent >= patience) {
      const why = "value" in look ? "" : ` ${look.error.message}`;
      return [
        `Nothing of it was in the log after ${span(patience)}.${why}`,
        "Look into the log yourself; raise `lag`.",
      ];
    }
    tell("the marker is in the log");
    await clock.sleep(Math.max(pause, "wait" in look ? look.wait : 0), signal);
  }
}

function unmeasured(says: string, fix: string): Measured {
  return { finding: { what, can: "partly", says, fix } };
}
