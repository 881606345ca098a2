import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/index";
import type { TemplateParseResult } from "@actions/workflow-parser/templates/template-parse-result";
import type { Template } from "../expressions/template.ts";
import type { Library } from "./library.ts";
import { oneLineScalars } from "./one-line.ts";
import type { Problems } from "./problems.ts";

/** Reads a file against GitHub's own schema. What the library objects to is added to the problems. */
export async function parseFile(
  library: Library,
  kind: "workflow" | "action",
  file: { readonly name: string; readonly text: string },
  problems: Problems,
): Promise<Template | undefined> {
  const source = { name: file.name, content: oneLineScalars(file.text) };
  const trace = new library.workflows.NoOperationTraceWriter();
  const parsed =
    kind === "workflow"
      ? library.workflows.parseWorkflow(source, trace)
      : library.actions.parseAction(source, trace);
  if (parsed.value) {
    if (kind === "workflow") await library.workflows.convertWorkflowTemplate(parsed.context, parsed.value);
    else library.actions.convertActionTemplate(parsed.context, parsed.value);
  }
  report(parsed, file.name, problems);
  return parsed.value && toTemplate(library, parsed.value);
}

function report(parsed: TemplateParseResult, file: string, problems: Problems): void {
  for (const error of parsed.context.errors.getErrors()) {
    problems.add(file, error.range?.start.line ?? 1, error.rawMessage);
  }
}

function toTemplate(library: Library, token: TemplateToken): Template {
  const { isMapping, isSequence, isBasicExpression, isString, isNumber, isBoolean } = library.workflows;
  const line = token.range?.start.line ?? 1;
  if (isMapping(token)) {
    const entries = new Map<string, Template>();
    for (const { key, value } of token) entries.set(key.toString(), toTemplate(library, value));
    return { kind: "map", entries, line };
  }
  if (isSequence(token))
    return { kind: "list", items: [...token].map((item) => toTemplate(library, item)), line };
  if (isBasicExpression(token)) {
    const mixed = token.originalExpressions !== undefined;
    return { kind: "expression", expression: token.expression, mixed, line };
  }
  const value = isString(token) || isNumber(token) || isBoolean(token) ? token.value : null;
  return { kind: "value", value, line };
}
