import { UserError } from "../../kit/errors/user-error.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type GitHub, connectGitHub } from "../../kit/ports/github.ts";
import type { Log } from "../../kit/ports/log.ts";
import { type EnvironmentChange, isNothing } from "../../kit/release/environments/make/change.ts";
import { type Request, differenceOf } from "../../kit/release/environments/make/difference.ts";
import { makeEnvironments, refuseUnkept } from "../../kit/release/environments/make/make.ts";
import { sayCount, sayDifference } from "../../kit/release/environments/make/say.ts";
import { saysYes } from "../ask.ts";
import { type EnvironmentsOptions, environmentsUsage, readEnvironmentsOptions } from "./options.ts";
import { placeOf } from "./place.ts";
import { wishesOf } from "./wishes.ts";

type Terminal = Pick<NodeJS.Process, "stdin" | "stdout" | "stderr" | "env" | "cwd">;

const wrongUsage = 64;
const refused = 1;

/** `prism-rollout environments`: shows the difference, asks, makes it. Returns the exit status. */
export async function environments(args: readonly string[], terminal: Terminal): Promise<number> {
  const { stdout, stderr } = terminal;
  const options = readEnvironmentsOptions(args);
  if (options === "help") {
    stdout.write(environmentsUsage);
    return 0;
  }
  if ("wrong" in options) {
    stderr.write(`${options.wrong}\n\n${environmentsUsage}`);
    return wrongUsage;
  }
  const over = new AbortController();
  try {
    return await showAndMake(options, terminal, over.signal);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    stderr.write(`${error.code}: ${error.message}\n${error.fix}\n`);
    return refused;
  } finally {
    // What is still asked, and would be asked again, has nobody to tell.
    over.abort();
  }
}

async function showAndMake(
  options: EnvironmentsOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { stdout, stderr, cwd } = terminal;
  const say = (line: string): void => void stdout.write(`${line}\n`);
  const requests = await wishesOf(options, cwd());
  const github = await connect(options, terminal, signal);
  const all = await Promise.all(requests.map((request) => differenceOf(github, request)));
  all.forEach((changes, index) => sayDifference(requests[index]?.target ?? "", changes).forEach(say));
  const changes = all.flat();
  say(`\n${sayCount(changes)}`);
  if (options.dryRun || changes.every(isNothing)) return 0;
  const answer = options.yes ? "yes" : await ask(terminal);
  if (answer === "nobody") {
    stderr.write("Nobody can be asked here: add --yes to make these changes. Nothing was changed.\n");
    return wrongUsage;
  }
  if (answer === "no") {
    say("Nothing was changed.");
    return refused;
  }
  return await make({ github, requests, changes, say });
}

async function make({
  github,
  requests,
  changes,
  say,
}: {
  readonly github: GitHub;
  readonly requests: readonly Request[];
  readonly changes: readonly EnvironmentChange[];
  readonly say: (line: string) => void;
}): Promise<number> {
  const left = await makeEnvironments(github, changes, say);
  for (const line of left) say(line);
  const again = await Promise.all(requests.map((request) => differenceOf(github, request)));
  refuseUnkept(again.flat(), left);
  say(left.length === 0 ? "They hold now: GitHub was asked again." : "The rest is for a person to do.");
  return 0;
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
