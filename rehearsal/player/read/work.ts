import { join } from "node:path";
import { entriesOf } from "../expressions/template.ts";
import { readAction } from "./action.ts";
import type { Work } from "./model.ts";
import type { Loading, SayingFile, WrittenUse } from "./reading.ts";
import { resolveUses } from "./uses.ts";

/**
 * Resolves and reads what a step uses, and checks that its inputs exist. What cannot be read is a problem, and
 * stays in its place as something of which nothing is known, so that no other problems follow from it.
 */
export async function stepWork(use: WrittenUse, saying: SayingFile, loading: Loading): Promise<Work> {
  const { uses, inputs, line } = use;
  const target = resolveUses(uses, "step", saying.home, loading.sources);
  const unknown: Work = { kind: "path", uses, with: inputs };
  if (target.kind === "workspace") {
    const message = `"${uses}" is looked for in the files of whoever calls this. Write "$/${target.path}".`;
    if (saying.home.name !== loading.caller) loading.problems.add(saying.file, line, message);
    return unknown;
  }
  if (target.kind === "problem") {
    loading.problems.add(saying.file, line, target.message);
    return unknown;
  }
  if (target.kind === "builtin") {
    checkInputs(use, Object.keys(loading.sources.builtins.get(target.name)?.inputs ?? {}), saying, loading);
    return { kind: "builtin", uses, name: target.name, with: inputs };
  }
  const { repository, path } = target;
  const before = loading.problems.found.length;
  const readWork = (one: WrittenUse, where: SayingFile): Promise<Work> => stepWork(one, where, loading);
  const action = await readAction(join(repository.folder, path), repository, loading, saying.depth, readWork);
  if (!action) {
    const message = `"${uses}" has no action.yml at ${path || "its root"} of ${repository.name}.`;
    if (loading.problems.found.length === before) loading.problems.add(saying.file, line, message);
    return unknown;
  }
  checkInputs(use, [...action.inputs.keys()], saying, loading);
  return { kind: "action", uses, with: inputs, action };
}

function checkInputs(
  use: WrittenUse,
  known: readonly string[],
  { file }: SayingFile,
  { problems }: Loading,
): void {
  const names = known.map((name) => name.toLowerCase());
  for (const [name, value] of entriesOf(use.inputs)) {
    if (names.includes(name.toLowerCase())) continue;
    problems.add(
      file,
      value.line,
      `"${use.uses}" has no input "${name}"; it has ${names.join(", ") || "none"}.`,
    );
  }
}
