// Takes from GitHub's own description of its API (@octokit/openapi) the routes that the stand-in answers, and
// compares them with the part that the tests hold every answer of the stand-in against: `node run.mjs`, or
// `node run.mjs --write` to write that part anew. Installs the description the first time (385 MB).
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { partOf } from "./part-of.mjs";

/** What `npm run check` takes for a tool that cannot be had. */
const noTool = 69;

const here = fileURLToPath(new URL(".", import.meta.url));
const described = `${here}node_modules/@octokit/openapi/generated/api.github.com.json`;
const kept = fileURLToPath(
  new URL("../../__tests__/rehearsal/stand-ins/github/description/api.github.com.json", import.meta.url),
);

if (!existsSync(described)) {
  const flags = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status } = spawnSync("npm", flags, { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(noTool);
}

const part = partOf(JSON.parse(readFileSync(described, "utf8")));
const text = `${JSON.stringify(part)}\n`;
const routes = Object.values(part.paths).flatMap((methods) => Object.keys(methods)).length;
const size = `${routes} routes, ${Math.round(text.length / 1024)} KB`;
if (process.argv.includes("--write")) {
  writeFileSync(kept, text);
  process.stdout.write(`written: ${size}\n`);
} else if (existsSync(kept) && readFileSync(kept, "utf8") === text) {
  process.stdout.write(`The part that the tests use is GitHub's own: ${size}\n`);
} else {
  process.stdout.write(
    "The part that the tests use is not GitHub's: run with --write, and look at what changes.\n",
  );
  process.exit(1);
}
