// How long parser and rules take over 1,000 files, beside the parser alone, and how much memory the largest files take.
import { fileURLToPath } from "node:url";
import { besideSquawk } from "./judge/beside-squawk.mjs";
import { summary } from "./release/measure.mjs";
import { claim, claimsIn } from "./support/claim.mjs";
import { peakOf } from "./shadow/peak.mjs";
import { pinned } from "./support/save.mjs";

const once = fileURLToPath(new URL("judge/once.mjs", import.meta.url));
const limit = 1.3;
const memory = 500;
/** Native, with its own threads, and it sees less. */
const limitBeside = 3.5;
const columns = [
  "work",
  "MB",
  "seconds",
  "ratio",
  "target",
  "processor s",
  "MB at most",
  "of",
  "findings",
  "met",
];

/** What is held to the limits, and what is told. */
const works = [
  { what: "parser and rules, 1,000 files", name: "rules", most: limit, held: true },
  { what: "parser alone, 1,000 files", name: "parser" },
  { what: "25,000 statements in a file", name: "statements", held: true },
  { what: "10 million characters in a file, the most that is read", name: "longest" },
  { what: "50 million in a file, which is refused", name: "refused", held: true },
];

export default {
  work: "files of conformance/corpus over and over (--each), and single large files; each in a process that has parsed nothing before",
  peers: [fileURLToPath(new URL("peers", import.meta.url))],
  beside: `the parser alone, and ${pinned("bench/peers", "squawk-cli")}`,
  target: `parser and rules over 1,000 files take at most ${limit} s, and at most ${memory} MB; of the longest file it is told; the whole process ≤ ${limitBeside} × squawk`,
  run: async ({ rounds = 5 } = {}) => {
    const rows = [];
    for (const { what, name, most, held } of works) {
      const one = await peakOf(once, [name]);
      rows.push({
        work: what,
        MB: one.MB.toFixed(2),
        seconds: one.seconds.toFixed(2),
        target: most && `≤ ${most}`,
        "processor s": one.cpu.toFixed(2),
        "MB at most": one.memory.toFixed(0),
        of: memory,
        findings: name === "parser" ? undefined : one.found,
        claims: held
          ? [
              claim(`${what}: memory, of ${memory} MB`, one.memory / memory, 1),
              ...(most ? [claim(`${what}, of ${most} s`, one.seconds / most, 1)] : []),
            ]
          : [],
        met: held ? (one.memory <= memory && one.seconds <= (most ?? Infinity) ? "yes" : "no") : undefined,
      });
    }
    rows.push(...squawkRows(await besideSquawk(rounds)));
    return { columns, rows, claims: claimsIn(rows) };
  },
};

function squawkRows(measured) {
  const found = summary(measured, "ours", "squawk");
  const what = "1,000 files, the whole process";
  const row = (name, { took, ratio }) => ({
    work: `${what}: ${name}`,
    seconds: (took / 1000).toFixed(2),
    ratio: ratio?.toFixed(2),
  });
  return [
    row("squawk", summary(measured, "squawk")),
    {
      ...row("prism-rollout judge --each --no-shadow", found),
      target: `≤ ${limitBeside} × squawk`,
      claims: [claim(`${what}, of squawk`, found.ratio, limitBeside)],
      met: found.ratio <= limitBeside ? "yes" : "no",
    },
  ];
}
