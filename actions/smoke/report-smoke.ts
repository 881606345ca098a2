import type { Report, Table } from "../../kit/action/report.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type SuiteOutcome, verdictOf } from "../../kit/parts/checks/judge-suite.ts";
import type { CommandsProof } from "../../kit/parts/checks/run-commands.ts";
import type { SpecResult } from "../../kit/parts/checks/run-specs.ts";
import { suiteEvidence, suiteTables } from "../../kit/parts/checks/say-suite.ts";
import { lastLines } from "../../kit/parts/web/run-command.ts";
import type { spec } from "./spec.ts";

/** What was found; undefined where it was not asked for. */
export interface Checked {
  readonly specs: SpecResult | undefined;
  readonly commands: CommandsProof | undefined;
  readonly identity: string | undefined;
}

type Inputs = InputsOf<typeof spec>;

const wheres = {
  before: "(listed only)",
  staged: "on the staged site",
  production: "on production",
} as const;

/** Suites that fail say most; then what kept them from running; then the commands. */
export function reportOf(inputs: Inputs, { specs, commands, identity }: Checked): Report {
  const { stage } = inputs;
  const evidence = [
    ...(identity === undefined ? [] : [identity]),
    ...(specs === undefined ? [] : listed(stage, specs)),
    ...(commands === undefined ? [] : commandLines(commands)),
  ];
  const failing =
    commands?.runs.filter(({ outcome }) => outcome === "failed" || outcome === "timed out") ?? [];
  return {
    ...judge(stage, specs, commands),
    evidence,
    tables: [...(specs === undefined ? [] : suiteTables(specs)), ...commandTables(commands)],
    folded: failing.map(({ command, tail }) => ({ title: command, text: lastLines(tail, 60) })),
  };
}

function commandLines({ x, n, runs }: CommandsProof): readonly string[] {
  const stopped = runs.filter(({ outcome }) => outcome === "stopped").length;
  return [
    `${x} of ${n} commands passed`,
    ...(stopped > 0 ? [`${stopped} of ${n} commands were stopped: the verdict was known`] : []),
  ];
}

function listed(stage: Inputs["stage"], specs: SpecResult): readonly string[] {
  if (stage !== "before") return suiteEvidence(specs, wheres[stage]);
  const files = new Set(specs.tests.map(({ file }) => file)).size;
  return [`${specs.tests.length} Playwright tests in ${files} files can be run`];
}

function judge(
  stage: Inputs["stage"],
  specs: SpecResult | undefined,
  commands: CommandsProof | undefined,
): Pick<Report, "verdict" | "reason" | "next"> {
  const suites = specs && verdictOf(specs.outcome);
  if (specs && suites === "fail")
    return { verdict: "fail", reason: `Playwright: ${specs.reason}.`, next: nextFor(specs.outcome, stage) };
  if (commands?.verdict === "fail") {
    const after =
      stage === "production" ? " The commands don't look at production, so nothing is undone." : "";
    return { verdict: "fail", reason: commands.reason, next: `${commands.next}${after}` };
  }
  if (specs && suites === "error")
    return { verdict: "error", reason: `Playwright: ${specs.reason}.`, next: nextFor(specs.outcome, stage) };
  const said = [specs && `Playwright: ${specs.reason}.`, commands?.reason].filter((one) => one !== undefined);
  const reason = said.length === 0 ? "There is nothing to check: no commands, no suites." : said.join(" ");
  return { verdict: "pass", reason, next: "Nothing to do." };
}

function nextFor(outcome: SuiteOutcome, stage: Inputs["stage"]): string {
  const next: Readonly<Record<SuiteOutcome, string>> = {
    passed: "Nothing to do.",
    flaky: "Nothing to do.",
    failed:
      stage === "production"
        ? "The chain's rollback brings back what was live; look at the failing tests below."
        : "Look at the failing tests below; production was not touched.",
    "no-tests": "Correct smoke.playwright in rollout.yml, or the suites: nothing was tested.",
    "infra-error": "Mend Playwright's configuration or its installation: this says nothing of the release.",
    protected: "Let the suites in (`protection-bypass`), or take the protection off this address.",
    stale: "Find out what else serves or caches this address; the release was not tested.",
  };
  return next[outcome];
}

function commandTables(commands: CommandsProof | undefined): readonly Table[] {
  if (commands === undefined) return [];
  const rows = commands.runs.map(({ command, outcome, said }) => [command, outcome, said]);
  return [{ title: "Commands", columns: ["command", "outcome", "how"], rows }];
}
