import { heldTo, judgedBy } from "../../kit/parts/observe/held-to.ts";
import { observeInputs } from "../../kit/parts/observe/inputs.ts";
import { subjectOf } from "../../kit/parts/observe/question.ts";
import { type Watched, watchRelease } from "../../kit/parts/observe/watch-release.ts";
import { supabaseLogs } from "../../kit/providers/logs/supabase/supabase.ts";
import { fakeClock } from "./fake-clock.ts";
import { inputsFrom } from "./inputs-of.ts";
import { type Fault, type LateRow, logged, playedLogs } from "./played-logs.ts";
import { recordingLog } from "./recording-log.ts";

const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 22, 12);

/** How a release is played: the share of attempts that fail, now and before, and what the log does meanwhile. */
export interface Played {
  readonly rate: number;
  readonly before?: { readonly rate: number; readonly attempts: number };
  readonly inputs?: Readonly<Record<string, string>>;
  readonly fault?: Fault;
  /** What becomes of a row's text on its way into the log. */
  readonly written?: (message: string) => string;
  readonly attempts?: number;
}

/**
 * Plays a release through the whole loop, over the real query: attempts come at random, two a minute on average; who
 * fails tries again up to four times and then succeeds, failures can be read at once and what went well up to two
 * minutes later, and every tenth row is there twice.
 */
export async function playRelease(played: Played, random: () => number): Promise<Watched> {
  const { rate, before, inputs: given = {}, attempts = 120, written = (message) => message } = played;
  const clock = fakeClock(start);
  const text = {
    supabase: "abcdefghijklmnopqrst",
    "supabase-access-token": "t",
    events: "done:",
    failures: "broken",
  };
  const times = { lag: "2m", "poll-interval": "2m", window: "55m", baseline: before ? "23h" : "0s" };
  const inputs = inputsFrom(observeInputs, { ...text, ...times, ...given });
  const rows = [
    ...attemptsOf({ from: start, gap: MINUTE / 2, rate, attempts, version: 7 }, random),
    ...(before === undefined
      ? []
      : attemptsOf({ from: start - 22 * 60 * MINUTE, gap: 5 * MINUTE, ...before, version: 6 }, random)),
  ].map((late) => ({ ...late, row: { ...late.row, event_message: written(late.row.event_message) } }));
  const http = playedLogs(rows, clock.now, played.fault ?? (() => undefined));
  const world = { http, clock, log: recordingLog(), signal: new AbortController().signal };
  const access = {
    supabase: inputs.supabase,
    supabaseAccessToken: "t",
    supabaseApiUrl: "http://127.0.0.1:9",
  };
  const source = supabaseLogs(world, access, "http://127.0.0.1:9");
  const subject = subjectOf(inputs);
  const functions = [{ id: "f", slug: "f", version: 7 }];
  const held = await heldTo(
    inputs,
    { source, subject, functions },
    { until: start, span: inputs.baseline },
    world,
  );
  const judging = { subject, ...judgedBy(inputs), ...held };
  return await watchRelease(
    { ...inputs, question: { ...subject, from: start, functions }, judging },
    source,
    world,
  );
}

interface Traffic {
  readonly from: number;
  readonly gap: number;
  readonly rate: number;
  readonly attempts: number;
  readonly version: number;
}

function attemptsOf({ from, gap, rate, attempts, version }: Traffic, random: () => number): LateRow[] {
  let at = from;
  return Array.from({ length: attempts }, (_, one): LateRow[] => {
    at += Math.round(-Math.log(1 - random()) * gap);
    const row = (event: string, after: number, late: number): LateRow => {
      const message = JSON.stringify({ event, session_id: `s${version}-${one}` });
      return { row: logged(at + after, message, version), readable: at + after + late };
    };
    const failures =
      random() < rate
        ? Array.from({ length: 1 + Math.floor(random() * 4) }, (__, nth) => row("broken", nth, 0))
        : [];
    const all = [...failures, row("done", failures.length, Math.round(random() * 2 * MINUTE))];
    return all.flatMap((late) => (random() < 0.1 ? [late, late] : [late]));
  }).flat();
}
