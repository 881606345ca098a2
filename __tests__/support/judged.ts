import { type Finding, type SqlFile, isRefused } from "../../kit/judge/finding.ts";
import { judge } from "../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../kit/judge/parser.ts";

/** The judge, given texts as the files of one change set. */
export interface Court {
  readonly parser: SqlParser;
  findings(...texts: readonly string[]): readonly Finding[];
  /** The rules hit by files after a history that is whole. */
  after(history: string, ...texts: readonly string[]): readonly string[];
  /** How many findings there are of files that are one change set. */
  many(files: readonly SqlFile[]): number;
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
    after: (history, ...texts) => {
      const files = texts.map((text, index) => ({ path: `000${index + 2}_x.sql`, text }));
      const options = { history: [{ path: "0001_x.sql", text: history }], whole: true };
      return judge(parser, files, options).flatMap((file) => file.findings.map(({ rule }) => rule));
    },
    many: (files) => judge(parser, files).flatMap((file) => file.findings).length,
    refused: (...texts) =>
      findings(...texts)
        .filter(isRefused)
        .map((finding) => finding.rule),
  };
}
