import type { FoundBrowser } from "./browser.ts";
import type { FormerTold } from "./former.ts";
import type { FunctionSecrets } from "./function-secrets.ts";
import type { Prepared } from "./prepare.ts";
import { leftOut } from "../world/skipped.ts";
import type { OwnOrder } from "./order.ts";

/** What a rehearsal was made of. */
export interface MadeOf {
  readonly order: OwnOrder;
  readonly prepared: Prepared;
  readonly told: FormerTold;
  readonly secrets: FunctionSecrets;
  readonly rollout: { readonly said: readonly string[] };
  readonly browser: FoundBrowser;
  /** Migrations that were changed so that they run here, a line each. */
  readonly shimmed: readonly string[];
  /** The commit that is made of the copy. */
  readonly commit: string;
  /** Files of the site that name the real project, and its host. */
  readonly named: { readonly files: readonly string[]; readonly host: string } | undefined;
}

/** What stands in, and what a rehearsal of this repository cannot try: a sentence each, what was found first. */
export function whatIsNotTried(made: MadeOf): readonly string[] {
  const { order, told, rollout, prepared, browser } = made;
  const { wanted, skip, repository, traffic } = order;
  const has = (section: string): boolean => wanted.sections.includes(section);
  return [
    ...told.notes,
    ...found(made),
    ...when(skip !== undefined, skip === undefined ? "" : leftOut[skip].note),
    ...rollout.said.map((line) => `Not as in rollout.yml: ${line}.`),
    ...when(
      wanted.build.source === "existing" && has("deploy-web"),
      "Source `existing`: no host builds the commit here, so it is built as a folder of files.",
    ),
    ...when(wanted.origins.length > 1, `The site is asked as ${wanted.origins[0]} alone.`),
    `The commit ${made.commit.slice(0, 12)} is of a copy; in your repository it is ${ofYours(repository)}.`,
    ...when(repository.workingDirectory !== ".", `The stack is the folder ${repository.workingDirectory}.`),
    ...prepared.packages,
    ...ofBackend(has),
    ...when(
      Object.values(wanted.gates).includes("wait-timer"),
      "A gate with a wait timer waits one minute here, the least that GitHub knows.",
    ),
    ...when(wanted.suites.length > 0, ...browser.notes),
    ...when(has("observe"), usedBy(traffic)),
    ...when(
      has("deploy-web"),
      "The host, the CDN and GitHub are stand-ins; the caller is the suite's own merge-to-main.yml, not a workflow of this repository.",
    ),
  ];
}

function when(holds: boolean, ...notes: readonly string[]): readonly string[] {
  return holds ? notes : [];
}

function usedBy(traffic: string | undefined): string {
  if (traffic !== undefined)
    return `Only \`${traffic}\` uses the release here, and nothing used what was live before it.`;
  return "Nobody uses the release here: `observe` counts no attempt, so that its rates are not tried (`--traffic` gives it some).";
}

function ofBackend(has: (section: string) => boolean): readonly string[] {
  return [
    ...when(
      has("migrate"),
      "The database has what the migrations made, and no row of production: locks, durations and rows that stand in the way are not tried.",
      "Supabase's auth, storage, realtime and GraphQL answer 501; their schemas are tables that only look like theirs.",
    ),
    ...when(
      has("deploy-functions"),
      "Functions reach this machine only: what they ask of third parties fails.",
    ),
  ];
}

function ofYours({ isGit, head, uncommitted }: OwnOrder["repository"]): string {
  if (!isGit || head === undefined) return "the folder as it is";
  const commit = head.slice(0, 12);
  return uncommitted === 0 ? commit : `${commit} with what git has not committed (${uncommitted})`;
}

function found({ secrets, shimmed, named }: MadeOf): readonly string[] {
  return [
    ...(secrets.madeUp.length === 0
      ? []
      : [`Made up, since --env gives no value: ${secrets.madeUp.join("; ")}.`]),
    ...shimmed.map((line) => `This PostgreSQL has not all extensions: ${line}.`),
    ...(named === undefined || named.files.length === 0
      ? []
      : [
          `${named.files.join(", ")} names ${named.host}: browsers do not reach that here, commands and suites may.`,
        ]),
  ];
}
