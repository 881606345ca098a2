import type { Report, Table } from "../../kit/action/report.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { FunctionsIdentity } from "../../kit/parts/checks/functions-identity.ts";
import { type SuiteOutcome, verdictOf } from "../../kit/parts/checks/judge-suite.ts";
import { checklistOf, checklistSection } from "../../kit/parts/checks/checklist.ts";
import type { ProbesResult } from "../../kit/parts/checks/probes/run-probes.ts";
import { probesEvidence, probesTables } from "../../kit/parts/checks/probes/say-probes.ts";
import type { CommandsProof } from "../../kit/parts/checks/run-commands.ts";
import type { SpecResult } from "../../kit/parts/checks/run-specs.ts";
import { suiteEvidence, suiteTables } from "../../kit/parts/checks/say-suite.ts";
import { lastLines } from "../../kit/parts/web/run-command.ts";
import type { spec } from "./spec.ts";

/** What was found; undefined where it was not asked for. */
export interface Checked {
  readonly probes: ProbesResult | undefined;
  readonly specs: SpecResult | undefined;
  readonly commands: CommandsProof | undefined;
  readonly identity: readonly string[] | undefined;
}

type Inputs = InputsOf<typeof spec>;

/** Where commands, probes and suites run. */
type Stage = Exclude<Inputs["stage"], "identity">;

const wheres = {
  before: "(listed only)",
  staged: "on the staged site",
  production: "on production",
} as const;

/** What was found is judged where it is tested. */
export function identityReport({ is, said }: FunctionsIdentity): Report {
  return {
    verdict: "pass",
    reason: `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}.`,
    next:
      is === "other" ? "Nothing is tested: it would not be the release that is judged." : "Nothing to do.",
    evidence: [said],
  };
}

/** Suites that fail say most; then what kept them from running; then the commands. */
export function reportOf(inputs: Inputs, stage: Stage, checked: Checked): Report {
  const { probes, specs, commands, identity } = checked;
  const evidence = [
    ...(identity ?? []),
    ...(probes === undefined ? [] : probesEvidence(probes, wheres[stage])),
    ...(stage === "before" && inputs.probes.length > 0
      ? [`${inputs.probes.length} probes are declared`]
      : []),
    ...(specs === undefined ? [] : listed(stage, specs)),
    ...(commands === undefined ? [] : commandLines(commands)),
  ];
  const failing =
    commands?.runs.filter(({ outcome }) => outcome === "failed" || outcome === "timed out") ?? [];
  return {
    ...judge(stage, checked),
    evidence,
    sections:
      stage === "production" ? checklistSection(checklistOf(inputs.checklist, known(inputs, probes))) : [],
    tables: [
      ...(probes === undefined ? [] : probesTables(probes)),
      ...(specs === undefined ? [] : suiteTables(specs)),
      ...commandTables(commands),
    ],
    folded: failing.map(({ command, tail }) => ({ title: command, text: lastLines(tail, 60) })),
  };
}

/** What a person may be shown: where to look, and the session that the probes have made. */
function known(
  { origins: [origin], stagedUrl, supabase }: Inputs,
  probes: ProbesResult | undefined,
): ReadonlyMap<string, unknown> {
  const given = Object.entries({ origin, staged: stagedUrl, supabase }).filter(
    ([, value]) => value !== undefined,
  );
  return new Map([...given, ...(probes?.values ?? [])]);
}

function commandLines({ x, n, runs }: CommandsProof): readonly string[] {
  const stopped = runs.filter(({ outcome }) => outcome === "stopped").length;
  return [
    `${x} of ${n} commands passed`,
    ...(stopped > 0 ? [`${stopped} of ${n} commands were stopped: the verdict was known`] : []),
  ];
}

function listed(stage: Stage, specs: SpecResult): readonly string[] {
  if (stage !== "before") return suiteEvidence(specs, wheres[stage]);
  const files = new Set(specs.tests.map(({ file }) => file)).size;
  return [`${specs.tests.length} Playwright tests in ${files} files can be run`];
}

function judge(
  stage: Stage,
  { probes, specs, commands }: Checked,
): Pick<Report, "verdict" | "reason" | "next"> {
  const looked = [
    ...(probes === undefined ? [] : [{ who: "Probes", what: "probes", ...probes }]),
    ...(specs === undefined ? [] : [{ who: "Playwright", what: "tests", ...specs }]),
  ].map(({ who, what, outcome, reason }) => ({
    verdict: verdictOf(outcome),
    reason: `${who}: ${reason}.`,
    next: nextFor(outcome, stage, what),
  }));
  const failed = looked.find(({ verdict }) => verdict === "fail");
  if (failed) return failed;
  if (commands?.verdict === "fail") {
    const after =
      stage === "production" ? " The commands don't look at production, so nothing is undone." : "";
    return { verdict: "fail", reason: commands.reason, next: `${commands.next}${after}` };
  }
  const unable = looked.find(({ verdict }) => verdict === "error");
  if (unable) return unable;
  const said = [...looked.map(({ reason }) => reason), commands?.reason].filter((one) => one !== undefined);
  const nothing = "There is nothing to check: no commands, no probes, no suites.";
  return { verdict: "pass", reason: said.length === 0 ? nothing : said.join(" "), next: "Nothing to do." };
}

function nextFor(outcome: SuiteOutcome, stage: Stage, what: string): string {
  const next: Readonly<Record<SuiteOutcome, string>> = {
    passed: "Nothing to do.",
    flaky: "Nothing to do.",
    failed:
      stage === "production"
        ? `The chain's rollback brings back what was live; look at the failing ${what} below.`
        : `Look at the failing ${what} below; production was not touched.`,
    "no-tests": "Correct smoke.playwright in rollout.yml, or the suites: nothing was tested.",
    "infra-error":
      what === "probes"
        ? "Find out why nobody could be asked there: this says nothing of the release."
        : "Mend Playwright's configuration or its installation: this says nothing of the release.",
    protected: "Let probes and suites in (`protection-bypass`), or take the protection off this address.",
    stale: "Find out what else serves or caches this address; the release was not tested.",
  };
  return next[outcome];
}

function commandTables(commands: CommandsProof | undefined): readonly Table[] {
  if (commands === undefined) return [];
  const rows = commands.runs.map(({ command, outcome, said }) => [command, outcome, said]);
  return [{ title: "Commands", columns: ["command", "outcome", "how"], rows }];
}
