import { type Score, share } from "./score.ts";
import type { RuleScore } from "./score-rules.ts";

/** Found of what is there, false of what is not, by axis. */
export function axesTold(all: readonly Score[]): string[] {
  return [
    `${"axis".padEnd(16)}${"found".padEnd(20)}false`,
    ...all.map(({ name, there, missed, absent, invented }) => {
      const found = percent(there - missed.length, there);
      return `${name.padEnd(16)}${found.padEnd(20)}${percent(invented.length, absent)}`;
    }),
  ];
}

/** The same by rule, and at the end the rules that no case is about. */
export function rulesTold(all: readonly RuleScore[]): string[] {
  const without = all.filter(({ there, invented }) => there === 0 && invented.length === 0);
  return [
    `${"rule".padEnd(26)}${"found".padEnd(18)}false`,
    ...all
      .filter((one) => !without.includes(one))
      .map(({ rule, there, missed, absent, invented }) => {
        const found = percent(there - missed.length, there);
        const names = [...missed, ...invented].join(" ");
        return `${rule.padEnd(26)}${found.padEnd(18)}${percent(invented.length, absent)} ${names}`.trimEnd();
      }),
    ...(without.length > 0 ? [`no case is about: ${without.map(({ rule }) => rule).join(", ")}`] : []),
  ];
}

/** Each case that went wrong, by its name. */
export function missesTold(all: readonly Score[]): string[] {
  return all.flatMap(({ name, missed, invented }) => [
    ...(missed.length > 0 ? [`\n${name}, not found:\n  ${missed.join("\n  ")}`] : []),
    ...(invented.length > 0 ? [`\n${name}, false:\n  ${invented.join("\n  ")}`] : []),
  ]);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${part}/${whole} (${(share(part, whole, 0) * 100).toFixed(1)} %)`;
}
