import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const corpus = fileURLToPath(new URL("../../conformance/corpus", import.meta.url));
const count = 1000;

/** The corpus over and over, each file a change set of its own after those before it, as `judge --each` has it. */
export function corpusFiles() {
  const texts = readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .toSorted()
    .map((file) => readFileSync(`${corpus}/${file}`, "utf8"));
  return Array.from({ length: count }, (_, at) => ({
    path: `${String(at + 1).padStart(4, "0")}_file.sql`,
    text: texts[at % texts.length],
  }));
}
