import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "../../kit/errors/user-error.ts";
import { keepReliability } from "../../scripts/reliability/keep.ts";
import { areas, shareOf } from "./areas.ts";
import { optionsOf } from "./options.ts";
import { type AreaPlayed, playArea } from "./play-area.ts";

/**
 * `npm run fuzz [-- --cases 100000] [--seed N] [--only words] [--save]`: gives whatever reads something from outside what
 * nobody would send. A case holds when what is given is read, or refused in words that tell a person what to do: soon,
 * within bounded memory, with no prototype, file or environment changed that is not its own.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const options = given();
const folder = mkdtempSync(join(tmpdir(), "prism-fuzz-"));
const again = `npm run fuzz -- --cases ${options.cases} --seed ${options.seed}`;
say(`seed ${options.seed}: ${again}${options.area === undefined ? "" : ` --area ${options.area}`}`);

const names = Object.keys(areas).filter((name) => options.area === undefined || name === options.area);
const shares = sum(names.map(shareOf));
const waiting = [...names];
const results: AreaPlayed[] = [];
await Promise.all(Array.from({ length: 2 }, worker));
rmSync(folder, { recursive: true, force: true });

const all = results.flatMap(({ played }) => played);
const [tried, held] = [sum(all.map((one) => one.tried)), sum(all.map((one) => one.held))];
for (const { name, problem } of all) if (problem !== undefined) say(`\nRED ${name}: ${problem}`);
const rows = names.map((name) => rowOf(results.find(({ area }) => area === name)));
const columns = ["area", "places that read", "cases", "held", "seconds"];
for (const cells of [columns, ...rows]) say(cells.map((cell) => cell.padEnd(18)).join(""));
const complete = all.length > 0 && options.area === undefined && options.only === "";
if (options.save && complete) {
  await keepReliability("fuzz", {
    what: `Hostile input at ${all.length} places that read something from outside, seed ${options.seed}`,
    command: again,
    tried,
    held,
    columns,
    rows,
  });
}
say(`${tried} tried, ${held} held`);
process.exitCode = tried > 0 && held === tried ? 0 : 1;

/** Whoever mistypes one is told which, and no stack. */
function given(): ReturnType<typeof optionsOf> {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    return process.exit(64);
  }
}

async function worker(): Promise<void> {
  for (let area = waiting.shift(); area !== undefined; area = waiting.shift()) {
    const cases = Math.ceil((options.cases * shareOf(area)) / shares);
    results.push(await playArea({ area, only: options.only, seed: options.seed, cases }, folder, say));
  }
}

function rowOf(one: AreaPlayed | undefined): readonly string[] {
  const { area = "?", played = [], seconds = 0 } = one ?? {};
  const counts = [played.length, sum(played.map((each) => each.tried)), sum(played.map((each) => each.held))];
  return [area, ...counts.map(String), seconds.toFixed(1)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
