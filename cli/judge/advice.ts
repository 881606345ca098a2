import type { Advisory } from "../../kit/advisors/look.ts";
import { advisorRule } from "../../kit/advisors/rules.ts";
import { isDangerous } from "../../kit/advisors/rules.ts";

/** One of what the schema leaves open. */
export interface Advised {
  readonly rule: string;
  readonly level: ReturnType<typeof advisorRule>["level"];
  readonly thing: string;
  readonly message: string;
}

/** For programs. Advice is of no axis, so it stands beside the findings, not among them. */
export function adviceJson(advice: readonly Advisory[]): readonly Advised[] {
  return advice.map(({ id, thing }) => {
    const { level, why, safe } = advisorRule(id);
    return { rule: id, level, thing, message: `${thing} ${why}. ${safe}` };
  });
}

/** For people; what may be meant is only counted. */
export function adviceText(file: string, advice: readonly Advisory[]): readonly string[] {
  const [told, meant] = [advice.filter(isDangerous), advice.filter((one) => !isDangerous(one))];
  return [
    ...told.map(({ id, thing }) => {
      const { level, why, safe } = advisorRule(id);
      return `${file} advice (${level}) ${id}\n    ${thing} ${why}.\n    ${safe}`;
    }),
    ...(meant.length > 0 ? [`${file} advice that may be as it is meant: ${meant.length} (see --json)`] : []),
  ];
}
