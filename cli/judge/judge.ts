import { UserError } from "../../kit/errors/user-error.ts";
import { isRefused } from "../../kit/judge/finding.ts";
import { judge as judgeFiles } from "../../kit/judge/judge.ts";
import { loadParser } from "../../kit/judge/parser.ts";
import { byBytes } from "../../kit/parts/database/order-files.ts";
import { type Folder, readFolder } from "./folder.ts";
import { type JudgeOptions, judgeUsage, readJudgeOptions } from "./options.ts";
import { type FileVerdict, asJson, asText } from "./say.ts";

type Terminal = Pick<NodeJS.Process, "stdout" | "stderr" | "cwd">;

const wrongUsage = 64;
const refused = 1;

/** `prism-rollout judge`: reads, judges, says. Changes nothing. Returns the exit status. */
export async function judge(args: readonly string[], { stdout, stderr, cwd }: Terminal): Promise<number> {
  const options = readJudgeOptions(args);
  if (options === "help") {
    stdout.write(judgeUsage);
    return 0;
  }
  if ("wrong" in options) {
    stderr.write(`${options.wrong}\n\n${judgeUsage}`);
    return wrongUsage;
  }
  try {
    const folder = await readFolder(cwd(), options.directory);
    const verdicts = await judgeFolder(folder, options);
    stdout.write(options.json ? asJson(verdicts, folder.issues) : asText(verdicts, folder.issues));
    const bad =
      folder.issues.length > 0 ||
      verdicts.some(({ findings, problem }) => problem || findings.some(isRefused));
    return bad ? refused : 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stderr.write(`${error.code}: ${error.message}\n${error.fix}\n`);
    return refused;
  }
}

async function judgeFolder(
  { files }: Folder,
  { applied, each, shadow }: JudgeOptions,
): Promise<readonly FileVerdict[]> {
  if (applied !== undefined) refuseUnknown(applied, files);
  const isHistory = ({ version }: { version: string | undefined }): boolean =>
    applied !== undefined && version !== undefined && byBytes(version, applied) <= 0;
  const pending = files.filter((file) => !isHistory(file));
  const judged = judgeFiles(await loadParser(), pending, { history: files.filter(isHistory), each });
  const unverified = [
    shadow
      ? "nothing was replayed: no shadow database is used yet, so effects are judged from the text"
      : "nothing was replayed: the shadow database is turned off, so effects are judged from the text",
  ];
  return pending.map(({ path, problem }, index) => ({
    file: path,
    findings: judged[index]?.findings ?? [],
    unverified: problem === undefined ? unverified : [problem, ...unverified],
    problem: problem !== undefined,
  }));
}

function refuseUnknown(applied: string, files: Folder["files"]): void {
  if (files.some(({ version }) => version === applied)) return;
  throw new UserError(
    "PR417",
    `No file has the version ${applied} that --applied names.`,
    `Write it as in the file's name; the last one is ${files.at(-1)?.version ?? "(there is none)"}.`,
  );
}
