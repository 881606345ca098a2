/** One thing that is wrong in a file that was read. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Where problems are put while reading goes on, so that all of them are reported together. */
export interface Problems {
  add(file: string, line: number, message: string): void;
  readonly found: readonly Problem[];
}

/** An empty list of problems. */
export function noProblems(): Problems {
  const found: Problem[] = [];
  return {
    found,
    add(file, line, message) {
      if (found.some((one) => one.file === file && one.line === line && one.message === message)) return;
      found.push({ file, line, message });
    },
  };
}

/** A workflow that cannot be played: all that is wrong with it and with what it uses, at once. */
export class WorkflowError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    super(sorted.map(({ file, line, message }) => `${file}:${line}: ${message}`).join("\n"));
    this.name = "WorkflowError";
    this.problems = sorted;
  }
}
