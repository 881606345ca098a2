import type { PlayEvent } from "../player/run/events.ts";
import type { Outcome } from "../outcome.ts";
import { seconds } from "./duration.ts";
import { sayFindings } from "../secrets/say-findings.ts";
import type { ReleaseReport } from "./model.ts";
import { oneLine } from "./printable.ts";
import { wrapped } from "./terminal/columns.ts";
import { liveLine } from "./terminal/live-line.ts";
import { type Paint, paintWith, type Tone } from "./terminal/paint.ts";
import { progress } from "./terminal/progress.ts";
import { phaseTable } from "./terminal/table.ts";
import { underWay } from "./terminal/under-way.ts";
import { whyOf } from "./why.ts";

export interface TerminalOptions {
  readonly write: (text: string) => void;
  /** Whether words are coloured; they say the same without. */
  readonly colours: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Now, in ms since 1970: the clock that the events carry. */
  readonly now: () => number;
  /** Who may approve at an environment, if that is known. */
  readonly reviewers?: (environment: string) => readonly string[] | undefined;
  /** Only how each release ended is told. */
  readonly quiet?: boolean;
  /** Below all that was told stands what is at work; `tick` keeps its time. Only for a terminal. */
  readonly live?: boolean;
}

/** Tells releases on a terminal, one after another. */
export interface TerminalReporter {
  /** Tells what happens, as it happens. */
  event(event: PlayEvent): void;
  /** Tells a line of its own. */
  say(line: string): void;
  /** Time has passed. */
  tick(): void;
  /** Tells how it ended; the last line is `<outcome> <release> in <s> s`. */
  end(report: ReleaseReport, htmlPath: string): void;
}

export function terminalReporter(options: TerminalOptions): TerminalReporter {
  const { now, reviewers = () => undefined, quiet = false, live = false } = options;
  const width = Math.max(40, options.width);
  const paint = paintWith(options.colours);
  const { write, show } = liveLine(options.write);
  const start = (): ((event: PlayEvent) => void) =>
    quiet ? () => undefined : progress({ write, paint, width, since: now(), reviewers });
  const working = underWay();
  const tick = (): void => {
    const text = live && !quiet ? working.says(now(), width - 1) : undefined;
    show(text === undefined ? undefined : paint("dim", text));
  };
  let tell = start();
  return {
    tick,
    say: (line) => !quiet && write(`${line}\n`),
    event(event) {
      working.event(event);
      tell(event);
      // A build says thousands of lines: they are shown as time passes.
      if (event.kind !== "log") tick();
    },
    end(report, htmlPath) {
      show(undefined);
      const table = quiet ? [] : ["", ...phaseTable(report.phases, { paint, width }), ""];
      for (const line of [...table, ...ending(report, htmlPath, { paint, width })]) write(`${line}\n`);
      tell = start();
    },
  };
}

const tones: Readonly<Record<Outcome, Tone>> = {
  released: "good",
  watching: "open",
  held: "open",
  "rolled-back": "bad",
  "partly-rolled-back": "bad",
  stopped: "open",
};

interface Look {
  readonly paint: Paint;
  readonly width: number;
}

function ending(report: ReleaseReport, htmlPath: string, look: Look): readonly string[] {
  const { outcome, release, milliseconds } = report;
  const last = `${look.paint(tones[outcome], outcome)} ${oneLine(release)} in ${seconds(milliseconds)} s`;
  return [...why(report, look), ...secretsOf(report, look), `report  ${oneLine(htmlPath)}`, last];
}

/** Only where one stands anywhere: that none does is what everybody expects. */
function secretsOf({ secrets }: ReleaseReport, { paint, width }: Look): readonly string[] {
  if (secrets === undefined || secrets.found.length === 0) return [];
  const [first = "", ...more] = wrapped(oneLine(sayFindings(secrets.found)), width - 8);
  return [`${paint("bad", "secrets")} ${first}`, ...more.map((line) => `        ${line}`)];
}

/** Reason and next step, for whatever is not simply released. */
function why(report: ReleaseReport, { paint, width }: Look): readonly string[] {
  const { phase, reason, next } = whyOf(report);
  const told = (word: string, text: string): readonly string[] => {
    const [first = "", ...more] = wrapped(oneLine(text), width - 8);
    return [`${paint("strong", word)}  ${first}`, ...more.map((line) => `        ${line}`)];
  };
  if (reason === undefined) return [];
  const cause = phase === undefined ? reason : `${phase}: ${reason}`;
  return [...told("reason", cause), ...told("next  ", next)];
}
