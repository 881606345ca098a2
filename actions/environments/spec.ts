import { onGitHub } from "../../kit/action/permission.ts";
import { flag, secret } from "../../kit/action/input.ts";
import { placeInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { ownInputs } from "../../kit/release/environments/make/inputs.ts";

export const spec = defineAction({
  name: "environments",
  title: "Environments",
  description:
    "Makes the environments of a target as `gates`, `accept` and `release-refs` declare them for `plan`: reviewers or a wait timer, branch policies, no bypass; shows the difference first.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("10m"),
    ...ownInputs,
    "dry-run": flag({
      description: "Only show what differs; nothing is changed.",
      default: "false",
    }),
    prune: flag({
      description:
        "Also take away what is not declared: other reviewers, longer wait timers, other branches. Otherwise it stays.",
      default: "false",
    }),
    "github-token": secret({
      description:
        "Token of an admin of the repository (Administration: write); `GITHUB_TOKEN` cannot make environments.",
    }),
  },
  permissions: [
    onGitHub({ name: "administration: write", why: "making environments, by a token of an admin" }),
    onGitHub({ name: "members: read", why: "teams that review", when: "a reviewer is a team" }),
  ],
  outputs: {
    changed: "none or some: whether anything differed.",
    difference: "JSON list of the environments that differed, and in what.",
  },
});
