import { fileURLToPath } from "node:url";
import { loadParser } from "../kit/judge/parser.ts";
import { isFromLive, isFromShadow, type RuleId, rules } from "../kit/judge/rules.ts";
import { judgeCase, judgeCaseOn } from "./corpus/judge-case.ts";
import { isHeldOut, readCorpus } from "./corpus/read-corpus.ts";
import { readForms } from "./corpus/read-forms.ts";
import { misses, type Result, scores } from "./corpus/score.ts";
import { ruleScores } from "./corpus/score-rules.ts";
import { onLanes, startShadows } from "./corpus/shadows.ts";
import { axesTold, missesTold, rulesTold } from "./corpus/told.ts";

/**
 * `npm run corpus [-- words] [-- --shadow] [-- --grammar]`: judges every labelled migration of conformance/corpus as `prism-rollout
 * judge` does, by its text, and prints what it found of what is there and what it said of nothing, by axis and by rule,
 * each miss by its name; then the same of the cases that are held out. With `--shadow` each is replayed as well, and
 * both rates stand side by side; with `--grammar` it is the forms of conformance/grammar instead. Words choose cases. Exit status 1: a promise about the judge is not kept.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const withShadow = process.argv.includes("--shadow");
const isGrammar = process.argv.includes("--grammar");
const folder = `${root}/conformance/${isGrammar ? "grammar" : "corpus"}`;
const chosen = (isGrammar ? readForms(folder) : readCorpus(folder)).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const parser = await loadParser();
const names = (Object.keys(rules) as RuleId[]).filter((rule) => !isFromShadow(rule) && !isFromLive(rule));
const say = (...lines: readonly string[]): void => console.log(lines.join("\n"));

const byText: Result[] = chosen.map((of) => ({ of, judged: judgeCase(parser, of) }));
const replayed = withShadow ? await onShadows() : undefined;
const broken = told(isGrammar ? "forms" : "cases", ({ of }) => !isHeldOut(of));
// No promise rests on these.
told("cases held out", ({ of }) => isHeldOut(of));
say(broken.length > 0 ? `\nnot kept: ${broken.join("; ")}` : "\nevery promise is kept");
process.exitCode = broken.length > 0 ? 1 : 0;

/** Prints the cases that count, and gives what is promised of them and not kept. */
function told(what: string, counts: (one: Result) => boolean): readonly string[] {
  const results = byText.filter(counts);
  if (results.length === 0) return [];
  const text = { by: "by its text", all: scores(results) };
  const both = replayed ? [{ by: replayed.by, all: scores(replayed.results.filter(counts)) }] : [];
  say(`\n${results.length} ${what}\n`, ...axesTold([text, ...both]), "");
  say(...rulesTold(ruleScores(names, results)), ...missesTold(text.all));
  for (const { by, all } of both) say(`\n${by}:`, ...missesTold(all));
  return [text, ...both].flatMap(({ by, all }) => misses(all).map((line) => `${by}, ${line}`));
}

async function onShadows(): Promise<{ readonly by: string; readonly results: readonly Result[] }> {
  const { lanes, what, stop } = await startShadows(2);
  try {
    const results = await onLanes(chosen, lanes, async (of, lane) => ({
      of,
      judged: await judgeCaseOn(lane, parser, of),
    }));
    const not = results.flatMap(({ of, judged }) => judged.unverified.map((why) => `  ${of.name}: ${why}`));
    say(`${not.length} remarks on what was not verified`, ...not);
    return { by: `and by its replay (${what})`, results };
  } finally {
    await stop();
  }
}
