import type { JobRef, PlayEvent } from "../../player/run/events.ts";
import { duration, seconds } from "../duration.ts";
import { evidenceIn } from "../evidence.ts";
import { oneLine } from "../printable.ts";
import { unfolding } from "../unfold.ts";
import { columnsOf, cut, padded, wrapped } from "./columns.ts";
import type { Paint } from "./paint.ts";
import { tones } from "./table.ts";

/** How progress is told. `since` is where its clock begins, in ms since 1970. */
export interface ProgressOptions {
  readonly write: (text: string) => void;
  readonly paint: Paint;
  readonly width: number;
  readonly since: number;
  /** Who may approve at an environment; with nobody, a wait there is not told. Undefined: not known. */
  readonly reviewers: (environment: string) => readonly string[] | undefined;
}

/** Tells the events of one play, a line each: the jobs of the called workflow, or those that have steps of their own. */
export function progress(options: ProgressOptions): (event: PlayEvent) => void {
  const { paint, reviewers } = options;
  const { widenFor, say, goOn, room } = teller(options);
  const told = new Set<string>();
  const begin = (at: number, job: JobRef): void => {
    if (told.has(job.key)) return;
    told.add(job.key);
    say(at, job, paint("dim", "started"));
  };
  const unfold = unfolding();
  const waits = heldWaits();
  return (event) => unfold.event(event).forEach(tell);

  function tell(event: PlayEvent): void {
    waits.before(event);
    if (event.kind === "run-finished") return;
    const { at, job, kind } = event;
    if (kind === "job-queued") widenFor(job);
    // A job that calls a workflow has no steps: it is not told, those that it calls are.
    else if (kind === "step-started" || (kind === "job-started" && job.key !== job.id)) begin(at, job);
    else if (kind === "job-waiting") {
      const who = reviewers(event.environment);
      const words = cut(waitWords(event.environment, who), room(0));
      if (who?.length !== 0) waits.hold(job, () => say(at, job, paint("open", words)));
    } else if (kind === "gate-answered") {
      const words = answerWords(event);
      if (words !== undefined) say(at, job, cut(words, room(0)));
    } else if (kind === "annotation" && event.level === "error") {
      const [first = "", ...more] = beginning(event.message, room(7));
      say(at, job, `${paint("bad", "error")}  ${first}`);
      for (const line of more) goOn(7, line);
    } else if (kind === "job-finished") finish(event);
  }

  function finish({ at, job, result }: Extract<PlayEvent, { kind: "job-finished" }>): void {
    if (result.jobs.length > 0 || result.result === "skipped") return;
    const spent = result.worked > 0 ? `${result.result} in ${duration(result.worked)}` : result.result;
    const [evidence] = evidenceIn(result.outputs);
    const reason = evidence ?? result.because;
    const more = reason === undefined ? "" : ` · ${cut(oneLine(reason), room(columnsOf(spent) + 3))}`;
    say(at, job, `${paint(tones[result.result], spent)}${more}`);
  }
}

/** Lines of a time, a job's name and words; all names get the room of the longest that is known. */
function teller({ write, paint, width, since }: ProgressOptions) {
  let names = 0;
  return {
    widenFor: (job: JobRef): void => {
      names = Math.max(names, columnsOf(oneLine(job.id)));
    },
    say: (at: number, job: JobRef, words: string): void => {
      const time = padded(`${seconds(at - since)} s`, 8, "left");
      write(`${paint("dim", time)}  ${padded(oneLine(job.id), names)}  ${words}\n`);
    },
    /** More words below the last ones, `used` columns further in. */
    goOn: (used: number, words: string): void => write(`${" ".repeat(12 + names + used)}${words}\n`),
    /** How many columns words may take after `used` others. */
    room: (used: number): number => Math.max(16, width - 12 - names - used),
  };
}

function waitWords(environment: string, who: readonly string[] | undefined): string {
  const people = who === undefined ? "" : ` for ${who.map(oneLine).join(" or ")}`;
  return `waits at ${oneLine(environment)}${people}`;
}

/** At most four lines of a message. */
function beginning(message: string, width: number): readonly string[] {
  const lines = wrapped(oneLine(message), width);
  return lines.length > 4 ? [...lines.slice(0, 3), `${lines[3]} …`] : lines;
}

/** A wait is told once something else happens: most gates have nobody who is asked, and are passed at once. */
function heldWaits(): { hold(job: JobRef, say: () => void): void; before(event: PlayEvent): void } {
  let held: { readonly key: string; readonly say: () => void } | undefined;
  return {
    hold: ({ key }, say) => {
      held = { key, say };
    },
    before(event) {
      const passed =
        event.kind === "gate-answered" && event.job.key === held?.key && answerWords(event) === undefined;
      if (!passed) held?.say();
      held = undefined;
    },
  };
}

/** Undefined where nobody was asked: there is nothing to tell. */
function answerWords(event: Extract<PlayEvent, { kind: "gate-answered" }>): string | undefined {
  const { answer, by, waited } = event;
  if (answer === "approved" && by === undefined && waited < 50) return undefined;
  const who = by === undefined ? "" : ` by ${oneLine(by)}`;
  return `${answer}${who} after ${duration(waited)}`;
}
