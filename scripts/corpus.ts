import { fileURLToPath } from "node:url";
import { loadParser } from "../kit/judge/parser.ts";
import { judgeCase } from "./corpus/judge-case.ts";
import { readCorpus } from "./corpus/read-corpus.ts";
import { misses, type Result, ruleScores, type Score, scores, share } from "./corpus/score.ts";

/**
 * `npm run corpus [-- words]`: judges every labelled migration of conformance/corpus as `prism-rollout judge` does, by
 * its text, and prints what it found of what is there and what it said of nothing, by axis and by rule, each miss by
 * its name. Words choose cases. Exit status 1: a promise about the judge is not kept.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const chosen = readCorpus(`${root}/conformance/corpus`).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const parser = await loadParser();
const results: Result[] = chosen.map((of) => ({ of, judged: judgeCase(parser, of) }));

const percent = (part: number, whole: number): string =>
  whole === 0 ? "–" : `${part}/${whole} (${(share(part, whole, 0) * 100).toFixed(1)} %)`;

function row({ name, there, missed, absent, invented }: Score): string {
  const found = percent(there - missed.length, there);
  return `${name.padEnd(16)}${found.padEnd(20)}${percent(invented.length, absent)}`;
}

const all = scores(results);
console.log(`${results.length} cases\n\n${"axis".padEnd(16)}${"found".padEnd(20)}false`);
for (const one of all) console.log(row(one));
console.log(`\n${"rule".padEnd(48)}right  wrong`);
for (const { rule, right, wrong } of ruleScores(results))
  console.log(`${rule.padEnd(48)}${String(right).padEnd(7)}${wrong.length} ${wrong.join(" ")}`.trimEnd());
for (const { name, missed, invented } of all) {
  if (missed.length > 0) console.log(`\n${name}, not found:\n  ${missed.join("\n  ")}`);
  if (invented.length > 0) console.log(`\n${name}, false:\n  ${invented.join("\n  ")}`);
}
const broken = misses(all);
console.log(broken.length > 0 ? `\nnot kept: ${broken.join("; ")}` : "\nevery promise is kept");
process.exitCode = broken.length > 0 ? 1 : 0;
