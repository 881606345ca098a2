import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { sha256 } from "../../kit/release/canonical.ts";
import { type Predicate } from "../../kit/release/evidence/statement.ts";
import { type Verified, verifyStatement } from "../../kit/release/evidence/verify.ts";
import { runCommand } from "../command.ts";
import { type Paint, painter } from "../paint.ts";
import { type VerifyOptions, readVerifyOptions, verifyUsage } from "./options.ts";

type Terminal = Pick<NodeJS.Process, "stdout" | "stderr" | "env" | "cwd">;

/** `prism-rollout verify`: whether the evidence of a release is what the release has written. Gives the exit status. */
export async function verify(args: readonly string[], terminal: Terminal): Promise<number> {
  const run = (options: VerifyOptions): Promise<number> => verifyAndSay(options, terminal);
  return await runCommand(args, terminal, { usage: verifyUsage, read: readVerifyOptions, run });
}

async function verifyAndSay(
  { file, sha256: expected, json, quiet }: VerifyOptions,
  { stdout, env, cwd }: Terminal,
): Promise<number> {
  const bytes = await readFile(resolve(cwd(), file)).catch((error: unknown) => {
    const fix = "Download the artifact rollout-rollback-… of the release's run.";
    throw new UserError("PR105", `${file} cannot be read: ${describe(error)}`, fix, { cause: error });
  });
  const { predicate, problems } = verifyText(bytes, expected);
  if (json) stdout.write(asJson(predicate, problems));
  else if (!quiet || problems.length > 0)
    stdout.write(asText(file, predicate, problems, painter(stdout, env)));
  return problems.length === 0 ? 0 : 1;
}

function verifyText(bytes: Buffer, expected: string | undefined): Verified {
  const { predicate, problems } = verifyStatement(parse(bytes));
  const own = sha256(bytes);
  if (expected === undefined || own === expected) return { predicate, problems };
  return { predicate, problems: [...problems, `the file's digest is ${own}, not the one that was told`] };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** What `verify --json` prints; schemas/verify.schema.json is made from it. */
export interface VerifyDocument {
  readonly schema: "prism-rollout/verify@1";
  readonly holds: boolean;
  readonly release: string | null;
  readonly outcome: string | null;
  /** How many there are. */
  readonly receipts: number;
  readonly problems: readonly string[];
}

function asJson(predicate: Predicate | undefined, problems: readonly string[]): string {
  const { release = null, outcome = null, receipts = [] } = predicate ?? {};
  const document: VerifyDocument = {
    schema: "prism-rollout/verify@1",
    holds: problems.length === 0,
    release,
    outcome,
    receipts: receipts.length,
    problems,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Verdict, reasons, then what the evidence says. */
function asText(
  file: string,
  predicate: Predicate | undefined,
  problems: readonly string[],
  paint: Paint,
): string {
  const told = predicate === undefined ? [] : tell(predicate);
  const head =
    problems.length === 0
      ? [`${paint("green", "holds")}: ${file} is as the release has written it`]
      : [`${paint("red", "does not hold")}: ${file}`, ...problems.map((problem) => `  - ${problem}`)];
  return `${[...head, ...told].join("\n")}\n`;
}

function tell(predicate: Predicate): readonly string[] {
  const { release, commit, repository, outcome, because, phases, receipts, chains, undone } = predicate;
  const approved = receipts.flatMap(({ receipt: { phase, approvedBy } }) =>
    (approvedBy ?? []).map((who) => `${phase} by ${who}`),
  );
  const verdicts = phases.flatMap(({ phase, verdict, evidence }) =>
    verdict === null ? [] : [`  ${phase}: ${[verdict, ...evidence.slice(0, 3)].join("; ")}`],
  );
  const back = undone.map(({ component, outcome: came }) => `${component} ${came}`);
  return [
    `${release}: ${outcome}, because ${because}`,
    `  commit ${commit} of ${repository}`,
    `  ${receipts.length} receipts in ${Object.keys(chains).length} chains`,
    ...(approved.length > 0 ? [`  approved: ${[...new Set(approved)].join(", ")}`] : []),
    ...verdicts,
    ...(back.length > 0 ? [`  went back: ${back.join(", ")}`] : []),
  ];
}
