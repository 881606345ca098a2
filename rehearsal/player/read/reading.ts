import type { Template } from "../expressions/template.ts";
import type { Repository, Work } from "./model.ts";
import type { Problems } from "./problems.ts";
import type { Library } from "./library.ts";

/** What reading needs of the world. */
export interface Sources {
  /** The files of `OWNER/NAME` at a ref, or undefined when nobody may be asked for that repository. */
  readonly find: (repository: string, ref: string) => Repository | undefined;
  /** The third-party actions that the player stands in for, such as `actions/checkout`. */
  readonly builtins: ReadonlyMap<string, BuiltinShape>;
}

/** What is known of a built-in before it runs. */
export interface BuiltinShape {
  readonly inputs: Readonly<Record<string, string | undefined>>;
  readonly outputs: readonly string[];
}

/** All that is passed along while one load goes through its files. */
export interface Loading {
  readonly sources: Sources;
  readonly library: Library;
  readonly problems: Problems;
  /** The repository whose files a job checks out: `./path` in a step of any other one would miss. */
  readonly caller: string;
}

/** One file that is being read. */
export interface Reading {
  readonly problem: (line: number, message: string) => void;
  /** Resolves a step's `uses`, and reports what is wrong with it. */
  readonly work: (uses: string, inputs: Template | undefined, line: number) => Promise<Work>;
}

/** A step's `uses` with its `with`, where it stands. */
export interface WrittenUse {
  readonly uses: string;
  readonly inputs: Template | undefined;
  readonly line: number;
}

/** The file that says it. */
export interface SayingFile {
  readonly file: string;
  readonly home: Repository;
  readonly depth: number;
}
