import { type Result, ruleScores, type Score, share } from "./score.ts";

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

export function rulesTold(results: readonly Result[]): string[] {
  return [
    `${"rule".padEnd(48)}right  wrong`,
    ...ruleScores(results).map(({ rule, right, wrong }) =>
      `${rule.padEnd(48)}${String(right).padEnd(7)}${wrong.length} ${wrong.join(" ")}`.trimEnd(),
    ),
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
