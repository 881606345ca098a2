import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "@jest/globals";
import { systemClock } from "../../../kit/ports/clock.ts";
import {
  type Again,
  allJobs,
  type Answer,
  type Arrival,
  loadWorkflow,
  play,
  type Play,
  type PlayEvent,
  type PlayResult,
  type Repository,
  type Workflow,
  type World,
} from "../../../rehearsal/player/player.ts";

const root = mkdtempSync(join(tmpdir(), "player-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

export const suite = "OWNER/prism-rollout";

/** An action in a folder of the suite, whose program is `main`, with the inputs and outputs that it declares. */
export function nodeAction(
  name: string,
  main: string,
  { inputs = "{}", outputs = "{}", more = "" }: { inputs?: string; outputs?: string; more?: string } = {},
): Files {
  return {
    [`actions/${name}/action.yml`]: `name: ${name}
description: for a test
inputs: ${inputs}
outputs: ${outputs}
runs: { using: node24, main: ../../dist/${name}.js${more} }
`,
    [`dist/${name}.js`]: main,
    "dist/package.json": '{"type":"commonjs"}',
  };
}

/** The first lines of an action's program that wants to tell its outputs. */
export const tell = `const { appendFileSync } = require("node:fs");
const set = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, name + "=" + value + "\\n");
`;

export interface Stage {
  readonly folder: string;
  readonly world: World;
  readonly suite: Repository;
  load(text: string, path?: string): Promise<Workflow>;
}

/** A folder with the suite's files, and a world around it whose gates are all open. */
export function stage(files: Files, overrides: Partial<World> = {}): Stage {
  const folder = mkdtempSync(join(root, "stage-"));
  for (const [path, text] of Object.entries(files)) write(join(folder, "suite", path), text);
  mkdirSync(join(folder, "app"), { recursive: true });
  const ours: Repository = { name: suite, ref: "v1", sha: "5".repeat(40), folder: join(folder, "suite") };
  const app: Repository = {
    name: "acme/prism",
    ref: "refs/heads/main",
    sha: "a".repeat(40),
    folder: join(folder, "app"),
  };
  const world: World = {
    repository: app.name,
    sha: app.sha,
    ref: app.ref,
    actor: "ada",
    runId: 71,
    runNumber: 3,
    runAttempt: 1,
    urls: { server: "http://127.0.0.1:1", api: "http://127.0.0.1:1/api" },
    secrets: {},
    vars: {},
    env: { PATH: process.env["PATH"] ?? "", HOME: folder },
    node: process.execPath,
    temp: join(folder, "temp"),
    find: (name) => (name === suite ? ours : undefined),
    builtins: new Map(),
    gatekeeper: openGates,
    tokenFor: (job) => `ghs_${job}`,
    clock: systemClock,
    patience: { interrupt: 400, terminate: 200, cancel: 5000, minute: 60_000 },
    onSpawn: () => () => {},
    ...overrides,
  };
  const load = (text: string, path = ".github/workflows/release.yml"): Promise<Workflow> =>
    loadWorkflow({ text, path, home: app }, world);
  return { folder, world, suite: ours, load };
}

/** Lets everyone through. */
export const openGates = { arrive: async (): Promise<Answer> => ({ approved: true, secrets: {}, vars: {} }) };

/** Gates that ask a function. */
export function gates(answer: (arrival: Arrival) => Answer | Promise<Answer>): World["gatekeeper"] {
  return { arrive: async (arrival) => answer(arrival) };
}

/** What a play did: its result, its events, and the result of each job by key. */
export interface Played {
  readonly result: PlayResult;
  readonly events: readonly PlayEvent[];
  readonly results: Readonly<Record<string, string>>;
  readonly log: readonly string[];
  readonly annotations: readonly string[];
  output(job: string, name: string): string | undefined;
}

/** Plays a workflow's text to the end. `during` sees each event and may act on the play. */
export async function playText(
  on: Stage,
  text: string,
  {
    event = "push",
    inputs = {},
    again,
    during = () => {},
  }: {
    event?: string;
    again?: Again;
    inputs?: Readonly<Record<string, string | number | boolean>>;
    during?: (event: PlayEvent, running: Play) => void;
  } = {},
): Promise<Played> {
  const workflow = await on.load(text);
  const events: PlayEvent[] = [];
  const running: Play = play({
    workflow,
    event: { name: event, payload: {} },
    inputs,
    again,
    world: on.world,
    onEvent: (one) => {
      events.push(one);
      during(one, running);
    },
  });
  const result = await running.finished;
  const jobs = allJobs(result.jobs);
  return {
    result,
    events,
    results: Object.fromEntries(jobs.map((job) => [job.key, job.result])),
    log: events.flatMap((one) => (one.kind === "log" ? [one.line] : [])),
    annotations: events.flatMap((one) => (one.kind === "annotation" ? [`${one.level}: ${one.message}`] : [])),
    output: (key, name) => jobs.find((job) => job.key === key)?.outputs[name],
  };
}

/** Plays one job of some steps. */
export function steps(text: string, more = "", overrides: Partial<World> = {}, files = {}): Promise<Played> {
  const indented = text.trim().replace(/^/gm, "      ");
  return playText(
    stage(files, overrides),
    `name: One\non: push\njobs:\n  one:\n    runs-on: u\n${more.replace(/^(?=.)/gm, "    ")}\n    steps:\n${indented}\n`,
  );
}

/** A play's annotations, one a line. */
export const annotated = (played: Played): string => played.annotations.join("\n");

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
