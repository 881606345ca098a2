import { fileURLToPath } from "node:url";
import { isFromLive, isFromShadow, type RuleId, rules } from "../kit/judge/rules.ts";
import { loadParser } from "../kit/judge/parser.ts";
import { judgeCase } from "./corpus/judge-case.ts";
import { isHeldOut, readCorpus } from "./corpus/read-corpus.ts";
import { misses, type Result, scores } from "./corpus/score.ts";
import { ruleScores } from "./corpus/score-rules.ts";
import { axesTold, missesTold, rulesTold } from "./corpus/told.ts";

/**
 * `npm run corpus [-- words]`: judges every labelled migration of conformance/corpus as `prism-rollout judge` does, by
 * its text, and prints what it found of what is there and what it said of nothing, by axis and by rule, each miss by
 * its name; then the same of the cases that are held out. Words choose cases. Exit status 1: a promise about the judge
 * is not kept.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const chosen = readCorpus(`${root}/conformance/corpus`).filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);
const parser = await loadParser();
const results: Result[] = chosen.map((of) => ({ of, judged: judgeCase(parser, of) }));

const say = (...lines: readonly string[]): void => console.log(lines.join("\n"));
const known = results.filter(({ of }) => !isHeldOut(of));
const heldOut = results.filter(({ of }) => isHeldOut(of));
const all = scores(known);
const names = (Object.keys(rules) as RuleId[]).filter((rule) => !isFromShadow(rule) && !isFromLive(rule));
if (known.length > 0)
  say(
    `${known.length} cases\n`,
    ...axesTold(all),
    "",
    ...rulesTold(ruleScores(names, known)),
    ...missesTold(all),
  );
if (heldOut.length > 0) {
  const apart = scores(heldOut);
  say(
    `\n${heldOut.length} cases held out\n`,
    ...axesTold(apart),
    "",
    ...rulesTold(ruleScores(names, heldOut)),
    ...missesTold(apart),
  );
}
const broken = misses(all);
say(broken.length > 0 ? `\nnot kept: ${broken.join("; ")}` : "\nevery promise is kept");
process.exitCode = broken.length > 0 ? 1 : 0;
