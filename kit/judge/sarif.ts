import { type Finding, thingSaid } from "./finding.ts";
import { type RuleId, ruleOf } from "./rules.ts";

/** What is told without a place in a statement: advice about a file, or what could not be verified. */
export interface Notice {
  readonly file?: string;
  readonly text: string;
  readonly level: "error" | "warning" | "note";
}

export interface SarifInput {
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  /** A file as others find it: relative to the repository, with slashes. */
  readonly uri: (file: string) => string;
}

/** SARIF 2.1.0, which code scanning and editors read. Columns are UTF-16 units; what a person allowed is suppressed. */
export function asSarif({ findings, notices, uri }: SarifInput): string {
  const told = findings.filter(({ severity }) => severity !== "off");
  const ids = [...new Set(told.map(({ rule }) => rule))].toSorted();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "prism-rollout",
            informationUri: "https://github.com/prism-rollout/prism-rollout/blob/main/docs/judge.md",
            rules: ids.map(ruleEntry),
          },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notices.map((notice) => notification(notice, uri)),
          },
        ],
        results: told.map((finding) => result(finding, ids, uri)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleEntry(id: RuleId): object {
  const { axes, why, safe } = ruleOf(id);
  return {
    id,
    shortDescription: { text: `${id}: ${why}` },
    help: { text: safe },
    helpUri: `https://github.com/prism-rollout/prism-rollout/blob/main/docs/judge.md#${id}`,
    properties: { tags: ["migration", ...axes] },
  };
}

function result(finding: Finding, ids: readonly RuleId[], uri: SarifInput["uri"]): object {
  const { rule, axes, severity, file, line, column, thing, excerpt, why, safe, waived } = finding;
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity === "fail" ? "error" : "warning",
    message: { text: `${thing ? `${thingSaid(finding)}: ` : ""}${why}. ${safe}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uri(file) },
          region: {
            startLine: line,
            startColumn: column,
            ...(excerpt ? { snippet: { text: excerpt } } : {}),
          },
        },
      },
    ],
    // A finding that moves to another line is the same one.
    partialFingerprints: { "ruleAndThing/v1": `${rule}:${uri(file)}:${thing}` },
    ...(waived === undefined ? {} : { suppressions: [{ kind: "inSource", justification: waived }] }),
    properties: { axes },
  };
}

function notification({ file, text, level }: Notice, uri: SarifInput["uri"]): object {
  return {
    level,
    message: { text },
    ...(file === undefined
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: uri(file) } } }] }),
  };
}
