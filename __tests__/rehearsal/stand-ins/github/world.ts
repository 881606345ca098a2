import { getOctokit } from "@actions/github";
import { expect } from "@jest/globals";

import type { Clock } from "../../../../kit/ports/clock.ts";
import { newGithubState, type OrderedEnvironment } from "../../../../rehearsal/stand-ins/github/new-state.ts";
import { startGithub, type GithubStandIn } from "../../../../rehearsal/stand-ins/github/start.ts";
import { heldToDescription } from "./description/held-to-description.ts";
import type { GithubState } from "../../../../rehearsal/stand-ins/github/state.ts";

export const at = { owner: "acme", repo: "app" };

/** A clock that a test moves by hand: sleepers wake when `advance` passes their time. */
export function handClock(from = Date.UTC(2026, 10, 22)): Clock & { advance(ms: number): Promise<void> } {
  let time = from;
  let sleepers: { until: number; wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const abort = (): void => reject(signal?.reason);
        const wake = (): void => {
          signal?.removeEventListener("abort", abort);
          resolve();
        };
        sleepers.push({ until: time + ms, wake });
        signal?.addEventListener("abort", abort, { once: true });
      }),
    advance: async (ms) => {
      const end = time + ms;
      // In steps, so that somebody who sleeps again after waking is woken again.
      for (;;) {
        const next = sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
        if (!next) break;
        sleepers = sleepers.filter((sleeper) => sleeper !== next);
        time = Math.max(time, next.until);
        next.wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
      time = end;
    },
  };
}

export const everything = {
  actions: "write",
  administration: "write",
  contents: "read",
  deployments: "write",
  issues: "write",
} as const;

/** A repository with one commit on main, the people ada (admin) and bob, and a GITHUB_TOKEN. */
export function repository(
  options: {
    environments?: OrderedEnvironment[];
    visibility?: GithubState["repository"]["visibility"];
    plan?: GithubState["plan"];
    commits?: Record<string, string[]>;
    branches?: Record<string, string>;
  } = {},
): GithubState {
  return newGithubState({
    now: Date.UTC(2026, 10, 22),
    repository: "acme/app",
    users: ["ada", "bob"],
    tokens: {
      ada: { kind: "user", login: "ada", permissions: everything },
      bob: { kind: "user", login: "bob", permissions: everything },
      job: { kind: "app", login: "github-actions[bot]", permissions: everything },
      nothing: { kind: "app", login: "github-actions[bot]", permissions: {} },
    },
    commits: { [sha("a")]: [] },
    branches: { main: sha("a") },
    ...options,
  });
}

/** A sha of one letter. */
export function sha(letter: string): string {
  return letter.repeat(40);
}

export type Octokit = ReturnType<typeof getOctokit>;

/** The vendor's own client, as an action makes it. */
export function client(github: GithubStandIn, token: string): Octokit {
  return getOctokit(token, { baseUrl: github.url });
}

/** Opens a run of the release workflow. */
export function openRun(github: GithubStandIn, actor = "bob"): number {
  return github.runs.open({
    name: "Rollout",
    path: ".github/workflows/merge.yml",
    event: "push",
    sha: sha("a"),
    branch: "main",
    actor,
  });
}

/** Runs a test on a stand-in, whose answers are held against GitHub's description, and closes it in any case. */
export async function withGithub(
  state: GithubState,
  run: (github: GithubStandIn, clock: ReturnType<typeof handClock>) => Promise<void>,
): Promise<void> {
  const clock = handClock();
  const { tell, problems } = heldToDescription();
  const github = await startGithub({ state, clock, onExchange: tell });
  try {
    await run(github, clock);
  } finally {
    await github.close();
  }
  expect(problems()).toEqual([]);
}

/** The status and message with which GitHub refused. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await call;
  } catch (error) {
    const { status, response } = error as { status: number; response: { data: { message: string } } };
    return { status, message: response.data.message };
  }
  return { status: 200, message: "not refused" };
}
