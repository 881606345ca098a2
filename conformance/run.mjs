// Runs the vendors' own clients against the stand-ins, all or those that are named: `node run.mjs [vercel/cli migrate …]`.
// A line a check, and what it says of itself below: where it plays scenarios, how many of them agree. `web` are all that stand
// before visitors: hosts and CDNs. After several checks the last line counts all; one without scenarios of its own is one.
// Installs what these need when it is not there, or not as the lock file has it. Exits 1 when a check fails, 69 when it cannot be installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

if (!existsSync(`${here}../lib/rehearsal`)) {
  process.stderr.write("The stand-ins are not compiled: run `npm run prepare` in the repository first.\n");
  process.exit(1);
}

/** Each vendor's checks, and the package whose clients they use. */
const vendors = {
  cdn: `${here}cdn/`,
  netlify: `${here}netlify/`,
  vercel: here,
  supabase: `${here}supabase/`,
};
const known = Object.keys(vendors).flatMap((vendor) =>
  readdirSync(`${here}${vendor}`)
    .filter((file) => file.endsWith(".mjs") && file !== "world.mjs")
    .map((file) => `${vendor}/${file.slice(0, -".mjs".length)}`),
);
const groups = { web: ["vercel", "netlify", "cdn"] };
const asked = process.argv.slice(2).flatMap((word) => groups[word] ?? [word]);
const wanted = known.filter(
  (name) => asked.length === 0 || asked.some((word) => name === word || name.split("/").includes(word)),
);
if (wanted.length === 0) {
  process.stderr.write(`No such check. There are: ${known.join(", ")}\n`);
  process.exit(64);
}
for (const folder of new Set(wanted.map((name) => vendors[name.split("/")[0]]))) install(folder);

let failed = 0;
const counted = { scenarios: 0, agree: 0 };
for (const name of wanted) {
  const start = Date.now();
  try {
    const { default: check } = await import(`./${name}.mjs`);
    const came = await check();
    const { line, problem } = typeof came === "string" ? { line: came } : came;
    const took = `${((Date.now() - start) / 1000).toFixed(1)} s`;
    if (problem !== undefined) failed += 1;
    // The count is the last line, whatever came of it.
    const result = problem === undefined ? `pass  ${name}  ${took}` : `FAIL  ${name}  ${took}  ${problem}`;
    process.stdout.write(`${result}\n${line}\n`);
    const found = /^(\d+) scenarios, (\d+) agree$/.exec(line);
    count(Number(found?.[1] ?? 1), Number(found?.[2] ?? (problem === undefined ? 1 : 0)));
  } catch (error) {
    failed += 1;
    process.stdout.write(`FAIL  ${name}  ${error.stack ?? error}\n`);
    count(1, 0);
  }
}
if (wanted.length > 1) process.stdout.write(`${counted.scenarios} scenarios, ${counted.agree} agree\n`);
process.exit(failed === 0 ? 0 : 1);

function count(scenarios, agree) {
  counted.scenarios += scenarios;
  counted.agree += agree;
}

function install(folder) {
  const installed = `${folder}node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folder}package-lock.json`).mtimeMs)
    return;
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" });
  if (status !== 0) process.exit(69);
}
