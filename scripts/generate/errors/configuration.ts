import type { SomeHelp } from "./form.ts";

/** 1xx: rollout.yml, inputs, secrets, paths. */
export const configuration = {
  PR101: {
    when: "The file that `config` names is not there, is not YAML, or is nested or aliased beyond what is read. Nothing was done.",
    fix: "Let `actions/checkout` run first. Where the stack is in a folder of its own, say so by `working-directory`; another file name by `config`. Mend the line and column that the message names.",
  },
  PR102: {
    when: "Keys that no action knows, values of another kind, combinations that cannot be, all in one message with line and column. Nothing was done.",
    fix: "Write each line as the message shows it. An editor with the [schema](../schemas/rollout.schema.json) marks the same places while you type.",
  },
  PR103: {
    when: "`target` names none of the `targets:` of rollout.yml.",
    fix: "Use one of those that the message lists, or declare it under `targets:`.",
  },
  PR104: {
    when: "An input that is a secret is empty. A called workflow gets only the secrets that its caller maps by name; an environment's own are empty without that.",
    fix: "Set the secret at the environment or the repository, and map it in the caller: `DATABASE_URL: ${{ secrets.DATABASE_URL }}`. Which job needs which is in [secrets.md](secrets.md).",
  },
  PR105: {
    when: "A file or folder is not there, is of another kind, or may not be read or written.",
    fix: "Correct the path. All paths begin at `working-directory`; an artifact's begin where `actions/download-artifact` has put it.",
  },
  PR106: {
    when: "A plan, receipt, record or snapshot was written by another major version, or was cut or edited. Nothing was changed because of it.",
    fix: "Name one version at every `uses:` of the repository, in rollback, watch and drift as well. A file that was cut: make the plan again.",
  },
} satisfies SomeHelp;
