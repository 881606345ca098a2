import type { JsonSteps } from "./json-path.ts";

/** What is asked: a path of the address under test, or a function or an RPC of the project. */
export interface Asked {
  readonly kind: "path" | "function" | "rpc";
  readonly what: string;
  readonly method: string;
}

/** What must hold of an answer, as declared: names in braces are not filled in yet. */
export interface Expectation {
  /** None is any from 200 to 299. */
  readonly status: readonly number[];
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly json: readonly (readonly [path: string, steps: JsonSteps, value: unknown])[];
  /** There, and not null. */
  readonly exists: readonly (readonly [path: string, steps: JsonSteps])[];
  /** Not there, or null. */
  readonly absent: readonly (readonly [path: string, steps: JsonSteps])[];
  readonly text: readonly string[];
  readonly noText: readonly string[];
}

/** One request and what must hold of its answer. */
export interface Probe {
  readonly name: string;
  /** Where it is declared: `rollout.yml:12:3`. */
  readonly place: string | undefined;
  readonly asked: Asked;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly tags: readonly string[];
  /** Values of its answer that later probes use, by name. */
  readonly capture: readonly (readonly [name: string, path: string, steps: JsonSteps])[];
  /** Names of what earlier probes captured. */
  readonly uses: readonly string[];
  readonly expect: Expectation;
}

/** «POST function finalizeAssessment» */
export function requestOf({ asked: { kind, what, method } }: Probe): string {
  return kind === "path" ? `${method} ${what}` : `${method} ${kind} ${what}`;
}
