import type { Runtime } from "../../action/runtime.ts";
import type { BrowserCookie } from "./access.ts";

export type SuiteWorld = Pick<
  Runtime,
  "exec" | "env" | "root" | "temp" | "signal" | "clock" | "http" | "log"
>;

/** Which tests, and against what. */
export interface SpecRun {
  /** Names this run's files: `staged`, `production`, `list`. */
  readonly name: string;
  /** In whose artifact its files are kept. */
  readonly action: "smoke" | "deploy-web" | "rollback";
  /** The address under test, without a path. */
  readonly origin: string;
  /** Only the tests that have it; not every suite has one. */
  readonly tag?: string | undefined;
  /** What lets a browser in, where the address is protected. */
  readonly cookies?: readonly BrowserCookie[];
  /** Only collects the tests: proves that the configuration loads and what there is to run. */
  readonly listOnly?: boolean;
  /** A folder of blob reports that were made elsewhere: they are judged, and nothing is run. */
  readonly blobs?: string | undefined;
}
