import type { ErrorCode } from "../kit/errors/codes.ts";
import { mendable } from "../kit/errors/mendable.ts";
import { type Explainable, errorLink, sentence } from "../kit/errors/user-error.ts";
import type { WrongUsage } from "./wrong-usage.ts";

/** Exit status where the command line is not understood, or asks what nobody here can answer. */
export const wrongUsage = 64;

const refused = 1;

export interface Command<Options> {
  readonly usage: string;
  readonly read: (args: readonly string[]) => Options | WrongUsage | "help";
  /** Does it, and gives the exit status. */
  readonly run: (options: Options) => Promise<number>;
}

/** What a command prints with `--json` where it refuses; schemas/refused.schema.json is made from it. */
export interface RefusedDocument {
  readonly schema: "prism-rollout/refused@1";
  readonly code: ErrorCode;
  readonly reason: string;
  readonly next: string;
  /** Where to read on. */
  readonly link: string;
}

/** Reads a command line and does what it says; help, wrong usage and what a user can mend are told alike everywhere. */
export async function runCommand<Options extends { readonly json: boolean }>(
  args: readonly string[],
  { stdout, stderr }: Pick<NodeJS.Process, "stdout" | "stderr">,
  { usage, read, run }: Command<Options>,
): Promise<number> {
  const options = read(args);
  if (options === "help") {
    stdout.write(usage);
    return 0;
  }
  if ("wrong" in options) {
    stderr.write(`${options.wrong}\n\n${usage}`);
    return wrongUsage;
  }
  try {
    return await run(options);
  } catch (error) {
    const known = mendable(error);
    if (known === undefined) throw error;
    stderr.write(refusal(known));
    if (options.json) stdout.write(refusedAsJson(known));
    return refused;
  }
}

/** What happened, what to do, where to read on: a line each. */
export function refusal({ code, message, fix }: Explainable): string {
  return `${code}: ${sentence(message)}\n${fix}\n${errorLink(code)}\n`;
}

function refusedAsJson({ code, message, fix }: Explainable): string {
  const document: RefusedDocument = {
    schema: "prism-rollout/refused@1",
    code,
    reason: sentence(message),
    next: fix,
    link: errorLink(code),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
