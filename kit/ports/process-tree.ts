import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * Signals processes and all that descend from them; gives all of them, so that who has lost its parent meanwhile
 * can be signalled again. They stay in our own process group, so that whoever ends us ends them: a group of
 * their own cannot be signalled instead.
 */
export async function signalTree(
  roots: readonly number[],
  signal: NodeJS.Signals,
): Promise<readonly number[]> {
  const parents = await parentsByProcess();
  const tree = [...roots];
  for (const parent of tree) {
    for (const [pid, ppid] of parents) if (ppid === parent && !tree.includes(pid)) tree.push(pid);
  }
  for (const pid of tree) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
  return tree;
}

async function parentsByProcess(): Promise<readonly (readonly [pid: number, ppid: number])[]> {
  if (process.platform === "linux") return await fromProc();
  const { stdout } = await promisify(execFile)("/bin/ps", ["-A", "-o", "pid=,ppid="], {
    env: {},
    timeout: 5000,
  });
  return stdout.split("\n").flatMap((line) => {
    const [pid, ppid] = line.trim().split(/\s+/).map(Number);
    return pid !== undefined && ppid !== undefined ? [[pid, ppid] as const] : [];
  });
}

/** The program's name may hold anything, so what follows its last bracket is read. */
async function fromProc(): Promise<readonly (readonly [number, number])[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = pids.map(async (pid) => {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    return [Number(pid), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "0")] as const;
  });
  return await Promise.all(read);
}
