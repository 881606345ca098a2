import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Tools that npm does not have, pinned; `npm run tools` puts them below `.cache/tools`. */
export const tools = {
  act: { version: "0.2.89", from: "pip" },
  zizmor: { version: "1.32.0", from: "pip" },
  actionlint: { version: "1.7.12", from: "go" },
} as const;

export type ToolName = keyof typeof tools;

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Where a tool of this version is, or would be: another version is another place. */
export function toolPath(name: ToolName): string {
  return join(root, ".cache/tools", `${name}-${tools[name].version}`, name);
}

/** The pinned tool, where it is installed. */
export function findTool(name: ToolName): string | undefined {
  return existsSync(toolPath(name)) ? toolPath(name) : undefined;
}

/** What to tell a person who has it not. */
export function missing(name: ToolName): string {
  const needs = tools[name].from === "pip" ? "Python 3 with venv and pip" : "Go 1.24 or later";
  return `RED: ${name} ${tools[name].version} is not here. Install it by \`npm run tools\`, which needs ${needs}.`;
}
