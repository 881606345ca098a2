import type { Skipped } from "../world/skipped.ts";
import type { OwnRepository } from "./repository.ts";
import type { Wanted } from "./wanted.ts";

/** What a world of somebody's own repository is started from. */
export interface OwnOrder {
  readonly repository: OwnRepository;
  readonly wanted: Wanted;
  /** Values for the functions' environment, by name. */
  readonly given: Readonly<Record<string, string>>;
  /** Folder into which the report goes; it is no part of the release. */
  readonly out: string;
  readonly skip: Skipped | undefined;
  /** Command line that uses the release while it is observed. */
  readonly traffic: string | undefined;
  /** The environment of this process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}
