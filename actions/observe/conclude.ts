import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { LogSource, Question } from "../../kit/providers/logs/log-source.ts";
import { drawObservation } from "./draw-observation.ts";
import { findBoard } from "./find-board.ts";
import { type Observation, keepObservation } from "./keep-observation.ts";
import { markRelease } from "./mark-release.ts";
import { type Observed, reportOf } from "./report-observation.ts";
import type { spec } from "./spec.ts";

interface Concluded extends Omit<Observation, "since" | "drawn"> {
  readonly since: Observed["since"];
  readonly judging: Observed["judging"];
  readonly source: LogSource;
  /** What was asked at the last look. */
  readonly asked: Question;
}

/** Draws, keeps, marks and tells what an observation came to. */
export async function conclude(
  { source, asked, since, judging, ...counted }: Concluded,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal" | "temp">,
): Promise<Done<typeof spec>> {
  const { inputs, watched, checked } = counted;
  const drawn = await drawObservation(watched, asked, { source, judging }, world);
  const observation = await keepObservation({ ...counted, since: since.at, drawn }, world);
  const ended = { since: since.at, verdict: checked.verdict, until: world.clock.now() };
  await markRelease(inputs, ended, world);
  const logs = source.link(asked);
  const board = await findBoard(inputs, world);
  return {
    outputs: {
      since: new Date(since.at).toISOString(),
      observation,
      failed: String(checked.verdict.x),
      attempts: String(checked.verdict.n),
      "dashboard-url": board ?? logs,
    },
    report: reportOf({ ...counted, source, drawn, since, judging, links: { board, logs } }),
  };
}
