import { tmpdir } from "node:os";
import { resolve } from "node:path";
import * as core from "@actions/core";
import type { Config } from "../config/config.ts";
import { systemClock } from "../ports/clock.ts";
import { connectGitHub, runContext } from "../ports/github.ts";
import { systemHttp } from "../ports/http.ts";
import { postgresUntil } from "../ports/live-database.ts";
import { liveExec } from "../ports/live-exec.ts";
import type { Log } from "../ports/log.ts";
import { ofCommit } from "./checked-out.ts";
import { emitter } from "./emit.ts";
import { type Permission, neededOnGitHub } from "./permission.ts";
import { type GetInput, readInputs } from "./read-inputs.ts";
import type { Runtime } from "./runtime.ts";

/** The world of an action on a runner, which needs these `permissions`. Nothing heavy is loaded before it is used. */
export function liveRuntime(
  get: GetInput,
  config: Config,
  log: Log,
  signal: AbortSignal,
  permissions: readonly Permission[],
): Runtime {
  const env = process.env;
  const context = ofCommit(runContext(env), get("commit"));
  // What is planned for a look only reads, and needs no more.
  const onlyLooks = context.event.startsWith("pull_request") || !["", "false"].includes(get("drift"));
  const needs = onlyLooks ? [] : neededOnGitHub(permissions);
  return {
    clock: systemClock,
    http: systemHttp,
    log,
    exec: liveExec((text) => process.stdout.write(text)),
    connect: postgresUntil(signal),
    github: (token, patience) => {
      const own = patience === undefined ? signal : AbortSignal.any([signal, patience]);
      return connectGitHub(token, context, { clock: systemClock, log, signal: own, needs });
    },
    context,
    env,
    root: resolve(env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || "."),
    temp: env["RUNNER_TEMP"] ?? tmpdir(),
    signal,
    section: (name, inputs) => readInputs(name, inputs, get, { ...config, issues: [] }),
    sections: config.sections,
    emit: emitter(env["GITHUB_OUTPUT"], core.setOutput),
  };
}
