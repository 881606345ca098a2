import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run check`: every part that must hold, and a table of them at the end that says of a red one what mends it; with
 * `--all` also the parts that take minutes. A part that could not run is a red line; it fails the check unless a tool is all that
 * is missing (exit 69). Parts that are named are left out (CI ran them before). One that does not end is ended, with
 * all that it started.
 */
interface Part {
  readonly name: string;
  readonly command: string;
  /** Leaves room, and runs beside the part before it, or only beside the one that is named; what it says comes when it is done. */
  readonly beside?: true | "tests";
  /** What a person does where it is red. */
  readonly mend: string;
}

interface Ran extends Part {
  readonly how: "ok" | "RED" | "no tool" | "no end";
  readonly seconds: number;
}

/** Minutes that a part may take: the longest takes six where nothing else runs. */
const longest = 15;

/** Where a landing has only so long (`CHECK_ENDS`, in seconds since 1970): what comes behind the outcomes takes about this. */
const behind = 360;
const ends = Number(process.env["CHECK_ENDS"]);
const until = ends > 0 ? ` --until ${ends - behind}` : "";

/** What our player made of each release is told to the comparison with act, which would play the same again. */
const temp = mkdtempSync(join(tmpdir(), "prism-check-"));
const told = join(temp, "told.json");

// What stands beside another part reads lib/ as the parts before have compiled it. dist/ is measured alone. A rehearsal
// waits about as long as it works, and so do the tests.
const quick: readonly Part[] = [
  {
    name: "lint",
    command: "npm run --silent lint",
    mend: "npm run format mends the form; of a finding, the line that is named",
  },
  { name: "types", command: "npm run --silent types", beside: true, mend: "the lines that are named" },
  {
    name: "unused",
    command: "npm run --silent unused",
    beside: true,
    mend: "take away what nobody uses; what is started or read by its path belongs into knip.jsonc",
  },
  {
    name: "generated",
    command: "npx tsc && node lib/scripts/generate.js --check",
    mend: "npm run generate, and commit",
  },
  {
    name: "dist",
    command: "npm run --silent build && node lib/scripts/check-dist.js",
    mend: "npm run build, and commit dist/; where it is too heavy, load later what a start does not need",
  },
  {
    name: "tests",
    command: "npm test --silent",
    mend: "npm test -- <file> alone; what was meant to change is kept by npm run golden",
  },
  {
    name: "rehearsal",
    command: "npm run --silent rehearse -- --approve all",
    beside: "tests",
    mend: "npm run rehearse -- --approve all, and read its report",
  },
];

const long: readonly Part[] = [
  { name: "stories", command: "npm run --silent stories", mend: "npm run stories -- <file>" },
  { name: "corpus", command: "npm run --silent corpus", mend: "npm run corpus -- <class>/" },
  { name: "caches", command: "node lib/scripts/caches.js", mend: "what it says is missing" },
  { name: "fuzz", command: "npm run --silent fuzz", mend: "the command that its finding names" },
  { name: "engines", command: "npm run --silent engines", mend: "npm run engines -- <file>" },
  {
    name: "outcomes",
    command: `npm run --silent outcomes -- --tell ${told}${until}`,
    mend: "npm run rehearse -- with the row's flags",
  },
  {
    name: "web",
    command: "node conformance/run.mjs web",
    beside: true,
    mend: "npm run conformance -- <vendor>",
  },
  {
    name: "faults",
    command: "npm run --silent faults -- --sample --most 300",
    mend: "npm run faults -- --only <words of the case>",
  },
  { name: "tools", command: "npm run --silent tools", mend: "what it says is missing" },
  { name: "act", command: `npm run --silent act -- --sample --told ${told}`, mend: "npm run act" },
  {
    name: "workflows",
    command: "npm run --silent lint:workflows",
    beside: true,
    mend: "the finding; where it is wrong, an exception with its reason (CONTRIBUTING)",
  },
  {
    name: "github",
    command: "node conformance/github/run.mjs",
    beside: true,
    mend: "node conformance/github/run.mjs",
  },
  {
    name: "ledger",
    command: "node conformance/run.mjs migrate",
    beside: true,
    mend: "npm run conformance -- migrate",
  },
  // Deno lets no function read below /dev, where temp folders lie in memory.
  {
    name: "functions",
    command: "env -u TMPDIR node conformance/run.mjs functions",
    beside: true,
    mend: "npm run conformance -- functions",
  },
];

const root = fileURLToPath(new URL("../..", import.meta.url));
const parts = process.argv.includes("--all") ? [...quick, ...long] : quick;
const skipped = process.argv.slice(2).filter((word) => !word.startsWith("--"));

// The healthy row of the outcomes is that rehearsal, with the flags as they are in `quick`.
const wanted = parts.filter(({ name }) => !skipped.includes(name));
const played = wanted.some(({ name }) => name === "outcomes");
const asked = wanted.filter(({ name }) => name !== "rehearsal" || !played);

const results: Ran[] = [];
for (const { first, besides } of grouped(asked)) {
  const others = (async () => {
    const done: Ran[] = [];
    for (const part of besides) done.push(await run(part, "file"));
    return done;
  })();
  results.push(await run(first, "inherit"), ...(await others));
}
rmSync(temp, { recursive: true, force: true });

console.log("\npart        result  seconds");
for (const { name, how, seconds, mend } of results) {
  const ill = how === "ok" ? "" : `  mend: ${mend}`;
  const note = how === "no tool" ? "  RED: not run, its tool is not here" : ill;
  console.log(`${name.padEnd(12)}${how.padEnd(8)}${seconds.toFixed(1).padStart(7)}${note}`);
}
const named = (how: string): string[] => results.filter((one) => one.how === how).map(({ name }) => name);
const [red, absent] = [[...named("RED"), ...named("no end")], named("no tool")];
if (absent.length > 0) console.log(`not run: ${absent.join(", ")}`);
console.log(red.length > 0 ? `red: ${red.join(", ")}` : `all ${results.length - absent.length} parts hold`);
process.exitCode = red.length === 0 ? 0 : 1;

/** Each part with those that run beside it, one after the other. */
function grouped(all: readonly Part[]): readonly { readonly first: Part; readonly besides: Part[] }[] {
  const groups: { readonly first: Part; readonly besides: Part[] }[] = [];
  for (const part of all) {
    const last = groups.at(-1);
    const fits = part.beside === true || part.beside === last?.first.name;
    if (fits && last !== undefined) last.besides.push(part);
    else groups.push({ first: part, besides: [] });
  }
  return groups;
}

async function run(part: Part, output: "inherit" | "file"): Promise<Ran> {
  if (output === "inherit") console.log(`\n── ${part.name}: ${part.command}`);
  const began = Date.now();
  const file = join(temp, `${part.name}.txt`);
  const to = output === "file" ? openSync(file, "w") : "inherit";
  const child = spawn("bash", ["-c", part.command], { cwd: root, stdio: ["ignore", to, to], detached: true });
  const kill = (): void => void (child.pid !== undefined && process.kill(-child.pid, "SIGKILL"));
  const interrupted = (): void => (kill(), process.exit(130));
  process.once("SIGINT", interrupted);
  let late = false;
  const limit = setTimeout(() => ((late = true), kill()), longest * 60_000);
  const status = await new Promise<number | null>((done) => child.on("exit", done));
  clearTimeout(limit);
  process.removeListener("SIGINT", interrupted);
  if (output === "file") console.log(`\n── ${part.name}: ${part.command}\n${readFileSync(file, "utf8")}`);
  if (late) console.log(`${part.name} did not end within ${longest} minutes: it was ended.`);
  const how = late ? "no end" : howItWent(status);
  return { ...part, how, seconds: Math.round((Date.now() - began) / 100) / 10 };
}

function howItWent(status: number | null): Ran["how"] {
  if (status === 0) return "ok";
  return status === 69 ? "no tool" : "RED";
}
