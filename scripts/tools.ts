import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ToolName, findTool, root, toolPath, tools } from "./tools/find.ts";

/**
 * `npm run tools`: installs act, zizmor and actionlint below `.cache/tools`, in the versions that are pinned; nothing
 * anywhere else. The two from PyPI by the hashes in conformance/requirements.txt, actionlint by Go's checksums.
 * Exits 69 when one of them cannot be had.
 */
const temp = mkdtempSync(join(tmpdir(), "prism-tools-"));
try {
  const red = (Object.keys(tools) as ToolName[]).filter((name) => !install(name));
  console.log(red.length === 0 ? "all tools are there" : `RED: not installed: ${red.join(", ")}`);
  process.exitCode = red.length === 0 ? 0 : 69;
} finally {
  rmSync(temp, { recursive: true, force: true });
}

function install(name: ToolName): boolean {
  const { version, from } = tools[name];
  if (findTool(name) === undefined) {
    const made = from === "pip" ? byPip(name) : byGo(name, version);
    if (made === undefined) return false;
    // Under another name first: whoever is killed meanwhile leaves no half of a tool.
    mkdirSync(dirname(toolPath(name)), { recursive: true });
    copyFileSync(made, `${toolPath(name)}.new`);
    renameSync(`${toolPath(name)}.new`, toolPath(name));
  }
  console.log(`${name} ${version}`);
  return true;
}

/** Both are single programs that need no Python to run. */
function byPip(name: ToolName): string | undefined {
  const venv = join(temp, "venv");
  if (existsSync(join(venv, "bin", name))) return join(venv, "bin", name);
  const hashed = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "--disable-pip-version-check"];
  const wanted = ["--requirement", join(root, "conformance/requirements.txt")];
  const made =
    run("python3", ["-m", "venv", venv]) &&
    run(join(venv, "bin/pip"), ["install", "--quiet", ...hashed, ...wanted]);
  return made ? join(venv, "bin", name) : undefined;
}

function byGo(name: ToolName, version: string): string | undefined {
  const module = `github.com/rhysd/actionlint/cmd/actionlint@v${version}`;
  return run("go", ["install", module], { GOBIN: temp }) ? join(temp, name) : undefined;
}

function run(program: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): boolean {
  const { status, error } = spawnSync(program, args, {
    env: { ...process.env, ...more },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) console.log(`${program} cannot be started: ${error.message}`);
  return status === 0;
}
