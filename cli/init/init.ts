import { saysYes } from "../ask.ts";
import { runCommand, wrongUsage } from "../command.ts";
import { type Difference, differenceOf } from "./difference/difference.ts";
import { writeFiles } from "./difference/write-files.ts";
import { type InitOptions, initUsage, readInitOptions } from "./options.ts";
import { type Proposal, propose } from "./proposal/proposal.ts";
import { openRepository } from "./repository/open-repository.ts";
import { asJson } from "./say/as-json.ts";
import { painter } from "../paint.ts";
import { sayProposal } from "./say/say-proposal.ts";
import { type Survey, survey } from "./survey/survey.ts";

type Terminal = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd">;

const refused = 1;

/** `prism-rollout init`: looks, proposes, shows the difference, asks, writes. Returns the exit status. */
export async function init(args: readonly string[], terminal: Terminal): Promise<number> {
  const run = (options: InitOptions): Promise<number> => showAndWrite(options, terminal);
  return await runCommand(args, terminal, { usage: initUsage, read: readInitOptions, run });
}

/** What was found, what is proposed for it, and what writing that would do. */
interface Looked {
  readonly survey: Survey;
  readonly proposal: Proposal;
  readonly files: readonly Difference[];
}

async function look(options: InitOptions, folder: string): Promise<Looked> {
  const repository = await openRepository(folder);
  const found = await survey(repository, options);
  const proposal = await propose(found, options);
  const files = await Promise.all(proposal.files.map((wanted) => differenceOf(repository, wanted)));
  const warnings = [...repository.problems, ...proposal.warnings];
  return { survey: found, proposal: { ...proposal, warnings }, files };
}

async function showAndWrite(options: InitOptions, terminal: Terminal): Promise<number> {
  const { stdout, stderr, env, cwd } = terminal;
  const looked = await look(options, cwd());
  const say = (line: string): void => void (options.json || stdout.write(`${line}\n`));
  const { survey: found, proposal, files } = looked;
  const { quiet } = options;
  sayProposal(found, proposal, files, { paint: painter(stdout, env), quiet }).forEach(say);
  const { status, written, because } = await decideAndWrite(options, looked, terminal);
  if (options.json) stdout.write(`${asJson(looked, written, because)}\n`);
  else if (written.length > 0) say(`\nWritten: ${written.join(", ")}.`);
  if (because !== "" && !options.json) (status === 0 ? stdout : stderr).write(`\n${because}\n`);
  return status;
}

interface Ended {
  readonly status: number;
  readonly written: readonly string[];
  /** Why nothing was written; empty where something was. */
  readonly because: string;
}

async function decideAndWrite(
  options: InitOptions,
  { survey: { repository }, files }: Looked,
  terminal: Terminal,
): Promise<Ended> {
  const due = files.filter(({ state }) => state === "new" || state === "differs");
  const over = files.filter(({ state }) => state === "differs").map(({ path }) => path);
  const kept = files.filter(({ state }) => state === "kept").map(({ path }) => path);
  const nothing = (status: number, because: string): Ended => ({ status, written: [], because });
  if (due.length === 0)
    return nothing(kept.length === 0 ? 0 : refused, kept.length === 0 ? "" : "Nothing was written.");
  if (options.dryRun) return nothing(0, "--dry-run: nothing was written.");
  const answer = await mayWrite(options, due.length, over, terminal);
  if (answer === "nobody")
    return nothing(
      wrongUsage,
      `Nobody can be asked here whether ${over.join(", ")} may be overwritten: add --yes. Nothing was written.`,
    );
  if (answer === "no") return nothing(refused, "Nothing was written.");
  const written = await writeFiles(repository.root, files);
  return {
    status: kept.length === 0 ? 0 : refused,
    written,
    because: kept.length === 0 ? "" : `Not written: ${kept.join(", ")}.`,
  };
}

/** Where nobody can be asked, new files are written; what is there is left. */
async function mayWrite(
  { yes, json }: InitOptions,
  count: number,
  over: readonly string[],
  { stdin, stdout }: Terminal,
): Promise<"yes" | "no" | "nobody"> {
  if (yes) return "yes";
  if (json || !stdin.isTTY || !stdout.isTTY) return over.length === 0 ? "yes" : "nobody";
  const which = over.length === 0 ? "" : `, ${over.length} of them over what is there`;
  const question = `\nWrite ${count} ${count === 1 ? "file" : "files"}${which}? [y/N] `;
  return (await saysYes(question, { input: stdin, output: stdout })) ? "yes" : "no";
}
