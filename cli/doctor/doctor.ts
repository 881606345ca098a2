import { tmpdir } from "node:os";
import { resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { hide } from "../../kit/notify/hide.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { type RunContext, connectGitHub, runContext } from "../../kit/ports/github.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { postgresUntil } from "../../kit/ports/live-database.ts";
import { liveExec } from "../../kit/ports/live-exec.ts";
import { runCommand } from "../command.ts";
import { placeOf } from "../environments/place.ts";
import { painter } from "../paint.ts";
import { type Check, failed, known } from "./check.ts";
import { cdnChecks } from "./checks/cdn.ts";
import { type Configuration, readConfiguration } from "./checks/configuration.ts";
import { databaseChecks } from "./checks/database.ts";
import { fileChecks } from "./checks/files.ts";
import { forgeChecks } from "./checks/forge.ts";
import { machineChecks } from "./checks/machine.ts";
import { observeChecks } from "./checks/observe.ts";
import { otherSecretChecks } from "./checks/other-secrets.ts";
import { packageChecks } from "./checks/package.ts";
import { supabaseChecks } from "./checks/supabase.ts";
import { webChecks } from "./checks/web.ts";
import { workflowChecks } from "./checks/workflows.ts";
import { liveLine } from "./live.ts";
import { type DoctorOptions, doctorUsage, readDoctorOptions } from "./options.ts";
import { type Row, type Running, runChecks } from "./run.ts";
import { asJson, asText, countOf } from "./say.ts";
import { secretValues } from "./secrets.ts";
import type { Target } from "./target.ts";
import { toldOnce } from "./told-once.ts";

type Terminal = Pick<NodeJS.Process, "stdout" | "stderr" | "env" | "cwd">;

/** Milliseconds that one question may take. */
const patience = 10_000;

/** `prism-rollout doctor`: asks everything at once, and tells it. Only reads. Returns the exit status. */
export async function doctor(
  args: readonly string[],
  terminal: Terminal,
  deadline = patience,
): Promise<number> {
  const run = (options: DoctorOptions): Promise<number> => askAndSay(options, terminal, deadline);
  return await runCommand(args, terminal, { usage: doctorUsage, read: readDoctorOptions, run });
}

async function askAndSay(options: DoctorOptions, terminal: Terminal, deadline: number): Promise<number> {
  const { stdout, env } = terminal;
  const asked = await askAll(options, terminal, deadline);
  const { targets } = asked;
  const rows = toldOnce(asked.rows);
  const secrets = secretValues(
    env,
    targets.map(({ name }) => name),
  );
  const safe = hide(rows, secrets);
  const text = (): string => asText(safe, painter(stdout, env), options.quiet);
  stdout.write(options.json ? asJson(safe, options.quiet) : text());
  return countOf(rows).fail > 0 ? 1 : 0;
}

async function askAll(
  options: DoctorOptions,
  { stderr, env, cwd }: Terminal,
  deadline: number,
): Promise<{ readonly rows: readonly Row[]; readonly targets: readonly Target[] }> {
  const root = resolve(cwd(), options.workingDirectory);
  const { config: file, target } = options;
  const configuration = await readConfiguration({ root, file, target, env });
  const { targets } = configuration;
  const place = await contextOf(options, cwd(), env);
  const context = place instanceof UserError ? runContext({}) : place;
  const line = liveLine(stderr, () => systemClock.now());
  const world: Running["world"] = (signal, log) => worldOf({ root, env, context }, signal, log);
  try {
    const checks = checksOf(configuration, place, env["GH_TOKEN"] ?? env["GITHUB_TOKEN"] ?? "");
    return { targets, rows: await runChecks(checks, { deadline, world, watcher: line }) };
  } finally {
    line.end();
  }
}

async function contextOf(
  options: DoctorOptions,
  folder: string,
  env: Terminal["env"],
): Promise<RunContext | UserError> {
  try {
    return await placeOf(options, folder, env);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

function checksOf(
  { targets, checks }: Configuration,
  place: RunContext | UserError,
  token: string,
): readonly Check[] {
  return [
    ...machineChecks(targets),
    ...checks,
    ...workflowChecks(targets),
    ...(place instanceof UserError
      ? [known("GitHub", failed("Repository", place, "warn"))]
      : forgeChecks(targets, token)),
    ...targets.flatMap((target) => targetChecks(target, token, targets.length > 1)),
  ];
}

/** What a section lacks is told of rollout.yml; then nothing of it is asked. */
function targetChecks(target: Target, token: string, several: boolean): readonly Check[] {
  const local = [fileChecks, packageChecks];
  const live = [supabaseChecks, databaseChecks, webChecks, cdnChecks, observeChecks, otherSecretChecks];
  const parts = [...local, ...live];
  return parts.flatMap((part) => {
    try {
      return part(target, token, several);
    } catch (error) {
      if (error instanceof UserError) return [];
      throw error;
    }
  });
}

interface Place {
  readonly root: string;
  readonly env: Terminal["env"];
  readonly context: RunContext;
}

/** The world of one question. Nothing in it writes to a runner, and nothing outlives the signal. */
function worldOf({ root, env, context }: Place, signal: AbortSignal, log: Runtime["log"]): Runtime {
  return {
    clock: systemClock,
    http: systemHttp,
    log,
    exec: liveExec(() => undefined),
    connect: postgresUntil(signal),
    github: (token) => connectGitHub(token, context, { clock: systemClock, log, signal }),
    context,
    env,
    root,
    temp: tmpdir(),
    signal,
    // A question knows which target it is about.
    section: () => {
      throw new Error("the world of a question has no target");
    },
    sections: [],
    emit: () => undefined,
  };
}
