import { type Finding, isRefused } from "../../kit/judge/finding.ts";
import { judge } from "../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../kit/judge/parser.ts";

/** The judge, given texts as the files of one change set. */
export interface Court {
  readonly parser: SqlParser;
  findings(...texts: readonly string[]): readonly Finding[];
  /** The rules of what is not waived. */
  refused(...texts: readonly string[]): readonly string[];
}

export async function openCourt(): Promise<Court> {
  const parser = await loadParser();
  const findings = (...texts: readonly string[]): readonly Finding[] => {
    const files = texts.map((text, index) => ({ path: `000${index + 1}_x.sql`, text }));
    return judge(parser, files).flatMap((file) => file.findings);
  };
  return {
    parser,
    findings,
    refused: (...texts) =>
      findings(...texts)
        .filter(isRefused)
        .map((finding) => finding.rule),
  };
}
