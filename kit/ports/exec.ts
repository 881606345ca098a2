/** How many of the last characters are kept: npm alone says 4,237 when it finds no lock file, and the reason first. */
export const keptOfTail = 8000;

/** What a child process did. `tail` is the last 8,000 characters of both streams together. */
export interface ExecResult {
  readonly exitCode: number;
  readonly tail: string;
  /** Set where it did not end by itself: its time was over, or its signal was aborted. */
  readonly stopped?: "time-limit" | "signal";
}

export interface ExecOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
  /** Put before every line, so that programs that run at once can be told apart. */
  readonly prefix?: string;
  /** Milliseconds after which the program and all that it started are ended. */
  readonly limit?: number;
  /** Aborting it ends the program and all that it started. */
  readonly signal?: AbortSignal;
}

/**
 * Runs one program. `env` is the whole environment of the child: nothing is inherited, so that no token
 * travels by accident. Output is streamed to the log as it comes; a non-zero exit is a result, not an error.
 * @throws {UserError} PR441 when the program is not there.
 */
export type Exec = (command: string, args: readonly string[], options: ExecOptions) => Promise<ExecResult>;

const inherited = [
  "PATH",
  "HOME",
  "LANG",
  "LC_ALL",
  "TMPDIR",
  "SHELL",
  "USER",
  "CI",
  "TZ",
  "NODE_EXTRA_CA_CERTS",
  // Where a machine has its browsers and what they need to start; a setup step says so.
  "PLAYWRIGHT_BROWSERS_PATH",
  "LD_LIBRARY_PATH",
  "FONTCONFIG_PATH",
];

/** The environment that a child of an action gets: what any program needs, what is declared, and no token. */
export function childEnv(
  env: Readonly<Record<string, string | undefined>>,
  declared: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = inherited.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...declared };
}
