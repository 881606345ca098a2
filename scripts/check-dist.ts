import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { startWeight } from "./start-weight.ts";

/**
 * After a build: dist/ equals what is committed, what every action loads and what a runner downloads keep their
 * weight. The archive is that of HEAD with the files of the work tree's `.gitattributes`.
 */
const maxEntry = 1_200_000;
const maxArchive = 3_000_000;

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

console.log(
  `entry chunk ${(entry / 1e6).toFixed(2)} of 1.2 MB, archive ${(archive / 1e6).toFixed(2)} of 3 MB`,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
