import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Stack, startStack } from "../bundle/stack.ts";
import { serveLoopback } from "../support/serve-loopback.ts";
import { keepTime } from "./silence/keep.ts";
import { type Told, type Waited, leftOpen, problemsOf, runToEnd, wait } from "./silence/play.ts";
import { type Mood, databaseMoods, moods } from "../support/serve-silent.ts";
import { type Service, endings, marker, services } from "./silence/services.ts";

/** `TIME=all` tries every service in every mood; else each in the first, and in another one from day to day. */
const whole = process.env["TIME"] === "all";
const day = Number(process.env["TIME_SEED"] ?? Math.floor(Date.now() / 86_400_000));
/** `TIME_SAVE=1` keeps what the whole gave for docs/reliability.md. */
const saves = whole && process.env["TIME_SAVE"] === "1";
/** Words of a title: that case alone. */
const only = process.env["TIME_CASE"] ?? "";

interface Case {
  readonly title: string;
  readonly service: Service;
  readonly mood: Mood;
}

const all: readonly Case[] = services.flatMap((service, index) => {
  const of = service.speaks === "http" ? moods : databaseMoods;
  return of
    .filter((_, at) => whole || at === 0 || at === 1 + ((day + index) % (of.length - 1)))
    .map((mood) => ({ title: `${service.action}: ${service.name} ${mood.name}`, service, mood }));
});
const cases = all.filter(({ title }) => title.includes(only));

const waited = new Map<Case, Waited>();
const ended = new Map<string, Told>();
let stack: Stack;
let web: Awaited<ReturnType<typeof serveLoopback>>;

beforeAll(async () => {
  stack = await startStack();
  const page = `<!doctype html><head><meta name="rollout-build" content="${marker}"></head>`;
  web = await serveLoopback((_, response) => void response.end(page));
  const end = async (action: string): Promise<void> =>
    void ended.set(action, await runToEnd(stack, action, { inputs: endings[action] ?? {} }));
  const play = (some: readonly Case[]) =>
    some.map((one) => async () => {
      waited.set(one, await wait({ stack, web: web.url }, one.service, one.mood));
    });
  const afterwards = ["observe", "rollback"];
  const late = cases.filter(({ service }) => afterwards.includes(service.action));
  await sixAtOnce(play(cases.filter((one) => !late.includes(one))));
  // What is observed, or would be taken back, must be live.
  for (const action of ["deploy-functions", "deploy-web"]) await end(action);
  const others = Object.keys(endings).filter((action) => !ended.has(action));
  await sixAtOnce([...others.map((action) => () => end(action)), ...play(late)]);
  const kept = [...waited].map(([{ service }, one]) => ({ service, waited: one }));
  if (saves) await keepTime(kept, ended);
}, 600_000);
afterAll(() => Promise.all([stack.close(), web.close()]));

/** Each waits much longer than it works. */
async function sixAtOnce(some: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...some];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

test.each(cases)("within its limit and 5 s, and with nothing left open, ends $title", (one) => {
  const played = waited.get(one);
  if (played === undefined) throw new Error("was not played");
  expect(problemsOf(played)).toEqual([]);
});

test.each(Object.keys(endings))("%s that nothing hinders leaves nothing open", (action) => {
  const told = ended.get(action);
  expect(told?.ran.errors.filter((error) => !/^PR\d{3}: /.test(error))).toEqual([]);
  expect(leftOpen(told?.ended)).toEqual([]);
});
