import { entriesOf, textOf, type Template } from "../expressions/template.ts";
import type { Permissions } from "./model.ts";

const scopes: readonly string[] = [
  "actions",
  "artifact-metadata",
  "attestations",
  "checks",
  "code-quality",
  "contents",
  "deployments",
  "discussions",
  "id-token",
  "issues",
  "models",
  "packages",
  "pages",
  "pull-requests",
  "repository-projects",
  "security-events",
  "statuses",
  "vulnerability-alerts",
];

/** What a repository grants when no file says anything: GitHub's restricted default. */
export const defaultPermissions: Permissions = { contents: "read", packages: "read" };

/** Reads `permissions`: a mapping, `read-all` or `write-all`. Undefined where the file says nothing. */
export function readPermissions(template: Template | undefined): Permissions | undefined {
  if (template === undefined) return undefined;
  const all = textOf(template);
  if (all === "read-all") return Object.fromEntries(scopes.map((scope) => [scope, "read"]));
  if (all === "write-all") return Object.fromEntries(scopes.map((scope) => [scope, "write"]));
  const granted: Record<string, "read" | "write"> = {};
  for (const [scope, value] of entriesOf(template)) {
    const level = textOf(value);
    if (level === "read" || level === "write") granted[scope] = level;
  }
  return granted;
}

/** What `wanted` asks for beyond `granted`, as `scope: level`; a called workflow can only have less. */
export function beyond(wanted: Permissions, granted: Permissions): readonly string[] {
  return Object.entries(wanted)
    .filter(([scope, level]) => granted[scope] !== level && granted[scope] !== "write")
    .map(([scope, level]) => `${scope}: ${level}`);
}
