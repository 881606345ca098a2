import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { childrenFolder } from "./canary-child.ts";

/**
 * Has every process of an action write down each child that it starts: which program, with what arguments, in what
 * environment. So no child is forgotten, whoever starts it and however short it lives.
 * @returns the options of Node.js that do it.
 */
export async function overhearChildren(folder: string): Promise<readonly string[]> {
  const hook = join(folder, "overhear-children.cjs");
  await writeFile(hook, hookText(hook, join(folder, childrenFolder)));
  return ["--require", hook];
}

/** The names of the programs that were started so far. */
export async function overheardIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(join(folder, childrenFolder)).catch((): string[] => []);
  return new Set(names.flatMap((name) => /^started-(.+)-\d+-\d+\.json$/.exec(name)?.[1] ?? []));
}

/** What starts programs for an action (a text that Node.js is given) is listened to as well; programs of others are not. */
function hookText(hook: string, folder: string): string {
  return `const { ChildProcess } = require("node:child_process");
const { mkdirSync, writeFileSync } = require("node:fs");
const { basename } = require("node:path");
const folder = ${JSON.stringify(folder)};
const { spawn } = ChildProcess.prototype;
const started = { count: 0 };
ChildProcess.prototype.spawn = function (options) {
  const { file, args = [], envPairs = [] } = options;
  const env = Object.fromEntries(envPairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
  // Accounts are meant for the suites.
  if ("CANARY_ACCOUNT" in env) env.CANARY_ACCOUNT = "(accounts)";
  started.count += 1;
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + "/started-" + basename(file) + "-" + process.pid + "-" + started.count + ".json", JSON.stringify({ env, argv: args }));
  const own = file === process.execPath && args.includes("--eval");
  return spawn.call(this, own ? { ...options, args: [args[0], "--require", ${JSON.stringify(hook)}, ...args.slice(1)] } : options);
};
`;
}
