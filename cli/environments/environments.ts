import { UserError } from "../../kit/errors/user-error.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type GitHub, connectGitHub } from "../../kit/ports/github.ts";
import type { Log } from "../../kit/ports/log.ts";
import { isNothing } from "../../kit/release/environments/make/change.ts";
import { differenceOf } from "../../kit/release/environments/make/difference.ts";
import { makeEnvironments, refuseUnkept } from "../../kit/release/environments/make/make.ts";
import { saysYes } from "../ask.ts";
import { runCommand, wrongUsage } from "../command.ts";
import { painter } from "../paint.ts";
import { type EnvironmentsOptions, environmentsUsage, readEnvironmentsOptions } from "./options.ts";
import { placeOf } from "./place.ts";
import { type Ended, type TargetChanges, asJson, sayAll } from "./say.ts";
import { wishesOf } from "./wishes.ts";

type Terminal = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd">;

const refused = 1;

/** `prism-rollout environments`: shows the difference, asks, makes it. Returns the exit status. */
export async function environments(args: readonly string[], terminal: Terminal): Promise<number> {
  const run = async (options: EnvironmentsOptions): Promise<number> => {
    const over = new AbortController();
    try {
      return await showAndMake(options, terminal, over.signal);
    } finally {
      // What is still asked, and would be asked again, has nobody to tell.
      over.abort();
    }
  };
  return await runCommand(args, terminal, { usage: environmentsUsage, read: readEnvironmentsOptions, run });
}

async function showAndMake(
  options: EnvironmentsOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { stdout, stderr, env, cwd } = terminal;
  const { json, quiet } = options;
  const say = (line: string): void => void (json || stdout.write(`${line}\n`));
  const requests = await wishesOf(options, cwd());
  const github = await connect(options, terminal, signal);
  const look = async (): Promise<readonly TargetChanges[]> =>
    await Promise.all(
      requests.map(async (request) => ({
        target: request.target,
        changes: await differenceOf(github, request),
      })),
    );
  const all = await look();
  sayAll(all, painter(stdout, env), quiet).forEach(say);
  const ended = await decideAndMake(options, terminal, { github, look, all, say });
  if (json) stdout.write(`${asJson(all, ended)}\n`);
  ended.left.forEach(say);
  if (ended.because !== "" && !json)
    (ended.status === wrongUsage ? stderr : stdout).write(`${ended.because}\n`);
  return ended.status;
}

interface Making {
  readonly github: GitHub;
  /** What the environments lack now. */
  readonly look: () => Promise<readonly TargetChanges[]>;
  readonly all: readonly TargetChanges[];
  readonly say: (line: string) => void;
}

async function decideAndMake(
  { dryRun, yes, json }: EnvironmentsOptions,
  terminal: Terminal,
  { github, look, all, say }: Making,
): Promise<Ended> {
  const changes = all.flatMap((one) => one.changes);
  const nothing = (status: number, because: string): Ended => ({ status, made: [], left: [], because });
  if (dryRun || changes.every(isNothing)) return nothing(0, "");
  const answer = yes ? "yes" : json ? "nobody" : await ask(terminal);
  if (answer === "nobody")
    return nothing(
      wrongUsage,
      "Nobody can be asked here: add --yes to make these changes. Nothing was changed.",
    );
  if (answer === "no") return nothing(refused, "Nothing was changed.");
  const left = await makeEnvironments(github, changes, say);
  const again = await look();
  refuseUnkept(
    again.flatMap((one) => one.changes),
    left,
  );
  const made = changes.filter((one) => !isNothing(one)).map(({ name }) => name);
  const because =
    left.length === 0 ? "They hold now: GitHub was asked again." : "The rest is for a person to do.";
  return { status: 0, made, left, because };
}

async function connect(
  options: EnvironmentsOptions,
  { env, cwd, stderr }: Terminal,
  signal: AbortSignal,
): Promise<GitHub> {
  const token = env["GH_TOKEN"] ?? env["GITHUB_TOKEN"] ?? "";
  if (token === "") {
    throw new UserError(
      "PR104",
      "There is no token: GH_TOKEN and GITHUB_TOKEN are empty.",
      "Set GH_TOKEN to the token of an admin of the repository (`gh auth token` prints one).",
    );
  }
  const context = await placeOf(options, cwd(), env);
  const log = logTo((line) => void stderr.write(`${line}\n`));
  return await connectGitHub(token, context, { clock: systemClock, log, signal });
}

function logTo(write: (line: string) => void): Log {
  return {
    info: write,
    debug: () => undefined,
    notice: write,
    warn: write,
    error: write,
    group: (_, work) => work(),
  };
}

async function ask({ stdin, stdout }: Terminal): Promise<"yes" | "no" | "nobody"> {
  if (!stdin.isTTY || !stdout.isTTY) return "nobody";
  const yes = await saysYes("Make these changes? [y/N] ", { input: stdin, output: stdout });
  return yes ? "yes" : "no";
}
