import type { JobRef, PlayEvent } from "../player/run/events.ts";
import { allJobs, type JobResult, type PlayResult } from "../player/run/result.ts";
import { evidenceIn } from "./evidence.ts";
import { createJobLog, type JobLog } from "./job-log.ts";
import type { PhaseReport } from "./model.ts";
import { unfolding } from "./unfold.ts";

/** Listens to a play, and afterwards tells its phases. */
export interface Collector {
  event(event: PlayEvent): void;
  /**
   * The jobs of the called workflow in its order, the calling job left out; the same phases where the chain is
   * one job. Where no workflow was called, or the call itself failed, the workflow's own jobs.
   */
  phases(result: PlayResult): readonly PhaseReport[];
}

export function collector(): Collector {
  const jobs = new Map<string, Heard>();
  const unfold = unfolding();
  const heardOf = ({ key }: JobRef): Heard => {
    const heard = jobs.get(key) ?? newHeard();
    jobs.set(key, heard);
    return heard;
  };
  return {
    event(event) {
      for (const one of unfold.event(event)) {
        if (one.kind !== "run-finished") hear(heardOf(one.job), one);
      }
    },
    phases: (result) =>
      phaseJobs(unfold.result(result)).map((job, index) => {
        const own = jobs.get(job.key) ?? newHeard();
        // Where the chain is one job, its gate is passed before the first phase.
        const around = index === 0 ? jobs.get(job.key.split("/")[0] ?? "") : undefined;
        return phaseOf(job, around?.gate ? { ...own, gate: around.gate, readyAt: around.readyAt } : own);
      }),
  };
}

/** What was heard of a job so far. */
interface Heard {
  readyAt: number | undefined;
  endedAt: number | undefined;
  gate: PhaseReport["gate"];
  readonly annotations: PhaseReport["annotations"][number][];
  readonly summaries: string[];
  readonly log: JobLog;
}

function newHeard(): Heard {
  return {
    readyAt: undefined,
    endedAt: undefined,
    gate: undefined,
    annotations: [],
    summaries: [],
    log: createJobLog(),
  };
}

function hear(heard: Heard, event: Exclude<PlayEvent, { kind: "run-finished" }>): void {
  heard.log.event(event);
  if (event.kind === "job-waiting") {
    heard.readyAt ??= event.at;
    heard.gate = { environment: event.environment, answer: "unanswered", by: undefined };
  } else if (event.kind === "gate-answered") {
    heard.gate = { environment: event.environment, answer: event.answer, by: event.by };
  } else if (event.kind === "job-started") {
    heard.readyAt ??= event.at;
  } else if (event.kind === "job-finished") {
    heard.endedAt = event.at;
  } else if (event.kind === "annotation") {
    heard.annotations.push({ level: event.level, message: event.message });
  } else if (event.kind === "summary") {
    heard.summaries.push(event.markdown.trimEnd());
  }
}

function phaseJobs({ jobs }: PlayResult): readonly JobResult[] {
  const called = jobs.flatMap((job) => allJobs(job.jobs)).filter((job) => job.jobs.length === 0);
  return called.length > 0 ? called : jobs;
}

function phaseOf(job: JobResult, heard: Heard): PhaseReport {
  const { id, result, outcome, waited, worked } = job;
  const ran = result !== "skipped";
  return {
    name: id,
    result,
    because:
      (job.keptFrom === undefined ? job.because : `kept from attempt ${job.keptFrom}`) ??
      (outcome !== result ? `${outcome}, and the chain goes on all the same` : undefined),
    readyAt: ran ? (heard.readyAt ?? heard.endedAt) : undefined,
    endedAt: ran ? heard.endedAt : undefined,
    waited,
    worked,
    gate: heard.gate,
    evidence: evidenceIn(job.outputs),
    annotations: heard.annotations,
    summary: heard.summaries.join("\n\n"),
    log: heard.log.lines(),
  };
}
