import type { Result } from "./score.ts";

/** Of the cases in which a rule must speak, those where it did not; of those in which it may not, those where it did. */
export interface RuleScore {
  readonly rule: string;
  readonly there: number;
  readonly missed: readonly string[];
  readonly absent: number;
  readonly invented: readonly string[];
}

/** Each of these rules on the cases that say which rules are right about them. */
export function ruleScores(names: readonly string[], results: readonly Result[]): RuleScore[] {
  const known = results.flatMap(({ of, judged }) => {
    const { rules } = of;
    return rules === undefined
      ? []
      : [{ name: of.name, rules, said: judged.findings.map(({ rule }) => rule) }];
  });
  return names.map((rule): RuleScore => {
    const there = known.filter(({ rules }) => rules.must.includes(rule));
    const absent = known.filter(({ rules }) => !rules.must.includes(rule) && !rules.may.includes(rule));
    return {
      rule,
      there: there.length,
      missed: there.filter(({ said }) => !said.includes(rule)).map(({ name }) => name),
      absent: absent.length,
      invented: absent.filter(({ said }) => said.includes(rule)).map(({ name }) => name),
    };
  });
}
