// Where temp folders are fastest: in memory, on a machine that has enough of it. Data folders of PostgreSQL and checkouts
// are made and removed by the hundred; on a disk ten databases cost four times what they do here. Elsewhere it is where it
// always is. Prints the folder when it is run: `TMPDIR=$(node scripts/fast-temp.mjs) npm run check`.
import { accessSync, constants, readFileSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const memory = "/dev/shm";
const gigabyte = 1024 ** 3;

/** The folder for temp folders. Who has said where they are to be (TMPDIR) is not contradicted. */
export function fastTemp(env = process.env) {
  return env.TMPDIR === undefined && hasRoom() && runsPrograms() ? memory : tmpdir();
}

/** All that runs at once has less than a gigabyte there. Containers are often given 64 MB. */
function hasRoom() {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= 4 * gigabyte && freemem() >= 8 * gigabyte;
  } catch {
    return false;
  }
}

/** Tests write programs and run them. */
function runsPrograms() {
  const mounts = readFileSync("/proc/self/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" "));
  const [, , , flags] = mounts.findLast(([, at]) => at === memory) ?? [];
  return flags !== undefined && !flags.split(",").includes("noexec");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(`${fastTemp()}\n`);
