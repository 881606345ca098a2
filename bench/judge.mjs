// How long parser and rules take over 1,000 files, beside the parser alone.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judge } from "../lib/kit/judge/judge.js";
import { loadParser } from "../lib/kit/judge/parser.js";

const corpus = fileURLToPath(new URL("../conformance/corpus", import.meta.url));
const count = 1000;
const limit = 1.3;

/** The corpus over and over, each file a change set of its own after those before it, as `judge --each` has it. */
function filesOf() {
  const texts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .toSorted()
    .map((file) => readFileSync(`${corpus}/${file}`, "utf8"));
  return Array.from({ length: count }, (_, at) => ({
    path: `${String(at).padStart(4, "0")}_file.sql`,
    text: texts[at % texts.length],
  }));
}

/** Processor time says what the work is where other programs share the machine. */
function timed(what, work) {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { what, seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6 };
}

export default {
  work: `${count} files of conformance/corpus (--each), in one process that has parsed nothing before`,
  target: `parser and rules take at most ${limit} s`,
  run: async () => {
    const parser = await loadParser();
    const files = filesOf();
    const judged = timed("parser and rules", () => judge(parser, files, { whole: true, each: true }));
    const parsed = timed("parser alone", () => files.forEach(({ text }) => parser.parse(text)));
    const bytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const rows = [judged, parsed].map(({ what, seconds, cpu }) => ({
      what,
      files: count,
      MB: (bytes / 1e6).toFixed(2),
      seconds: seconds.toFixed(2),
      "processor s": cpu.toFixed(2),
    }));
    return { columns: Object.keys(rows[0]), rows, met: judged.seconds <= limit };
  },
};
