import type { PlayEvent, StepRef } from "../player/run/events.ts";
import { duration } from "./duration.ts";

/** A job's log as a person reads it: a line for each step, what it said indented below. */
export interface JobLog {
  event(event: Exclude<PlayEvent, { kind: "run-finished" }>): void;
  lines(): readonly string[];
}

/** Debug lines are left out, as a runner does unless asked. */
export function createJobLog(): JobLog {
  const lines: string[] = [];
  // Steps of a composite action run within its own, so a group belongs to a step.
  const grouped = new Set<string>();
  const say = (step: StepRef, text: string): void => {
    const indent = "  ".repeat(step.depth + 1 + (grouped.has(step.key) ? 1 : 0));
    for (const line of text.split(/\r\n|\r|\n/)) lines.push(`${indent}${line}`.trimEnd());
  };
  return {
    lines: () => lines,
    event(event) {
      if (event.kind === "step-started") lines.push(`${"  ".repeat(event.step.depth)}▸ ${event.step.name}`);
      else if (event.kind === "log" && event.stream !== "debug") say(event.step, event.line);
      else if (event.kind === "annotation" && event.step) say(event.step, `${event.level}: ${event.message}`);
      else if (event.kind === "annotation") lines.push(`${event.level}: ${event.message}`);
      else if (event.kind === "group") {
        grouped.delete(event.step.key);
        if (event.title === undefined) return;
        say(event.step, event.title);
        grouped.add(event.step.key);
      } else if (event.kind === "step-finished") {
        grouped.delete(event.step.key);
        const { outcome, step, worked } = event;
        if (outcome === "failure" || outcome === "cancelled")
          say(step, `${outcome} after ${duration(worked)}`);
      }
    },
  };
}
