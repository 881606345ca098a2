/** What a child process did. `tail` is the last 4,000 characters of both streams together. */
export interface ExecResult {
  readonly exitCode: number;
  readonly tail: string;
}

/**
 * Runs one program. `env` is the whole environment of the child: nothing is inherited, so that no token
 * travels by accident. Output is streamed to the log as it comes; a non-zero exit is a result, not an error.
 * @throws {UserError} PR441 when the program is not there.
 */
export type Exec = (
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>>; readonly quiet?: boolean },
) => Promise<ExecResult>;

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
