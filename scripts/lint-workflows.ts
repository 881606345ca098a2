import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type ToolName, findTool, missing, root } from "./tools/find.ts";

/**
 * `npm run lint:workflows`: actionlint and zizmor (pedantic, offline) over every workflow and every action of this
 * repository. Exceptions and their reasons are in .github/actionlint.yaml and .github/zizmor.yml. Exits 1 when there
 * is something to mend, 69 when a tool is not installed.
 */
const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);
const workflows = [".github/workflows", "examples", "examples/workflows"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter(isYaml)
    .map((name) => join(folder, name)),
);
const actions = [
  "action.yml",
  "rehearse/action.yml",
  ...readdirSync(join(root, "actions")).map((name) => `actions/${name}/action.yml`),
];
const examples = ["examples/probe.yml"];
const dependabot = [".github/dependabot.yml"].filter((file) => existsSync(join(root, file)));

// shellcheck and pyflakes are asked only where a machine has them: what is clean must not depend on that.
const actionlint = ["-no-color", "-shellcheck=", "-pyflakes=", "-config-file", ".github/actionlint.yaml"];
const zizmor = ["--quiet", "--offline", "--no-progress", "--strict-collection", "--persona", "pedantic"];

const statuses = [
  lint("actionlint", [...actionlint, ...workflows, ...examples]),
  lint("zizmor", [
    ...zizmor,
    "--config",
    ".github/zizmor.yml",
    ...workflows,
    ...examples,
    ...actions,
    ...dependabot,
  ]),
];
console.log(`${workflows.length} workflows and ${actions.length} actions looked at`);
process.exitCode = statuses.includes(1) ? 1 : Math.max(...statuses);

function lint(name: ToolName, args: readonly string[]): number {
  const program = findTool(name);
  if (program === undefined) {
    console.log(missing(name));
    return 69;
  }
  const { status } = spawnSync(program, [...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  console.log(`${name}: ${status === 0 ? "clean" : "to be mended"}`);
  return status === 0 ? 0 : 1;
}
