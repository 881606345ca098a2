import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Job, allWorkflows, isHouse, namesIn, root, textsIn } from "./workflow-files.ts";

const { files, jobs, steps, rollout, callers } = allWorkflows();

/** What is wrong, one line each: a test's failure then reads like a list of things to do. */
const none: readonly string[] = [];

test("what belongs to this repository is used at the same commit; all else is pinned, with its version beside it", () => {
  const lines = files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const uses = /^\s*(?:- )?uses:\s*(\S+)(.*)$/.exec(line);
      return uses ? [{ at: `${path}:${index + 1}`, name: uses[1] ?? "", rest: uses[2] ?? "" }] : [];
    }),
  );
  expect(lines.length).toBeGreaterThan(10);
  const wrong = lines.filter(({ name, rest }) => {
    if (name.startsWith("$/")) return rest.trim() !== "";
    if (/^prism-rollout\/prism-rollout[/@]/.test(name)) return !/@v\d+$/.test(name);
    return !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(name) || !/^ # v\d+\.\d+\.\d+$/.test(rest);
  });
  expect(wrong).toEqual([]);
  const own = lines.filter(({ name }) => name.startsWith("prism-rollout/")).map(({ at }) => at);
  expect(own.filter((at) => at.startsWith(".github/"))).toEqual(none);
});

test("one version of each third party", () => {
  const pins = steps.flatMap(({ step }) => (step.uses && !step.uses.startsWith("$/") ? [step.uses] : []));
  const names = [...new Set(pins)].map((pin) => pin.split("@")[0]);
  expect(names).toEqual([...new Set(names)]);
});

test("nothing is permitted by default; each job has the least, and its time", () => {
  for (const { path, permissions } of files) expect({ path, permissions }).toEqual({ path, permissions: {} });
  const wrong = jobs.flatMap(({ at, file, job }) => {
    // What builds and releases the suite itself is held to a table of its own: house-workflows.test.ts.
    const asked = isHouse(file.path) ? [] : Object.entries(job.permissions ?? {});
    const needless = JSON.stringify(job.steps ?? "github.token").includes("github.token")
      ? []
      : asked.filter(([name]) => name !== "contents");
    return [
      ...(job.permissions ? [] : [`${at}: says nothing of permissions`]),
      ...(job.uses !== undefined || job["timeout-minutes"] ? [] : [`${at}: has no timeout-minutes`]),
      ...asked
        .filter(([name, level]) => !mayBe(name, level) && !(more[at] ?? []).includes(`${name}: ${level}`))
        .map(([name, level]) => `${at}: ${name}: ${level}`),
      ...needless.map(([name]) => `${at}: ${name} is permitted, but the token is given to nobody`),
    ];
  });
  expect(wrong).toEqual(none);
});

/** All that any job of this suite may ever be permitted. */
function mayBe(name: string, level: string): boolean {
  const most: Readonly<Record<string, string>> = {
    contents: "read",
    actions: "read",
    deployments: "write",
    checks: "read",
    statuses: "read",
    "pull-requests": "write",
    issues: "write",
  };
  return level === "read" ? name in most : level === most[name];
}

/** What a single job may do beyond that. */
const more: Readonly<Record<string, readonly string[]>> = {
  // Starts the promotion that mends a drift.
  "examples/workflows/drift.yml: mend": ["actions: write"],
};

test("issues are written where a rollback is, and nowhere else", () => {
  const able = jobs.filter(({ job }) => job.permissions?.["issues"] === "write");
  const wrong = able.filter(({ job }) => {
    const uses = [job.uses, ...(job.steps ?? []).map((step) => step.uses)];
    const rollsBack = (name = ""): boolean =>
      /\/actions\/rollback(@|$)|\/rollout\.yml@|^prism-rollout\/prism-rollout@/.test(name);
    return !uses.some(rollsBack);
  });
  expect(able.length).toBeGreaterThan(2);
  expect(wrong.map(({ at }) => at)).toEqual(none);
});

test("a job that may start workflows holds nothing else: no secret, no environment, no code of anybody", () => {
  const able = jobs.filter(
    ({ file, job }) => !isHouse(file.path) && job.permissions?.["actions"] === "write",
  );
  expect(able.map(({ at }) => at)).toEqual(Object.keys(more));
  for (const { job } of able) {
    expect(job.permissions).toEqual({ actions: "write" });
    expect(job.environment).toBeUndefined();
    expect((job.steps ?? []).flatMap(({ uses }) => uses ?? [])).toEqual(none);
    expect(namesIn(job, /\bsecrets\.(\w+)/g)).toEqual(none);
  }
});

test("a caller permits what the called jobs ask for, no more: GitHub refuses less when the run starts", () => {
  const asked = new Map<string, string>();
  for (const job of Object.values(rollout?.jobs ?? {}))
    for (const [name, level] of Object.entries(job.permissions ?? {}))
      if (asked.get(name) !== "write") asked.set(name, level);
  for (const { at, job } of callers)
    expect({ at, ...job.permissions }).toEqual({ at, ...Object.fromEntries(asked) });
});

test("a checkout leaves no token behind, and no step runs what somebody else wrote", () => {
  const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
  expect(checkouts.length).toBeGreaterThan(0);
  expect(
    checkouts.filter(({ step }) => step.with?.["persist-credentials"] !== false).map(({ at }) => at),
  ).toEqual(none);
  const scripts = steps.filter(({ step }) => /\$\{\{/.test(step.run ?? ""));
  expect(scripts.map(({ at, step }) => `${at}: ${step.run}`)).toEqual(none);
});

test("secrets are declared, none is required, each is used, and each is mapped by every caller", () => {
  const declared = Object.keys(rollout?.call?.secrets ?? {}).sort();
  expect(declared.length).toBeGreaterThan(0);
  expect(Object.values(rollout?.call?.secrets ?? {}).map(({ required }) => required)).toEqual(
    declared.map(() => false),
  );
  expect([...namesIn(rollout?.jobs, /\bsecrets\.(\w+)/g)].sort()).toEqual(declared);
  for (const { at, job } of callers) {
    const mapped = job.secrets === "inherit" ? {} : (job.secrets ?? {});
    expect({ at, names: Object.keys(mapped).sort() }).toEqual({ at, names: declared });
    const own = `${String(job.with?.["target"]).toUpperCase()}_`;
    for (const [name, value] of Object.entries(mapped))
      expect([`\${{ secrets.${name} }}`, `\${{ secrets.${own}${name} }}`]).toContain(value);
  }
});

test("which job gets which secret is what docs/secrets.md says", () => {
  const page = readFileSync(join(root, "docs/secrets.md"), "utf8");
  const rows = [...page.matchAll(/^\| ([a-z-]+) \| (.*?) \|/gm)].filter(
    ([, job]) => job !== "job" && !job?.startsWith("--"),
  );
  const documented = Object.fromEntries(
    rows.map(([, job = "", cell = ""]) => [
      job,
      [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name).sort(),
    ]),
  );
  const actual = Object.fromEntries(
    Object.entries(rollout?.jobs ?? {}).map(([id, job]) => [
      id,
      [...namesIn(job, /\bsecrets\.(\w+)/g)].sort(),
    ]),
  );
  expect(documented).toEqual(actual);
});

test("the job that builds gets no secret, not even the token", () => {
  const build: Job | undefined = rollout?.jobs["build"];
  expect(textsIn(build).filter(({ text }) => /\bsecrets\.|github\.token/.test(text))).toEqual([]);
});
