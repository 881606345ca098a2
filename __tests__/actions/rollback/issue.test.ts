import { afterEach, expect, test } from "@jest/globals";
import { createServer } from "node:http";
import { keepIssue } from "../../../actions/rollback/issue/keep-issue.ts";
import { learn } from "../../../actions/rollback/learn.ts";
import { spec } from "../../../actions/rollback/spec.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { Stopped } from "../../../kit/errors/user-error.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { type GitHub, connectGitHub } from "../../../kit/ports/github.ts";
import { listen } from "../../../rehearsal/stand-ins/server.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { textOf } from "../../../actions/rollback/issue/text.ts";
import { hostile } from "../../support/hostile.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { elements } from "../../support/rendered.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const smokeFails = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
const healthy = needsUntil("observe", "success", { verdict: "pass" });

/** A live release whose rollback may write issues. */
async function stage(permissions: Readonly<Record<string, string>> = { issues: "write" }) {
  const made = await liveRelease();
  open.push(made);
  const { standIn, context } = made.forge;
  const all = { deployments: "write", actions: "read", contents: "read", ...permissions };
  const github = await connectGitHub(standIn.issueToken(all), context);
  const rollback = (given = {}) =>
    made.rollback({ needs: smokeFails, ...given }, { github: async () => github });
  const issues = () => standIn.state().issues;
  const comments = () => standIn.state().comments.map(({ issue, body }) => ({ issue, body }));
  return { made, rollback, issues, comments, standIn };
}

const old = (number: number, body: string, login = "ada", labels = ["prism-rollout"]) => ({
  id: number,
  number,
  title: "another",
  body,
  labels,
  state: "open" as const,
  stateReason: null,
  login,
  createdAt: number,
  updatedAt: number,
  closedAt: null,
});

const marker = "<!-- prism-rollout:issue:production -->";

test("a rollback opens one issue: why, what went back, how it came to that, where to read on", async () => {
  const { made, rollback, issues } = await stage();
  await rollback();
  expect(issues()).toHaveLength(1);
  const [issue] = issues();
  expect(issue).toMatchObject({
    title: "production was rolled back",
    labels: ["prism-rollout"],
    state: "open",
  });
  const body = issue?.body ?? "";
  expect(body.startsWith(marker)).toBe(true);
  expect(body).toContain("because smoke says fail");
  expect(body).toMatch(/\| web \| reverted \|/);
  expect(body).toContain(`planned, for commit ${made.manifest.commit.slice(0, 12)}`);
  const order = [
    "deploy-functions changes functions: done",
    "deploy-web changes web: done",
    "web goes back: done",
  ];
  const places = order.map((line) => body.indexOf(line));
  expect(places.every((at) => at > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(body).toContain(`[The run](${made.world.context.runUrl})`);
});

test("run twice it says the same in the same place; another release's rollback is a comment, and opens it again", async () => {
  const { rollback, issues, comments, standIn } = await stage();
  await rollback();
  await rollback();
  expect([issues().length, comments().length]).toEqual([1, 0]);
  standIn.change((state) => {
    for (const issue of state.issues) {
      issue.state = "closed";
      issue.body = issue.body.replaceAll(/production-2026\d+-/g, "production-20250101-");
    }
  });
  await rollback();
  await rollback();
  expect(issues()).toHaveLength(1);
  expect(issues()[0]?.state).toBe("open");
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body).toContain("because");
});

test("it is found among many, and neither another target's nor an unlabelled copy of the marker is taken for it", async () => {
  const { rollback, issues, comments, standIn } = await stage();
  standIn.change((state) => {
    state.issues.push(old(1, marker, "mallory", []), old(2, "<!-- prism-rollout:issue:staging -->"));
    for (let number = 3; number < 230; number += 1) state.issues.push(old(number, "something else"));
    state.issues.push(old(230, marker));
  });
  await rollback();
  expect(issues()).toHaveLength(230);
  expect(comments().map(({ issue }) => issue)).toEqual([230]);
});

test("the release that goes well closes it, once", async () => {
  const { made, rollback, issues, comments, standIn } = await stage();
  standIn.change((state) => void state.issues.push(old(7, marker)));
  await rollback({ needs: healthy });
  await rollback({ needs: healthy });
  expect(issues()[0]).toMatchObject({ state: "closed", stateReason: "completed" });
  expect(comments()).toHaveLength(1);
  expect(comments()[0]?.body).toContain(made.release);
});

test.each<[string, (made: Awaited<ReturnType<typeof stage>>) => void, Readonly<Record<string, string>>]>([
  ["no permission", () => undefined, { issues: "read" }],
  [
    "issues switched off",
    ({ standIn }) => standIn.change(({ repository }) => void (repository.issues = false)),
    { issues: "write" },
  ],
])("%s: a warning, and the rollback is what it was", async (_, edit, permissions) => {
  const made = await stage(permissions);
  edit(made);
  const { outputs, report } = await made.rollback();
  expect(outputs.outcome).toBe("rolled-back");
  expect(report.verdict).toBe("pass");
  expect(made.made.world.log.lines.join("\n")).toMatch(
    /warning: The issue about production could not be kept: .*`issues: write`/,
  );
  expect(made.issues()).toEqual([]);
});

test("issue: false asks nobody", async () => {
  const { rollback, standIn } = await stage();
  await rollback({ issue: "false" });
  expect(standIn.requests.filter(({ path }) => path.includes("/issues"))).toEqual([]);
});

const told = {
  target: "production",
  release: "production-20261122-0123456789ab-7",
  commit: "0123456789abcdef",
  outcome: "partly-rolled-back" as const,
  because: "smoke says fail",
  next: "look",
  runUrl: "https://github.com/acme/prism/actions/runs/7",
  timeline: [],
  now: "2026-11-22T12:00:00Z",
};

test("what is left to do by hand is named; no secret, no markup, no call to a person is in it", () => {
  const row = {
    component: "web",
    name: "web",
    outcome: "failed",
    said: "token t0k3n-value",
    manual: "vercel rollback dpl_1",
  } as const;
  const text = textOf({ ...told, because: "@ada broke #12", rows: [row] }, ["t0k3n-value"]);
  expect(text).toContain("vercel rollback dpl_1");
  expect(text).not.toContain("t0k3n-value");
  expect(text).not.toMatch(/@ada|#12/);
});

test.each(hostile)("%p stays text", (text) => {
  const said = (one: string) => {
    const row = { component: "web", name: one, outcome: "failed", said: one, manual: one } as const;
    const moment = { at: one, what: one };
    return elements(textOf({ ...told, because: one, next: one, rows: [row], timeline: [moment] }, []));
  };
  expect(said(text)).toEqual(said("x"));
});

test("a text that is too long for GitHub says the main thing and where the rest is", () => {
  const rows = Array.from({ length: 2000 }, (_, index) => ({
    component: "functions" as const,
    name: `f${index}`,
    outcome: "failed" as const,
    said: "it could not be put back, for a reason that is told here at some length",
  }));
  const text = textOf({ ...told, rows }, []);
  expect(text.length).toBeLessThan(65_000);
  expect(text).toContain("The rest is too long for an issue");
});

test("an issues API that never answers is waited for a while, and then warned about", async () => {
  const { made } = await stage();
  const silent = await listen(createServer(() => undefined));
  try {
    const { world } = made;
    const known = await learn(inputsFrom(spec.inputs, asked(made)), world);
    const end = { decision: { do: "none", because: "every phase passed", components: [] } } as const;
    const ended = {
      known,
      outcome: "released",
      rows: [],
      end,
      goesOn: undefined,
      looks: [],
      moments: undefined,
      returned: undefined,
    } as const;
    const context = { ...world.context, apiUrl: silent.url };
    const deaf: Runtime = {
      ...world,
      github: (token, patience) =>
        connectGitHub(token, context, {
          clock: systemClock,
          log: world.log,
          signal: patience ?? world.signal,
        }),
    };
    await keepIssue(inputsFrom(spec.inputs, asked(made)), ended, "", deaf, 50);
    expect(made.world.log.lines.at(-1)).toContain("could not be kept: GitHub took longer than 0.05 s.");
  } finally {
    await silent.close();
  }
});

test("how the release ended is said before its issue is kept: who stops the job then changes nothing of it", async () => {
  const { made } = await stage();
  const stopped = new Stopped("PR503", "The runner asked this job to stop.", "");
  const { github } = made.forge;
  const stopping: GitHub = {
    request: async (route, more) => {
      if (route.includes("/issues")) throw stopped;
      return await github.request(route, more);
    },
  };
  await expect(made.rollback({ needs: smokeFails }, { github: async () => stopping })).rejects.toBe(stopped);
  expect(made.world.emitted).toMatchObject({ outcome: "rolled-back", release: made.release });
});

const asked = ({ release }: LiveRelease) => ({
  release,
  needs: healthy,
  target: "production",
  "github-token": "any",
});
