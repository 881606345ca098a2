import type { JobRef, PlayEvent } from "../../../rehearsal/player/player.ts";
import type { PhaseReport, ReleaseReport } from "../../../rehearsal/report/model.ts";
import { terminalReporter, type TerminalOptions } from "../../../rehearsal/report/terminal.ts";

type Looks = Partial<Pick<TerminalOptions, "colours" | "width" | "reviewers" | "quiet">>;

/** Tells a release on a terminal of 80 columns without colours; returns its lines. */
export function tellOnTerminal(report: ReleaseReport, looks: Looks = {}): readonly string[] {
  let text = "";
  const write = (more: string): void => {
    text += more;
  };
  const now = (): number => report.startedAt;
  const reporter = terminalReporter({ write, colours: false, width: 80, now, ...looks });
  for (const event of eventsOf(report)) reporter.event(event);
  reporter.end(report, ".rehearsal/report.html");
  return text.replace(/\n$/, "").split("\n");
}

/** The events that a play would have told of a release. */
function eventsOf({ phases, startedAt }: ReleaseReport): readonly PlayEvent[] {
  const queued = phases.map((phase): PlayEvent => ({
    at: startedAt,
    kind: "job-queued",
    job: refOf(phase),
    needs: [],
  }));
  return [...queued, ...phases.flatMap((phase) => phaseEvents(phase, phase.readyAt ?? startedAt))];
}

function refOf({ name }: PhaseReport): JobRef {
  return { key: `rollout/${name}`, id: name, name: `rollout / ${name}` };
}

function phaseEvents(phase: PhaseReport, at: number): readonly PlayEvent[] {
  const { name, result, because, gate, waited, worked, annotations, evidence } = phase;
  const job = refOf(phase);
  const done = { at: at + waited + worked, job };
  const environment = gate?.environment;
  const outputs = { evidence: JSON.stringify(evidence) };
  const rest = { outputs, environment, environmentUrl: undefined, because, waited, worked, jobs: [] };
  return [
    ...(gate
      ? ([
          { at, kind: "job-waiting", job, environment: gate.environment, deployment: false },
          { at: at + waited, kind: "gate-answered", job, ...gate, answer: gate.answer, waited },
        ] as readonly PlayEvent[])
      : []),
    ...(worked > 0 ? [{ at: at + waited, kind: "job-started", job } as const] : []),
    ...annotations.map((one): PlayEvent => ({
      ...done,
      kind: "annotation",
      step: undefined,
      properties: {},
      ...one,
    })),
    {
      ...done,
      kind: "job-finished",
      result: { key: job.key, id: name, name, result, outcome: result, ...rest },
    },
  ];
}
