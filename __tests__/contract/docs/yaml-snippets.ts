import { parseConfig } from "../../../kit/config/config.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { parse, parseDocument } from "yaml";
import type { Spec } from "../../../kit/action/spec.ts";

/** What a block of YAML is meant to be: a workflow, jobs of one, steps of one, or (a part of) rollout.yml. */
export type Kind = "workflow" | "jobs" | "steps" | "rollout.yml";

/** What a block is, by its form; whatever is no part of a workflow has to be a rollout.yml. */
export function kindOf(text: string): Kind {
  const value: unknown = parse(text);
  if (Array.isArray(value)) return "steps";
  if (typeof value !== "object" || value === null) return "rollout.yml";
  if ("jobs" in value) return "workflow";
  const all = Object.values(value);
  const isJob = (one: unknown): boolean =>
    typeof one === "object" && one !== null && ("runs-on" in one || "uses" in one);
  return all.length > 0 && all.every(isJob) ? "jobs" : "rollout.yml";
}

/** The block as a whole workflow; undefined where it is none. */
export function asWorkflow(text: string): string | undefined {
  const kind = kindOf(text);
  if (kind === "workflow") return text;
  const lines = text.replace(/\n$/, "").split("\n");
  const within = (by: number): string => lines.map((line) => `${" ".repeat(by)}${line}`).join("\n");
  if (kind === "jobs") return `on: push\njobs:\n${[...neededIn(text), within(2)].join("\n")}\n`;
  if (kind === "rollout.yml") return undefined;
  const needs = /toJSON\(needs\)|needs\./.test(text) ? ["    needs: [plan]"] : [];
  const job = ["  job:", "    runs-on: ubuntu-latest", ...needs, "    steps:", within(6)];
  return `on: push\njobs:\n${[...neededIn(text), ...job].join("\n")}\n`;
}

/** The jobs of which a piece says that it needs them, with the outputs that it asks of each. */
function neededIn(text: string): readonly string[] {
  const listed = [...text.matchAll(/needs: \[([\w, -]+)\]/g)].flatMap(([, names = ""]) => names.split(/, */));
  const asked = [...text.matchAll(/\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)];
  const names = new Set([...listed, ...asked.map(([, name = ""]) => name)]);
  return [...names].map((name) => {
    const outputs = asked.flatMap(([, of, output = ""]) => (of === name ? [`${output}: x`] : []));
    return `  ${name}: { runs-on: ubuntu-latest, outputs: { ${outputs.join(", ")} }, steps: [{ run: "true" }] }`;
  });
}

/** What does not parse as YAML, each with its place. */
export function wrongYaml(text: string): readonly string[] {
  return parseDocument(text).errors.map(({ message }) => message.split("\n")[0] ?? message);
}

/** What the suite's own reader has against a block that is (a part of) rollout.yml, for each of its targets. */
export function wrongConfig(text: string, specs: readonly Spec[]): readonly string[] {
  try {
    return parseConfig(text, "rollout.yml", "", specs).issues;
  } catch (error) {
    if (error instanceof UserError) return [error.message];
    throw error;
  }
}
