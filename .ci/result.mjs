// Says every test that failed, with the beginning of why, and then how many: of the folder in which .ci/run keeps what
// jest has told. A run that told nothing is one failure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

const [folder, ...codes] = process.argv.slice(2);
let passed = 0;
const failed = [];
for (const name of ["tests", "stories", "engines"]) {
  try {
    const told = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
    passed += told.numPassedTests;
    for (const { name: file, message, assertionResults } of told.testResults) {
      const own = assertionResults.filter(({ status }) => status === "failed");
      failed.push(...own.map((one) => say(`${file}: ${one.fullName}`, one.failureMessages.join("\n"))));
      if (own.length === 0 && assertionResults.length === 0) failed.push(say(file, message));
    }
  } catch {
    failed.push(`${name}: ended before it told anything\n`);
  }
}
// What is red without a failed test: a part of `npm run check`, or a run that did not end.
if (failed.length === 0) failed.push(...codes.filter((code) => code !== "0").map(() => ""));
for (const one of failed) process.stdout.write(one);
process.stdout.write(`${passed} passed, ${failed.length} failed\n`);

function say(what, why) {
  const lines = stripVTControlCharacters(why)
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.includes("/node_modules/"));
  return [
    `failed: ${what.replace(`${process.cwd()}/`, "")}`,
    ...lines.slice(0, 12).map((line) => `  ${line}`),
    "",
  ].join("\n");
}
