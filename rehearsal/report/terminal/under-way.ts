import type { PlayEvent } from "../../player/run/events.ts";
import { duration } from "../duration.ts";
import { oneLine } from "../printable.ts";
import { unfolding } from "../unfold.ts";
import { cut } from "./columns.ts";

/** What is at work at this moment, for a line of a terminal that is drawn again and again. */
export interface UnderWay {
  event(event: PlayEvent): void;
  /** Undefined where nothing works, and while a person is asked. */
  says(now: number, width: number): string | undefined;
}

export function underWay(): UnderWay {
  const unfold = unfolding();
  const working = new Map<string, { readonly id: string; readonly since: number; said: string }>();
  const asking = new Set<string>();
  const hear = (event: PlayEvent): void => {
    if (event.kind === "run-finished") {
      working.clear();
      asking.clear();
      return;
    }
    const { key, id } = event.job;
    if (event.kind === "job-started" && event.calls !== true)
      working.set(key, { id, since: event.at, said: "" });
    else if (event.kind === "job-finished") working.delete(key);
    else if (event.kind === "job-waiting") asking.add(key);
    else if (event.kind === "log" && event.stream !== "debug" && event.line.trim() !== "") {
      const one = working.get(key);
      if (one) one.said = event.line;
    }
    if (event.kind === "gate-answered" || event.kind === "job-finished") asking.delete(key);
  };
  return {
    event: (event) => unfold.event(event).forEach(hear),
    says(now, width) {
      const last = [...working.values()].at(-1);
      if (last === undefined || asking.size > 0) return undefined;
      const said = oneLine(last.said);
      const text = `${oneLine(last.id)} works, ${duration(now - last.since)} so far${said === "" ? "" : ` · ${said}`}`;
      return cut(text, width);
    },
  };
}
