import { createHook } from "node:async_hooks";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";

/**
 * Loaded before an action's bundle: writes into the file `LEFT_OPEN` how its process ended, what still kept it alive,
 * with the lines that began it, and which children it left. A process that ends by itself has left nothing of the former.
 */
const kinds = {
  Timeout: "Timeout",
  TCPWRAP: "TCPSocketWrap",
  PROCESSWRAP: "ProcessWrap",
  PIPEWRAP: "PipeWrap",
};
const begun = new Map();
createHook({
  init: (id, type, _, resource) => {
    if (Object.hasOwn(kinds, type))
      begun.set(id, { kind: kinds[type], resource, by: new Error(type).stack ?? "" });
  },
  destroy: (id) => void begun.delete(id),
}).enable();

let byItself = false;
process.on("beforeExit", () => (byItself = true));
process.on("exit", () => {
  const left = process.getActiveResourcesInfo();
  const why = [...begun.values()]
    .filter(({ kind, resource }) => left.includes(kind) && resource.hasRef?.() !== false)
    .map(({ kind, by }) => said(kind, by));
  const milliseconds = Math.round(performance.now());
  const told = { byItself, milliseconds, left, why: byItself ? [] : why, children: descendants(process.pid) };
  writeFileSync(process.env["LEFT_OPEN"] ?? "/dev/null", JSON.stringify(told));
});

function said(kind, by) {
  const lines = by
    .split("\n")
    .filter((line) => !/node:|left-open|<anonymous>/.test(line) && line.includes(" at "));
  return `${kind} ${lines
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(.*\/dist\//, "("))
    .join(" < ")}`;
}

/** Of all that we have started, each with what tells it from another process that gets its number later. */
function descendants(root) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(pid), parent: Number(fields[1]), since: fields[19] }];
      } catch {
        return [];
      }
    });
  const found = [{ pid: root }];
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found.slice(1).map(({ pid, since }) => ({ pid, since }));
}
