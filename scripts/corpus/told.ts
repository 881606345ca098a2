import { type Score, share } from "./score.ts";
import type { RuleScore } from "./score-rules.ts";

/** Found of what is there, false of what is not, by axis; of several witnesses side by side. */
export function axesTold(
  witnesses: readonly { readonly by: string; readonly all: readonly Score[] }[],
): string[] {
  const [first] = witnesses;
  const cells = ({ there, missed, absent, invented }: Score): string =>
    `${percent(there - missed.length, there).padEnd(20)}${percent(invented.length, absent).padEnd(18)}`;
  const line = (name: string, rest: readonly string[]): string =>
    `${name.padEnd(16)}${rest.join("")}`.trimEnd();
  return [
    ...(witnesses.length > 1
      ? [
          line(
            "",
            witnesses.map(({ by }) => by.padEnd(38)),
          ),
        ]
      : []),
    line(
      "axis",
      witnesses.map(() => `${"found".padEnd(20)}${"false".padEnd(18)}`),
    ),
    ...(first?.all ?? []).map(({ name }, at) =>
      line(
        name,
        witnesses.flatMap(({ all }) => all.slice(at, at + 1).map(cells)),
      ),
    ),
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
