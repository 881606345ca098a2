import { mendable } from "../../kit/errors/mendable.ts";
import { type Outcome, outcomes } from "../../rehearsal/outcome.ts";
import { rehearseOwn } from "../../rehearsal/own/rehearse-own.ts";
import { rehearseReleases } from "../../rehearsal/release/rehearse-releases.ts";
import { jsonLine } from "../../rehearsal/report/json.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";
import { notesOf } from "../../rehearsal/report/terminal/notes.ts";
import { type TerminalReporter, terminalReporter } from "../../rehearsal/report/terminal.ts";
import { wantsColours } from "../colours.ts";
import { columnsOf } from "../columns.ts";
import { refusal, wrongUsage } from "../command.ts";
import { askAtGate } from "./ask.ts";
import { diskFull, noTempFolder } from "./disk-full.ts";
import { type RehearsalOptions, readOptions } from "./options.ts";
import { bug, notPlayedLine } from "./not-played.ts";
import { orderFrom } from "./own-order.ts";
import { writeReports } from "./reports.ts";
import { addSummary } from "./summary.ts";
import { isSample } from "./which.ts";
import { rehearseUsage } from "./usage.ts";

type Terminal = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd">;

const notPlayed = 70;

/** `prism-rollout rehearse`: reads the options, plays, tells. Returns the exit status. */
export async function rehearse(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdin, stdout, stderr } = terminal;
  const options = readOptions(args, stdin.isTTY && stdout.isTTY);
  if (options === "help") {
    stdout.write(rehearseUsage);
    return 0;
  }
  const refuse = (wrong: string): number => {
    stderr.write(`${wrong}\n\n${rehearseUsage}`);
    return wrongUsage;
  };
  if ("wrong" in options) return refuse(options.wrong);
  const sample = isSample(options, terminal.cwd());
  if (sample && options.approve === undefined)
    return refuse("nobody can be asked at the gates here: add --approve all");
  try {
    const { outcome, told } = await playAndTell(options, sample, terminal);
    // Worse than any outcome: somebody could read it.
    if (told) stderr.write("\nA secret of this rehearsal stands where somebody could read it: see above.\n");
    if (told) return notPlayed;
    // The run of the workflow is green then, too; and nobody can use a stack that is only rehearsed.
    return !sample && outcome === "watching" ? 0 : outcomes[outcome];
  } catch (error) {
    const known = diskFull(error) ?? mendable(error) ?? noTempFolder();
    const why = known === undefined ? bug(error) : refusal(known);
    stderr.write(`\nThe rehearsal could not be played: ${why}`);
    if (options.json) stdout.write(`${notPlayedLine(error, known)}\n`);
    return notPlayed;
  }
}

/** How the last release ended, and whether any of them has told a secret. */
interface Ended {
  readonly outcome: Outcome;
  readonly told: boolean;
}

async function whileTicking(
  { tick }: { readonly tick: () => void },
  play: () => Promise<void>,
): Promise<void> {
  const timer = setInterval(tick, 1000);
  try {
    await play();
  } finally {
    clearInterval(timer);
  }
}

function reporterOn({ stdout, env }: Terminal, { quiet, json }: RehearsalOptions): TerminalReporter {
  return terminalReporter({
    write: (text) => {
      if (!quiet || !json) stdout.write(text);
    },
    colours: wantsColours(stdout, env),
    width: columnsOf(stdout),
    now: () => Date.now(),
    quiet,
    live: stdout.isTTY && env["TERM"] !== "dumb",
  });
}

async function playAndTell(options: RehearsalOptions, sample: boolean, terminal: Terminal): Promise<Ended> {
  const { stdin, stdout, env } = terminal;
  const reporter = reporterOn(terminal, options);
  const reports: ReleaseReport[] = [];
  const common = {
    ...options,
    steering: {
      ...options,
      approve:
        options.approve === "ask"
          ? (gate: Parameters<typeof askAtGate>[0]) => askAtGate(gate, { input: stdin, output: stdout })
          : ("all" as const),
    },
    onEvent: reporter.event,
    onReport: async (report: ReleaseReport): Promise<void> => {
      reports.push(report);
      const where = await writeReports(reports, options.out, terminal.cwd());
      if (!sample) reporter.say(notesOf(report, columnsOf(stdout)).trimEnd());
      reporter.end(report, where);
    },
  };
  const { say } = reporter;
  await whileTicking(reporter, async () => {
    if (sample) await rehearseReleases({ ...common, env, say });
    else await rehearseOwn({ ...common, order: await orderFrom(options, { cwd: terminal.cwd(), env, say }) });
  });
  const last = reports.at(-1);
  if (last === undefined) throw new Error("no release was played");
  await addSummary(options.summary, last);
  if (options.json) stdout.write(`${jsonLine(last, reports.slice(0, -1))}\n`);
  const told = reports.some(({ secrets }) => (secrets?.found.length ?? 0) > 0);
  return { outcome: last.outcome, told };
}
