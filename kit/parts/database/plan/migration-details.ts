import type { Execution } from "../../../judge/execution.ts";
import { sayExecution } from "./say-execution.ts";
import { type Finding, thingSaid } from "../../../judge/finding.ts";
import { ruleOf } from "../../../judge/rules.ts";
import type { Detail } from "../../../release/plan/plan.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";

/** Longer files are looked at in the repository. */
const longest = 60_000;

const mayFailText = "live rows may make it fail, which no replay on an empty database shows";

interface Step {
  readonly file: MigrationFile;
  readonly pieces: readonly string[];
  readonly execution: Execution;
  readonly finished: number;
}

/** A migration as a person looks at it: how it runs, what was allowed in it and why, its SQL. */
export function migrationDetail(
  { file, pieces, execution, finished }: Step,
  passed: readonly Finding[],
): Detail {
  const { version, name, path, text } = file;
  const own = passed.filter((finding) => finding.file === path);
  const mayFail = own.some(({ rule }) => ruleOf(rule).mayFailOnData);
  return {
    what: `${version} ${name}`.trim(),
    how: [...sayExecution(execution, pieces.length, finished), ...(mayFail ? [mayFailText] : [])],
    beware: own.map(({ line, rule, thing, why, safe, waived }) => {
      const what = `${rule} ${thingSaid({ thing })} at ${path}:${line}`;
      return waived === undefined ? `${what}: ${why}. ${safe}` : `${what} is allowed by «${waived}»: ${why}.`;
    }),
    source: { language: "sql", text: shortened(text, path) },
  };
}

function shortened(text: string, path: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest)}\n-- (cut after ${longest} characters: the whole is ${path})\n`;
}
