import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type Outcome, outcomes } from "../../rehearsal/outcome.ts";
import { rehearseReleases } from "../../rehearsal/release/rehearse-releases.ts";
import { htmlReport } from "../../rehearsal/report/html.ts";
import { jsonLine } from "../../rehearsal/report/json.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";
import { terminalReporter } from "../../rehearsal/report/terminal.ts";
import { wantsColours } from "../colours.ts";
import { askAtGate } from "./ask.ts";
import { diskFull } from "./disk-full.ts";
import { type RehearsalOptions, readOptions, rehearseUsage } from "./options.ts";

type Terminal = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd">;

const wrongUsage = 64;
const ourBug = 70;

/** `prism-rollout rehearse`: reads the options, plays, tells. Returns the exit status. */
export async function rehearse(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdin, stdout, stderr } = terminal;
  const options = readOptions(args, stdin.isTTY && stdout.isTTY);
  if (options === "help") {
    stdout.write(rehearseUsage);
    return 0;
  }
  if ("wrong" in options) {
    stderr.write(`${options.wrong}\n\n${rehearseUsage}`);
    return wrongUsage;
  }
  try {
    const { outcome, told } = await playAndTell(options, terminal);
    // Worse than any outcome: somebody could read it.
    if (told) stderr.write("\nA secret of this rehearsal stands where somebody could read it: see above.\n");
    return told ? ourBug : outcomes[outcome];
  } catch (error) {
    const known = error instanceof UserError ? error : diskFull(error);
    stderr.write(`\nThe rehearsal could not be played: ${describe(known ?? error)}\n`);
    if (known) stderr.write(`${known.fix}\n`);
    return ourBug;
  }
}

/** How the last release ended, and whether any of them has told a secret. */
interface Ended {
  readonly outcome: Outcome;
  readonly told: boolean;
}

async function playAndTell(options: RehearsalOptions, terminal: Terminal): Promise<Ended> {
  const { stdin, stdout, env } = terminal;
  const write = (text: string): void => void stdout.write(text);
  const colours = wantsColours(stdout, env);
  const reporter = terminalReporter({ write, colours, width: stdout.columns ?? 80, now: () => Date.now() });
  const path = join(terminal.cwd(), ".rehearsal", "report.html");
  const reports: ReleaseReport[] = [];
  await rehearseReleases({
    ...options,
    steering: {
      ...options,
      approve:
        options.approve === "all" ? "all" : (gate) => askAtGate(gate, { input: stdin, output: stdout }),
    },
    env,
    say: (line) => write(`${line}\n`),
    onEvent: (event) => reporter.event(event),
    onReport: async (report) => {
      reports.push(report);
      const problem = await writeReport(path, htmlReport(reports));
      const { evidence } = report;
      if (evidence !== undefined) await writeReport(join(dirname(path), "evidence.json"), evidence);
      reporter.end(report, relative(terminal.cwd(), path) + (problem === undefined ? "" : ` ${problem}`));
    },
  });
  const last = reports.at(-1);
  if (last === undefined) throw new Error("no release was played");
  if (options.json) write(`${jsonLine(last, reports.slice(0, -1))}\n`);
  const told = reports.some(({ secrets }) => (secrets?.found.length ?? 0) > 0);
  return { outcome: last.outcome, told };
}

/** The release is what was asked for: a folder in which nobody may write does not end it. */
async function writeReport(path: string, text: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return undefined;
  } catch (error) {
    return `was not written: ${describe(error)}`;
  }
}
