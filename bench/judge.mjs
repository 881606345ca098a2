// How long parser and rules take over 1,000 files, beside the parser alone, and how much memory the largest files take.
import { fileURLToPath } from "node:url";
import { claim, claimsIn } from "./support/claim.mjs";
import { peakOf } from "./shadow/peak.mjs";

const once = fileURLToPath(new URL("judge/once.mjs", import.meta.url));
const limit = 1.3;
const memory = 500;

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
  beside: "the parser alone",
  target: `parser and rules over 1,000 files take at most ${limit} s, and at most ${memory} MB; of the longest file it is told`,
  run: async () => {
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
    return {
      columns: Object.keys(rows[0]).filter((name) => name !== "claims"),
      rows,
      claims: claimsIn(rows),
    };
  },
};
