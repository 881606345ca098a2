import type { SomeHelp } from "./form.ts";

/** 2xx: gates, approvals, the record, the lease, the commit. */
export const approvals = {
  PR201: {
    when: "rollout.yml declares a gate, and GitHub has no environment of that name, or one without the rule. GitHub would make a missing one without protection, so the plan refuses it.",
    fix: "`npx prism-rollout environments --target production --reviewers ada` shows what is missing, asks, and makes it. Or declare another gate.",
  },
  PR202: {
    when: "Between plan and approval something changed: files, live ids, the ledger, settings. The message names where. Or the digest of the plan was lost on the way. Nothing was changed.",
    fix: "Start a new run and approve its plan. A lost digest: plan's job says «Skip output» where a secret of a few letters hides it; make that secret longer.",
  },
  PR203: {
    when: "The gate has let the job through, but no declared reviewer is among the approvals: an admin's bypass, an environment without reviewers, or no token to read them with. Nothing was changed.",
    fix: "Give the environment its reviewers and run again; pass `github-token` and `environment` where you use an action alone. Where a bypass is meant: `allow-bypass: true`.",
  },
  PR204: {
    when: "Another run is changing the target, or waits with changes made. The message names it.",
    fix: "Let it end or cancel it, then run again. While it waits for a person, a run with `supersede: true` takes over. See [halt.md](halt.md#who-holds-a-target).",
  },
  PR205: {
    when: "A newer release went live, or took the target, while this one waited. Nothing was changed by this job.",
    fix: "Start a new run for the commit that is wanted now. An old run cannot go on; that is meant.",
  },
  PR206: {
    when: "The plan said that a phase has nothing to do, so it passed no gate, and now it has something to do. Nothing was changed.",
    fix: "Start a new run, so that a person sees and approves it.",
  },
  PR207: {
    when: "A release of this target was rolled back or held, and this commit contains its commit. The message names both and why.",
    fix: "Revert the bad commit, or mend it on top and start a run with `resume: <why it may go on>`. See [halt.md](halt.md).",
  },
  PR208: {
    when: "Before its change a phase asks the project's services, every declared function and every origin again; one is ill. Nothing was changed.",
    fix: "Mend what the message names, then run the failed job again. A release that mends an outage says `require-healthy: false` in the section of the phase.",
  },
  PR209: {
    when: "`from-phase` goes on with an earlier run of the same commit, and the record has none, cannot be read, or has phases that were left out.",
    fix: "Begin with the phase that the message names, or leave `from-phase` out.",
  },
  PR210: {
    when: "The approval came later than `plan-max-age` (24 h) after the plan. Nothing was changed.",
    fix: "Start a new run and approve its plan; production may have changed since. A longer wait is declared by `plan-max-age` of the phase.",
  },
  PR211: {
    when: "The branch was moved between plan and phase (a force-push), or the job has checked out another ref. Nothing was changed.",
    fix: "Start a new run. In a workflow of your own give every checkout the same `ref`.",
  },
  PR212: {
    when: "An environment is there, but weaker than declared: reviewers who may approve themselves, a bypass for admins, any branch, secrets behind no rule. Each line has its own fix.",
    fix: "`npx prism-rollout environments --dry-run` shows the difference, without `--dry-run` it is made. What is meant to be so is declared: `accept` in the section of `plan`, which the message spells out. [gates.md](gates.md#what-the-audit-looks-at).",
  },
  PR213: {
    when: "The job's token may not read environments, so nobody can tell whether they protect anything.",
    fix: "`actions: read` under `permissions:` of the job, and of the caller: a called workflow gets at most what its caller grants.",
  },
  PR214: {
    when: "`environments` was refused by GitHub, or what it asked for cannot be: more than six reviewers, a team or person that is not there, a plan without reviewers.",
    fix: "Use a token of an admin (Administration: write); `GITHUB_TOKEN` cannot do it. Private repositories below Enterprise have no reviewers: pause by `through-phase` and `approvers` instead ([gates.md](gates.md#where-there-are-no-reviewers)).",
  },
  PR215: {
    when: "The commit is not on the default branch, or on none that `release-refs` names. Nothing was changed.",
    fix: "Merge it first, or allow its branch or tag: `plan: { release-refs: [main, refs/tags/v*] }`.",
  },
  PR216: {
    when: "A check of the commit is red, still runs after `checks-wait`, or was never reported though it is required. Nothing was changed.",
    fix: "Mend the commit or run the check again, then run this job again. What never runs on this branch cannot be required: name by `required-checks` what does.",
  },
  PR217: {
    when: "Where the start of a run is the approval (`approvers`), whoever began the release may not also let it pass, and nobody else than an approver may.",
    fix: "Ask one of the approvers that the message names to start the run, or to re-run it.",
  },
  PR218: {
    when: "`commit` names another commit than the one that is checked out.",
    fix: "Give `actions/checkout` the same commit as `ref`.",
  },
  PR219: {
    when: "`drift` compares with the last release, and the record has none that is live.",
    fix: "Release once with this suite; from then on there is something to compare with.",
  },
  PR220: {
    when: "The run was started by `pull_request_target`, which has secrets and a stranger's files at once. Nothing was looked at, and no token was used.",
    fix: "Start it by `pull_request`, as [plan-pull-request.yml](../examples/workflows/plan-pull-request.yml) does: a fork's is planned against the record.",
  },
} satisfies SomeHelp;
