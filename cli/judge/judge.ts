import { advisorVisit } from "../../kit/advisors/look.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { isRefused } from "../../kit/judge/finding.ts";
import { judge as judgeFiles } from "../../kit/judge/judge.ts";
import { loadParser } from "../../kit/judge/parser.ts";
import { byBytes } from "../../kit/parts/database/files/order-files.ts";
import { runCommand } from "../command.ts";
import { painter } from "../paint.ts";
import { fromReplay } from "./from-replay.ts";
import { type Folder, readFolder } from "./folder.ts";
import { type JudgeOptions, judgeUsage, readJudgeOptions } from "./options.ts";
import { writeSarif } from "./write-sarif.ts";
import { type FileVerdict, asJson, asText } from "./say.ts";

type Terminal = Pick<NodeJS.Process, "stdout" | "stderr" | "cwd" | "env">;

const refused = 1;

/** `prism-rollout judge`: reads, judges, says. Changes nothing. Returns the exit status. */
export async function judge(args: readonly string[], terminal: Terminal): Promise<number> {
  const run = (options: JudgeOptions): Promise<number> => judgeAndSay(options, terminal);
  return await runCommand(args, terminal, { usage: judgeUsage, read: readJudgeOptions, run });
}

async function judgeAndSay(options: JudgeOptions, { stdout, cwd, env }: Terminal): Promise<number> {
  const folder = await readFolder(cwd(), options.directory);
  const { verdicts, summary } = await judgeFolder(folder, options, env);
  if (options.sarif !== undefined) await writeSarif(options.sarif, verdicts, folder.issues, cwd());
  const bad =
    folder.issues.length > 0 || verdicts.some(({ findings, problem }) => problem || findings.some(isRefused));
  const paint = painter(stdout, env);
  if (options.json) stdout.write(asJson(verdicts, folder.issues));
  else if (bad || !options.quiet) stdout.write(asText(verdicts, folder.issues, { summary, paint }));
  return bad ? refused : 0;
}

async function judgeFolder(
  { files }: Folder,
  { applied, each, shadow, shadowDatabaseUrl }: JudgeOptions,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly verdicts: readonly FileVerdict[]; readonly summary: readonly string[] }> {
  if (applied !== undefined) refuseUnknown(applied, files);
  const isHistory = ({ version }: { version: string | undefined }): boolean =>
    applied !== undefined && version !== undefined && byBytes(version, applied) <= 0;
  const pending = files.filter((file) => !isHistory(file));
  const history = files.filter(isHistory);
  const parser = await loadParser();
  const judged = judgeFiles(parser, pending, { history, whole: true, each });
  const visit = advisorVisit({ each });
  const replayed = shadow
    ? await (
        await import("./replay.ts")
      ).replay(parser, { history, pending, each }, visit, { env, shadowDatabaseUrl })
    : { because: "the shadow database is turned off" };
  const advice = visit.found().files;
  const verdicts = pending.map((file, index): FileVerdict => {
    const { findings = [] } = judged[index] ?? {};
    const { left, found, unverified } = fromReplay(parser, file, replayed, index, findings);
    return {
      file: file.path,
      findings: [...left, ...found],
      advice: advice.get(index) ?? [],
      unverified: file.problem === undefined ? unverified : [file.problem, ...unverified],
      problem: file.problem !== undefined,
    };
  });
  return { verdicts, summary: "because" in replayed ? [] : replayed.summary };
}

function refuseUnknown(applied: string, files: Folder["files"]): void {
  if (files.some(({ version }) => version === applied)) return;
  throw new UserError(
    "PR417",
    `No file has the version ${applied} that --applied names.`,
    `Write it as in the file's name; the last one is ${files.at(-1)?.version ?? "(there is none)"}.`,
  );
}
