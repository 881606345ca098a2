import type { SourceName } from "../../../kit/providers/logs/names.ts";
import type { ObservedProject } from "../observed-project.ts";

/** What somebody did, before it is written in any source's own way. */
export interface Happened {
  readonly session: string;
  readonly event: "done" | "failure";
  /** ms since 1970. */
  readonly at: number;
  /** Whose release it was, where it is not the one that is observed. */
  readonly of?: "another";
  readonly synthetic?: boolean;
  /** Without its required field. */
  readonly lacking?: boolean;
  /** The entry was cut off within. */
  readonly cut?: boolean;
  readonly ms?: number;
}

export interface StandInFault {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Nothing is ever answered. */
  readonly silent?: true;
}

/** What a stand-in is told. */
export interface Speaks {
  readonly project: ObservedProject;
  readonly happened: readonly Happened[];
  readonly fault: () => StandInFault | undefined;
}

type Given = Readonly<Record<string, string>>;

export interface RunningSource {
  readonly given: Given;
  readonly asked: () => number;
  close(): Promise<void>;
}

/** What the suite expects of a source: what it knows, and how it says what. */
export interface SourceFixture {
  readonly name: SourceName;
  /** Whether it tells an attempt from its retries. */
  readonly distinct: boolean;
  /** What fields it sees: required ones, the synthetic one, how long an attempt took. */
  readonly fields: boolean;
  /** Queries besides, where it sees how long attempts took; undefined where it cannot. */
  readonly latency: string | undefined;
  /** By what an entry is this release's. */
  readonly attributes: "function" | "release" | "time";
  /** An answer with an error inside a 200, and what is said of it. */
  readonly errorInside: StandInFault;
  /** Answers that hold no counts, or half of them. */
  readonly garbage: readonly (readonly [string, string])[];
  readonly wrongToken: Given;
  /** Inputs that name something which is not there, made of those that name it. */
  readonly unknown: (given: Given) => Given;
  start(speaks: Speaks): Promise<RunningSource>;
}
