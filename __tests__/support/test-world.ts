import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { type SqlParser, loadParser } from "../../kit/judge/parser.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { connectGitHub, runContext } from "../../kit/ports/github.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { liveExec } from "../../kit/ports/live-exec.ts";
import { type RecordingLog, recordingLog } from "./recording-log.ts";

/** No test asks a registry, also on a machine that has no PostgreSQL. */
const withoutRegistry: Runtime["http"] = (url, init) =>
  String(url).includes("/@electric-sql/pglite/-/") && !String(url).startsWith("http://127.0.0.1:")
    ? Promise.reject(new Error("a test may not ask a registry"))
    : systemHttp(url, init);

/** One for all worlds of a test file: each that is loaded makes the collector walk through all that jest has loaded. */
let parser: Promise<SqlParser> | undefined;

/** An action's world with live ports, a recorded log, emitted outputs at hand and temp folders of its own. */
export interface TestWorld extends Runtime {
  readonly log: RecordingLog;
  readonly emitted: Record<string, string>;
}

/** `changes` replaces any part: a clock that does not wait, a root that holds a project, an API's address. */
export async function testWorld(
  changes: Partial<Runtime> & { readonly github_env?: Readonly<Record<string, string>> } = {},
): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const emitted: Record<string, string> = {};
  const { github_env: githubEnv = {}, ...rest } = changes;
  const context = runContext({
    GITHUB_REPOSITORY: "acme/prism",
    GITHUB_SHA: "0123456789abcdef0123456789abcdef01234567",
    GITHUB_RUN_ID: "42",
    ...githubEnv,
  });
  return {
    clock: systemClock,
    http: withoutRegistry,
    exec: liveExec(() => undefined),
    connect: connectPostgres,
    github: (token) => connectGitHub(token, context),
    context,
    env: { PATH: process.env["PATH"], HOME: folder },
    root: folder,
    temp: folder,
    signal: new AbortController().signal,
    section: (name, inputs) =>
      readInputs(name, inputs, () => "", { lookup: () => undefined, targets: [], sections: [], issues: [] }),
    sections: [],
    emit: (outputs) => void Object.assign(emitted, outputs),
    parser: () => (parser ??= loadParser()),
    ...rest,
    log: recordingLog(),
    emitted,
  };
}
