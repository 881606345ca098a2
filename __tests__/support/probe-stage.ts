import type { IncomingMessage, ServerResponse } from "node:http";
import { spec } from "../../actions/smoke/spec.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { type ProbesResult, runProbes } from "../../kit/parts/checks/probes/run-probes.ts";
import { inputsFrom } from "./inputs-of.ts";
import { serveLoopback } from "./serve-loopback.ts";
import { type TestWorld, testWorld } from "./test-world.ts";

/** What a server of a test was asked, and with what. */
export interface AskedOf {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface ProbeStage {
  readonly url: string;
  readonly asked: readonly AskedOf[];
  readonly world: TestWorld;
  /** Inputs of smoke whose origin, functions and REST are this server. */
  readonly inputs: (probes: unknown, given?: Readonly<Record<string, string>>) => InputsOf<typeof spec>;
  close(): Promise<void>;
}

/** A server that answers probes, and a world without waits; how often its `/` is asked is not told. */
export async function probeStage(
  answer: (asked: AskedOf, response: ServerResponse, number: number) => void,
): Promise<ProbeStage> {
  const asked: AskedOf[] = [];
  const server = await serveLoopback((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const one = { method, url, headers, body: Buffer.concat(parts).toString() };
      if (url !== "/") asked.push(one);
      if (url === "/") response.end("<h1>PRISM</h1>");
      else answer(one, response, asked.length);
    });
  });
  const world = await testWorld();
  const clock = { ...world.clock, sleep: () => Promise.resolve() };
  const common = {
    install: "none",
    "install-browsers": "none",
    origins: server.url,
    "functions-url": `${server.url}/functions/v1`,
    "publishable-key": "sb_publishable_1",
  };
  return {
    url: server.url,
    asked,
    world: { ...world, clock },
    inputs: (probes, given = {}) =>
      inputsFrom(spec.inputs, { ...common, probes: JSON.stringify(probes), ...given }),
    close: server.close,
  };
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

type Answering = Parameters<typeof probeStage>[0];

export async function onStage<T>(answer: Answering, work: (stage: ProbeStage) => Promise<T>): Promise<T> {
  const stage = await probeStage(answer);
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

/** What becomes of all probes on a server that answers so. */
export function run(
  probes: unknown,
  answer: Answering,
  given: Readonly<Record<string, string>> = {},
): Promise<ProbeStage & { readonly result: ProbesResult }> {
  return onStage(answer, async (stage) => {
    const result = await runProbes(stage.inputs(probes, given), { origin: stage.url }, stage.world);
    if (result === undefined) throw new Error("there was no probe to ask");
    return { result, ...stage };
  });
}

export const said = ({ rows }: ProbesResult): readonly string[] =>
  rows.map(({ is, said: what }) => `${is}: ${what}`);
