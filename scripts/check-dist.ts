import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { measuredStartCost } from "./start-cost.ts";
import { startWeight } from "./start-weight.ts";

/**
 * After a build: dist/ equals what is committed, what every action loads and what a runner downloads keep their
 * weight, and an action that fails at once costs little more than node itself. The archive is that of HEAD with the
 * files of the work tree's `.gitattributes`. The start is measured here and in no test: nothing else runs beside.
 */
const maxEntry = 300_000;
const maxArchive = 3_000_000;
const maxStart = 120;

const root = fileURLToPath(new URL("../..", import.meta.url));
const git = (...args: string[]): Buffer => execFileSync("git", args, { cwd: root, maxBuffer: 1e9 });

const problems: string[] = [];
const changed = git("status", "--porcelain", "--", "dist").toString().trim();
if (changed !== "")
  problems.push(`dist/ differs from what is committed; run \`npm run build\` and commit:\n${changed}`);

const entry = startWeight(join(root, "dist"));
if (entry > maxEntry) problems.push(`what every action loads has ${entry} bytes, more than ${maxEntry}`);

const archive = gzipSync(git("archive", "--format=tar", "--worktree-attributes", "HEAD")).byteLength;
if (archive > maxArchive) problems.push(`the archive has ${archive} bytes, more than ${maxArchive}`);

const start = Math.round(measuredStartCost(join(root, "dist/plan.js"), maxStart) * 10) / 10;
if (start > maxStart)
  problems.push(
    `an action that fails at once costs ${start} ms more than node itself, more than ${maxStart}`,
  );

console.log(
  `entry chunk ${(entry / 1e6).toFixed(2)} of 0.3 MB, archive ${(archive / 1e6).toFixed(2)} of 3 MB, start ${start} of ${maxStart} ms`,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
