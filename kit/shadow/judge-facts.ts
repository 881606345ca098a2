import { type Finding, type SqlFile, findingAt } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import type { Policy } from "../judge/policy.ts";
import type { Axis } from "../judge/rule.ts";
import { isFromLive, isFromReplay } from "../judge/rules.ts";
import { splitFile } from "../judge/split.ts";
import { axisOf, ruleOfFact } from "./axis.ts";
import { isInDoubt, statementAt } from "./disprove.ts";
import type { ShadowFacts } from "./replay.ts";

/**
 * What a replay adds to what the text has told: facts that no finding at their statement tells, waived or not, and
 * waivers that no fact needs.
 */
export function judgeFacts(
  parser: SqlParser,
  file: SqlFile,
  seen: ShadowFacts,
  findings: readonly Finding[],
  policy?: Policy,
): readonly Finding[] {
  const split = splitFile(parser, file.text);
  if ("message" in split || "unverified" in seen) return [];
  const own = findings.filter((finding) => finding.file === file.path);
  const needed = new Set<Finding>();
  const found = seen.facts.flatMap((fact): Finding[] => {
    const axis = axisOf(fact.kind);
    const statement = split.statements[fact.statement];
    const telling = own.filter(
      (finding) => statementAt(split, finding) === fact.statement && tells(finding, axis),
    );
    for (const finding of telling) needed.add(finding);
    if (!statement || telling.length > 0) return [];
    return [findingAt(file, statement, ruleOfFact(fact.kind), `${fact.thing} ${fact.what}`, policy)];
  });
  const unused = own.filter((finding) => {
    const statement = split.statements[statementAt(split, finding)];
    // Of what is only assumed a replay shows nothing, and so nothing that is not there.
    const silent = statement !== undefined && isInDoubt(seen.doubted, statement);
    return isFromReplay(finding.rule) && !needed.has(finding) && !silent;
  });
  return [
    ...found.filter(({ severity }) => severity !== "off"),
    ...unused.map((finding) => {
      const problem = `its replay shows nothing that ${finding.rule} allows`;
      return findingAt(file, { ...finding, sql: finding.excerpt }, "waiver", problem);
    }),
  ];
}

/**
 * Whoever was told of a loss was told of all that comes with it. That a statement could not be read tells nothing of what
 * it does, and what only the live database shows is not seen here.
 */
function tells({ axes, rule }: Finding, axis: Axis): boolean {
  return !isFromLive(rule) && (axes.includes("data_loss") || axes.includes(axis));
}
