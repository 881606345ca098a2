import type { Answer, World } from "../../../../rehearsal/player/player.ts";
import type { Files } from "../stage.ts";

/** One rule of GitHub's, and the smallest workflow that shows it. */
export interface Rule {
  /** The section of the notes on GitHub Actions that gives its source. */
  readonly fact: string;
  readonly says: string;
  /** What stands below `jobs:`. */
  readonly jobs: string;
  readonly files?: Files;
  readonly world?: Partial<World>;
  /** What happens to the run when a step says `begun`, or when a job begins to wait. */
  readonly happens?: "cancel" | "force-cancel" | "lose-runner" | "cancel-at-gate";
  /** How the gate of the environment `gated` is answered. All others are open. */
  readonly gate?: Extract<Answer, { approved: false }>["how"] | "nobody answers";
  /** The result of each job. */
  readonly results: Readonly<Record<string, string>>;
  /** The result of the run, where it is told. */
  readonly run?: string;
  /** The lines of the log, in any order. */
  readonly log?: readonly string[];
  /** What jobs hand on. */
  readonly outputs?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What really happened to a job that was forgiven. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** The addresses of jobs' environments. */
  readonly urls?: Readonly<Record<string, string | undefined>>;
  /** What an annotation says. */
  readonly annotation?: string;
}

/** A job on a runner: its keys, then its steps. */
export function job(id: string, keys: string, ...steps: readonly string[]): string {
  const given = keys === "" ? "" : `    ${keys.replaceAll("\n", "\n    ")}\n`;
  const list = (steps.length === 0 ? ["{ run: 'true' }"] : steps).map((step) => `      - ${step}\n`);
  return `  ${id}:\n    runs-on: u\n${given}    steps:\n${list.join("")}`;
}

/** What a job may say of the job `x` that it needs: its result and its output. */
export const said = "{ run: \"echo '${{ needs.x.result }} [${{ needs.x.outputs.o }}]'\" }";

/** Sets the output `o` and does more. */
export function sets(more: string, keys = ""): string {
  return `{ id: s, run: "echo o=1 >> $GITHUB_OUTPUT; ${more}"${keys} }`;
}

/** Hands the output on. */
export const handsOn = "outputs: { o: '${{ steps.s.outputs.o }}' }";

/** Minutes that last so long, in ms, and no patience with who does not end. */
export function hurry(minute: number, cancel = 5000): Partial<World> {
  return { patience: { interrupt: 40, terminate: 40, cancel, minute } };
}
