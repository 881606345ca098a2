import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { at, entriesOf, expressionsIn, textOf, type Template } from "../expressions/template.ts";
import { checkSteps } from "./check-steps.ts";
import { checkReferences, namesOf } from "./references.ts";
import type { Action, CompositeRuns, NodeRuns, Repository, Work } from "./model.ts";
import { parseFile } from "./parse.ts";
import type { Loading, Reading, SayingFile, WrittenUse } from "./reading.ts";
import { readSteps } from "./steps.ts";

/** Composite actions may use each other ten deep; see GitHub's limits. */
const deepest = 10;

/** Reads an action's folder; `readWork` reads what the steps of a composite one use. What is wrong with it is added to the problems; undefined when it is of no use. */
export async function readAction(
  folder: string,
  repository: Repository,
  loading: Loading,
  depth: number,
  readWork: (use: WrittenUse, saying: SayingFile) => Promise<Work>,
): Promise<Action | undefined> {
  const path = ["action.yml", "action.yaml"]
    .map((name) => join(folder, name))
    .find((file) => existsSync(file));
  if (path === undefined) return undefined;
  const file = labelOf(path, repository);
  const before = loading.problems.found.length;
  const root = await parseFile(
    loading.library,
    "action",
    { name: file, text: readFileSync(path, "utf8") },
    loading.problems,
  );
  const problem = (line: number, message: string): void => loading.problems.add(file, line, message);
  if (!root || loading.problems.found.length > before) return undefined;
  if (depth > deepest) problem(1, `Actions use each other more than ${deepest} deep.`);
  if (depth > deepest) return undefined;
  const reading: Reading = {
    problem,
    work: (uses, inputs, line) =>
      readWork({ uses, inputs, line }, { file, home: repository, depth: depth + 1 }),
  };
  const runs = await readRuns(root, folder, reading);
  if (!runs) return undefined;
  if (runs.kind === "composite") checkComposite(root, runs, problem, loading);
  return {
    name: textOf(at(root, "name")) ?? file,
    folder,
    repository,
    inputs: new Map(entriesOf(at(root, "inputs")).map(([name, input]) => [name, at(input, "default")])),
    outputs: new Map(entriesOf(at(root, "outputs")).map(([name, output]) => [name, at(output, "value")])),
    runs,
  };
}

/** How messages name a file of a repository. */
function labelOf(path: string, repository: Repository): string {
  return path.startsWith(repository.folder) ? path.slice(repository.folder.length).replace(/^\/+/, "") : path;
}

function checkComposite(
  root: Template,
  runs: CompositeRuns,
  problem: Reading["problem"],
  { sources }: Loading,
): void {
  const inputs = namesOf(entriesOf(at(root, "inputs")).map(([name]) => name));
  const atEnd = checkSteps(runs.steps, { inputs }, problem, sources);
  checkReferences(expressionsIn(at(root, "outputs")), atEnd, problem);
}

async function readRuns(
  root: Template,
  folder: string,
  reading: Reading,
): Promise<NodeRuns | CompositeRuns | undefined> {
  const runs = at(root, "runs");
  const line = runs?.line ?? 1;
  const using = textOf(at(runs, "using")) ?? "";
  if (using === "composite") return { kind: "composite", steps: await readSteps(at(runs, "steps"), reading) };
  if (!/^node(20|24)$/.test(using)) {
    reading.problem(line, `"using: ${using}" cannot be played: node20, node24 and composite can.`);
    return undefined;
  }
  if (at(runs, "pre")) reading.problem(line, `"pre" cannot be played; do it at the start of main.`);
  const main = join(folder, textOf(at(runs, "main")) ?? "");
  const post = textOf(at(runs, "post"));
  for (const program of [main, ...(post === undefined ? [] : [join(folder, post)])]) {
    if (!existsSync(program)) reading.problem(line, `${program} does not exist: build it first.`);
  }
  return {
    kind: "node",
    main,
    post: post === undefined ? undefined : join(folder, post),
    postCondition: textOf(at(runs, "post-if")) ?? "always()",
  };
}
