import fc from "fast-check";
import { explain } from "../../kit/action/fail.ts";
import { type AnyReading, Broken } from "./reader.ts";

/** How the cases of one reading went. */
export interface Played {
  readonly name: string;
  readonly tried: number;
  readonly held: number;
  readonly seconds: number;
  /** What did not hold, at the smallest case that was found. */
  readonly problem?: string;
}

export interface Plan {
  readonly seed: number;
  readonly cases: number;
  /** Told before each case begins: whoever watches can say at which one a process was lost. */
  readonly note: (name: string, number: number) => void;
}

/** Longest that one case may take where nothing else runs is far below a second; a machine may be busy. */
const longestOfAll = 10_000;
const mostMemory = 1_500_000_000;

/** Plays so many cases of one reading; the first that does not hold is made as small as it can be. */
export async function play(
  { name, longest, gives, reads }: AnyReading,
  { seed, cases, note }: Plan,
): Promise<Played> {
  const began = performance.now();
  let number = 0;
  const property = fc.asyncProperty(gives, async (given) => {
    note(name, number);
    number += 1;
    await hold(given, reads, longest);
  });
  const { failed, numRuns, counterexample, errorInstance } = await fc.check(property, {
    seed,
    numRuns: cases,
  });
  const common = { name, tried: numRuns, seconds: (performance.now() - began) / 1000 };
  if (!failed) return { ...common, held: numRuns };
  const said = errorInstance instanceof Broken ? errorInstance.message : String(errorInstance);
  return {
    ...common,
    held: numRuns - 1,
    problem: `${said.slice(0, 1500)}\n  given: ${shown(counterexample?.[0])}`,
  };
}

/** The case of this number, as it was given before anything was made smaller. */
export function caseOf({ gives }: AnyReading, seed: number, number: number): string {
  return shown(fc.sample(gives, { seed, numRuns: number + 1 }).at(-1));
}

function shown(given: unknown): string {
  const text = written(given).replace(
    /(.{1,12}?)\1{9,}/gsu,
    (run, piece: string) => `${piece}«×${run.length / piece.length}»`,
  );
  return text.length > 1200 ? `${text.slice(0, 1200)}… (${text.length} characters)` : text;
}

/** What is nested deeper than a stack is cut at its depth. */
function written(given: unknown): string {
  try {
    return fc.stringify(given);
  } catch {
    return `${fc.stringify(cutAt(given, 30))} (cut at a depth of 30)`;
  }
}

function cutAt(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, 20).map((inner: unknown) => cutAt(inner, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cutAt(inner, depth - 1)]));
}

async function hold(
  given: unknown,
  reads: (given: unknown) => unknown,
  longest = longestOfAll,
): Promise<void> {
  const began = performance.now();
  try {
    const broken = await reads(given);
    if (broken instanceof Broken) throw broken;
  } catch (thrown) {
    if (thrown instanceof Broken) throw thrown;
    refuseBug(thrown);
  } finally {
    mendPrototypes();
  }
  const took = performance.now() - began;
  if (took > longest) throw new Broken(`took ${(took / 1000).toFixed(1)} s`);
  const { rss } = process.memoryUsage();
  if (rss > mostMemory) throw new Broken(`took ${Math.round(rss / 1e6)} MB`);
}

/** A person is told what to do, in a message that a page and an annotation have room for; anything else is our bug. */
export function refuseBug(thrown: unknown): void {
  const { message, next } = explain(thrown);
  if (message.startsWith("This is a bug")) {
    const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
    throw new Broken(`threw what is no refusal: ${message}\n${stack.split("\n").slice(0, 6).join("\n")}`);
  }
  const length = message.length + next.length;
  if (length > 60_000) throw new Broken(`refused in ${length} characters`);
}

/** How many names each prototype has of its own; what a case adds is taken away, so that the next one is judged alone. */
const prototypes = [Object, Array, Function, String, Number, Map, Set, Promise].map(({ prototype }) => ({
  prototype: prototype as object,
  names: new Set(Reflect.ownKeys(prototype as object)),
}));

function mendPrototypes(): void {
  for (const { prototype, names } of prototypes) {
    const all = Reflect.ownKeys(prototype);
    if (all.length === names.size) continue;
    const more = all.filter((key) => !names.has(key));
    for (const key of more) Reflect.deleteProperty(prototype, key);
    throw new Broken(`polluted a prototype: ${more.map(String).join(", ")}`);
  }
}
