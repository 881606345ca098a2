import type { SomeHelp } from "./form.ts";

/** A rollback that a person asks for. */
export const rollback = {
  PR471: {
    when: "The record has no live release, or does not say what was there before it. Nothing was changed.",
    fix: "Name the release by `release`. What this suite did not deploy goes back by the vendor's own tools: [rollback.md](rollback.md#by-hand).",
  },
  PR472: {
    when: "The named release is one of another target. Nothing was changed.",
    fix: "Use the target that the message names, or name a release of this one.",
  },
  PR473: {
    when: "A migration that was applied breaks the code before it, so no rollback passes it. Nothing was changed.",
    fix: "Mend forward: release a commit that works on the schema as it is. Data that it took comes back from a backup alone; the report names the restore point, where there is one.",
  },
  PR474: {
    when: "What `to` names was never live and healthy, or somebody else deployed in between. Nothing was touched.",
    fix: "Name an older release that was live, or `previous`; or bring back by hand what the message names.",
  },
  PR475: {
    when: "GitHub does not answer and there is no plan among the artifacts, so nobody knows whether a migration is in the way. Nothing was changed.",
    fix: "Run it again once GitHub answers; or download the artifact `rollout-plan-<target>` of the release's run into the folder of `artifacts`.",
  },
} satisfies SomeHelp;
