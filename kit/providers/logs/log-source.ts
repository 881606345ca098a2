import type { UserError } from "../../errors/user-error.ts";

/** A function as it was live: what it logs is told apart from what other versions log. */
export interface FunctionVersion {
  readonly id: string;
  readonly slug: string;
  readonly version: number;
}

/** A function whose logs are counted: of one version, or where none is named of whichever was live. */
export type CountedFunction = Pick<FunctionVersion, "id" | "slug"> &
  Partial<Pick<FunctionVersion, "version">>;

/** What is counted: entries that the functions of a release logged, from `from` on and before `until` (ms since 1970). */
export interface Question {
  readonly from: number;
  readonly until: number;
  readonly functions: readonly CountedFunction[];
  /** Whether it is the time before the release: of whichever release was live then. */
  readonly before?: boolean;
  /** Required fields by event. */
  readonly events: Readonly<Record<string, readonly string[]>>;
  /** Events that mean that their attempt has failed. */
  readonly failures: readonly string[];
  /** The field that holds an entry's event. */
  readonly eventField: string;
  /** The fields that together tell one attempt from another. */
  readonly attemptKey: readonly string[];
  /** The field that is `true` in what no real user caused. */
  readonly syntheticField: string;
  /** The field in which entries say how many ms their attempt took, and above how many it was slow. */
  readonly latency?: { readonly field: string; readonly limit: number };
}

/** How many of how many. */
export interface Share {
  readonly failed: number;
  readonly attempts: number;
}

/** What a log source counted. Attempts are distinct ones, however often each was logged. */
export interface Tally {
  readonly real: Share;
  readonly synthetic: Share;
  /** Entries that name no attempt. */
  readonly withoutKey: number;
  /** Entries that name a failure but cannot be read: cut off, or never JSON. */
  readonly unreadable?: number;
  /** What the source could not count, a sentence each: nothing passes with that. */
  readonly uncounted?: readonly string[];
  /** Real attempts that say how long they took, and of them (`failed`) those that took too long; where it was asked for. */
  readonly slow?: Share;
  readonly events: Readonly<Record<string, EventTally>>;
}

export interface EventTally {
  /** Real attempts with at least one entry. */
  readonly attempts: number;
  readonly entries: number;
  /** Entries that lack a required field, by field. */
  readonly missing: Readonly<Record<string, number>>;
}

/** Calls of the functions, and those of them that ended with 500 or more. */
export interface Calls {
  readonly calls: number;
  readonly failed: number;
}

/** What one look came to. A failure that is `final` will not pass by itself; else it may be asked again after `wait` ms. */
export type Look<T> =
  { readonly value: T } | { readonly error: UserError; readonly wait: number; readonly final: boolean };

/** A place that keeps logs and counts in them. Foreseeable failures are results, never thrown. */
export interface LogSource {
  /** What is this release's: what its functions log in their versions, what bears its name, or all since it went live. */
  readonly attributes: "function" | "release" | "time";
  /** False where the questions name this release, so that what was before it cannot be counted. */
  readonly looksBack?: boolean;
  /** What its counts are not, a line of evidence each. */
  readonly says?: readonly string[];
  tally(question: Question): Promise<Look<Tally>>;
  /** Where the source does not know the calls, it is not there. */
  calls?(question: Question): Promise<Look<Calls>>;
  /** Attempts between each two of these moments (ms since 1970); absent where a source cannot tell. */
  timeline?(question: Question, edges: readonly number[]): Promise<Look<readonly Share[]>>;
  /** Whether an entry has arrived that bears this name, in its text or in the path of its request; absent where a source cannot tell. */
  sees?(name: string, from: number, until: number): Promise<Look<boolean>>;
  /** Where a person sees the same query. */
  link(question: Question): string;
}
