// How much memory a program and all that it starts have at most, where what they share counts once, and what processor
// time they take together: that says what the work is where other programs share the machine. Linux only.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";

const patience = 600_000;

/** Ticks of a processor in a second, in all that Linux tells of them. */
const ticks = 100;

/** Runs a module with these words; what it prints as JSON, its peak in MB and its processor time in s. */
export async function peakOf(module, words) {
  const child = spawn(process.execPath, [module, ...words], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  let peak = 0;
  const used = new Map();
  child.stdout.on("data", (text) => (printed += text));
  const sampling = setInterval(() => {
    const family = familyOf(child.pid);
    peak = Math.max(
      peak,
      family.reduce((sum, pid) => sum + shareOf(pid), 0),
    );
    for (const pid of family) used.set(pid, timeOf(pid) ?? used.get(pid) ?? 0);
  }, 50);
  const deadline = setTimeout(() => child.kill("SIGKILL"), patience);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(sampling);
  clearTimeout(deadline);
  if (code !== 0)
    throw new Error(`${module} ${words.join(" ")} ended with ${code}, or took more than ${patience} ms`);
  const cpu = [...used.values()].reduce((sum, time) => sum + time, 0);
  return { ...JSON.parse(printed), ...(peak === 0 ? {} : { peak: peak / 1e6, cpu }) };
}

/** It, and all that it has started and that they have. */
function familyOf(root) {
  if (!existsSync("/proc")) return [];
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const isOurs = (pid) => pid === root || (pid > 1 && isOurs(parents.get(pid) ?? 0));
  return [...parents.keys()].filter(isOurs);
}

const statOf = (pid) =>
  read(`/proc/${pid}/stat`)
    .replace(/^.*\) \S /s, "")
    .split(" ");

const parentOf = (pid) => Number(statOf(pid)[0]);

/** In s; undefined where it has ended. */
function timeOf(pid) {
  const fields = statOf(pid);
  return fields.length < 12 ? undefined : (Number(fields[10]) + Number(fields[11])) / ticks;
}

/** Its own memory, and its share of what it has together with others. */
function shareOf(pid) {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** A process may have ended since it was listed. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
