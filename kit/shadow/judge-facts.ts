import { type Finding, type SqlFile, findingAt } from "../judge/finding.ts";
import type { SqlParser } from "../judge/parser.ts";
import { type Policy, defaultPolicy, severityOf } from "../judge/policy.ts";
import { isFromLive, isFromReplay } from "../judge/rules.ts";
import { splitFile } from "../judge/split.ts";
import { axisOf, ruleOfFact } from "./axis.ts";
import { isInDoubt, statementAt } from "./disprove.ts";
import type { PlacedFact, ShadowFacts } from "./replay.ts";
import { type Happening, isStrongEnough, namesOf, tells } from "./tells.ts";

/** What happens to a thing, by its names: the statements behind its renaming call it by the new one. */
function happeningOf({ kind, thing, statement }: PlacedFact, facts: readonly PlacedFact[]): Happening {
  const { named, within } = namesOf(kind, thing);
  const newNames = facts.flatMap((one) => {
    const name = one.thing === thing && one.statement < statement ? one.now : undefined;
    return name === undefined ? [] : [name.slice(name.lastIndexOf(".") + 1)];
  });
  return { axis: axisOf(kind), within, named: [...named, ...newNames] };
}

/**
 * What a replay adds to what the text has told: facts that no finding at their statement tells, waived or not, and
 * waivers that no fact needs.
 */
export function judgeFacts(
  parser: SqlParser,
  file: SqlFile,
  seen: ShadowFacts,
  findings: readonly Finding[],
  policy: Policy = defaultPolicy,
): readonly Finding[] {
  const split = splitFile(parser, file.text);
  if ("message" in split || "unverified" in seen) return [];
  const own = findings.filter((finding) => finding.file === file.path);
  const needed = new Set<Finding>();
  const found = seen.facts.flatMap((fact): Finding[] => {
    const statement = split.statements[fact.statement];
    const least = severityOf(ruleOfFact(fact.kind), policy);
    const happening = happeningOf(fact, seen.facts);
    const telling = own.filter(
      (finding) =>
        statementAt(split, finding) === fact.statement &&
        // What only the live database shows is not seen here.
        !isFromLive(finding.rule) &&
        isStrongEnough(finding, least) &&
        tells(finding, happening, split.statements),
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
