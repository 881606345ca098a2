import { relative } from "node:path/posix";
import type { Survey } from "../survey/survey.ts";

/** A path of the repository as rollout.yml writes it: from the stack's folder on. */
export function fromStack({ stack }: Pick<Survey, "stack">, path: string): string {
  return relative(`/${stack}`, `/${path}`) || ".";
}

/** A script of a package.json as a command that is run in the stack's folder. */
export function runScript(survey: Pick<Survey, "stack" | "manager">, folder: string, script: string): string {
  const there = fromStack(survey, folder);
  const command = `${survey.manager} run ${script}`;
  return there === "." ? command : `cd ${quoted(there)} && ${command}`;
}

/** A path as a shell reads it. */
export function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
