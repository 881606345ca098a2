import type { CounterLimits } from "./counter-test.ts";
import type { Subject } from "./question.ts";
import type { Limits } from "./sequential-test.ts";

/** What the counts are judged by. */
export interface Judging {
  readonly subject: Subject;
  readonly limits: Limits;
  readonly minEvents: number;
  /** What the time before the release said, where somebody looked. */
  readonly before?: string;
  /** Where it is set, failures are judged by the hour, and not by the attempt. */
  readonly counter?: CounterLimits | undefined;
  /** What slow attempts are held to, where it is asked how long they took. */
  readonly slow?: Limits | undefined;
  /** How long the release has been counted, in ms. */
  readonly elapsed: number;
  /** How long each required event must stay away before chance explains it no more (ms), and what that is. */
  readonly silence?: { readonly after: Readonly<Record<string, number>>; readonly is: "watch" | "fail" };
  /** Whether it was so ill then that a rollback would bring back no better. */
  readonly wasIll?: boolean;
  /** Whether nobody will look again: what is open then is inconclusive. */
  readonly last: boolean;
}
