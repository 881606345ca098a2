import { type data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { type Token, TokenType } from "@actions/expressions/lexer";
import type { Expr } from "@actions/expressions/ast";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { truthy } from "@actions/expressions/result";
import { asText, dictionary, toData, toValue, type Value } from "./data.ts";

/** What the status functions answer at the place where a condition stands. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

/** What an expression may look at. A context that is not given is empty. */
export interface Scope {
  readonly contexts: Readonly<Record<string, Value>>;
  readonly status?: Status | undefined;
  readonly hashFiles?: ((patterns: readonly string[]) => string) | undefined;
}

/** Every context name that GitHub knows, wherever it may be used. */
const contextNames: readonly string[] = [
  "github",
  "env",
  "vars",
  "job",
  "jobs",
  "steps",
  "runner",
  "secrets",
  "strategy",
  "matrix",
  "needs",
  "inputs",
];

/** The functions that the library leaves to whoever plays the workflow. */
export const statusFunctions: readonly string[] = ["success", "failure", "cancelled", "always"];

/** Parses an expression (without `${{ }}`). @throws {Error} when it is not one. */
export function parseExpression(expression: string): Expr {
  const own = [...statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 0 })), hashFilesInfo];
  return new Parser(tokensOf(expression), [...contextNames], own).parse();
}

/** The library unescapes only the first `''` of a string: a script with two quotes would lose its shape. */
function tokensOf(expression: string): Token[] {
  return new Lexer(expression).lex().tokens.map((token) => {
    if (token.type !== TokenType.STRING) return token;
    return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
  });
}

/**
 * Evaluates an expression (without `${{ }}`) to a plain value.
 * @throws {Error} when it does not parse, or uses a function that does not exist here.
 */
export function evaluate(expression: string, scope: Scope): Value {
  return toValue(evaluateData(expression, scope));
}

/** Whether a condition holds, by GitHub's rules: `0`, `''`, `null`, `false` and NaN do not. */
export function holds(expression: string, scope: Scope): boolean {
  return truthy(evaluateData(expression, scope));
}

const hashFilesInfo = { name: "hashFiles", minArgs: 1, maxArgs: 255 };

function evaluateData(expression: string, scope: Scope): data.ExpressionData {
  const contexts = dictionary(contextNames.map((name) => [name, toData(scope.contexts[name] ?? {})]));
  return new Evaluator(parseExpression(expression), contexts, functions(scope)).evaluate();
}

function functions({ status, hashFiles }: Scope): Map<string, FunctionDefinition> {
  const answers = new Map<string, boolean | undefined>([
    ["always", true],
    ["success", status?.success],
    ["failure", status?.failure],
    ["cancelled", status?.cancelled],
  ]);
  const made = new Map<string, FunctionDefinition>();
  for (const [name, answer] of answers) {
    made.set(name, {
      name,
      minArgs: 0,
      maxArgs: 0,
      call: () => {
        if (status === undefined || answer === undefined)
          throw new Error(`${name}() can only be used in an "if".`);
        return toData(answer);
      },
    });
  }
  made.set("hashfiles", {
    ...hashFilesInfo,
    call: (...patterns) => {
      if (!hashFiles) throw new Error("hashFiles() can only be used in a step: nothing is checked out here.");
      return toData(hashFiles(patterns.map((pattern) => asText(toValue(pattern)))));
    },
  });
  return made;
}
