import type { SqlParser } from "../judge/parser.ts";
import type { Clock } from "../ports/clock.ts";
import type { Connect } from "../ports/database.ts";
import type { Exec } from "../ports/exec.ts";
import type { GitHub, RunContext } from "../ports/github.ts";
import type { Http } from "../ports/http.ts";
import type { Log } from "../ports/log.ts";
import type { Report } from "./report.ts";
import type { Inputs, OutputsOf, Spec, ValuesOf } from "./spec.ts";

/** The world, as an action may touch it. Each action names what it uses with `Pick<Runtime, …>`. */
export interface Runtime {
  readonly clock: Clock;
  readonly http: Http;
  readonly log: Log;
  readonly exec: Exec;
  readonly connect: Connect;
  /** GitHub for this repository; loads its client on the first call. `patience` ends it before the job does. */
  readonly github: (token: string, patience?: AbortSignal) => Promise<GitHub>;
  readonly context: RunContext;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the stack: the workspace and `working-directory`. */
  readonly root: string;
  /** Absolute path of a folder that is gone after the job. */
  readonly temp: string;
  /** Aborted when the runner asks the job to stop. */
  readonly signal: AbortSignal;
  /** Reads the inputs of another section of `rollout.yml`, as `plan` does for the phases that it plans. */
  readonly section: <I extends Inputs>(name: string, inputs: I) => ValuesOf<I>;
  /** The sections that `rollout.yml` has for this target. */
  readonly sections: readonly string[];
  /** Sets outputs at once, before a risky call: outputs of failed and cancelled jobs still arrive. */
  readonly emit: (outputs: Readonly<Record<string, string>>) => void;
  /** PostgreSQL's parser, for a process that needs it more than once; otherwise whoever needs it loads it. */
  readonly parser?: () => Promise<SqlParser>;
}

/** What an action comes to. A verdict other than `pass` fails the step with the report's reason. */
export interface Done<S extends Spec> {
  readonly outputs: OutputsOf<S>;
  readonly report: Report;
}
