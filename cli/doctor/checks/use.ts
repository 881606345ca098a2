import { isObject } from "../../../kit/ports/json-object.ts";

/** A job of a workflow, as far as it is looked at. All of it is somebody's text. */
export interface CallingJob {
  readonly uses?: unknown;
  readonly with?: unknown;
  readonly secrets?: unknown;
  readonly permissions?: unknown;
  readonly steps?: unknown;
}

/** A use of this suite: where it stands, and what of it is used at which ref. */
export interface Use {
  readonly file: string;
  readonly job: string;
  /** `.github/workflows/rollout.yml`, `actions/plan`, or empty for the chain in one job. */
  readonly part: string;
  readonly ref: string;
  readonly called: CallingJob;
  /** What the job may do: its own permissions, else the workflow's. */
  readonly permissions: unknown;
}

/** A mapping of somebody's YAML; empty for anything else. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? { ...value } : {};
}
