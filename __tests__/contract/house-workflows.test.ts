import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type PlacedJob, allWorkflows, isHouse, root } from "./workflow-files.ts";

const house = allWorkflows().jobs.filter(({ file }) => isHouse(file.path));
const at = (name: string): PlacedJob | undefined => house.find((one) => one.at.endsWith(`workflows/${name}`));

/** Every job that builds, checks or releases the suite, and all that it may do. */
const permitted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "ci.yml: test": { contents: "read" },
  "ci.yml: audit": { contents: "read" },
  "ci.yml: check": { contents: "read" },
  "ci.yml: outcomes": { contents: "read" },
  "codeql.yml: analyze": { contents: "read", actions: "read", "security-events": "write" },
  "dependabot-dist.yml: build": { contents: "read" },
  "dependabot-dist.yml: push": { contents: "write" },
  "dependabot-dist.yml: check": { actions: "write" },
  "dependency-review.yml: review": { contents: "read" },
  "probe-called.yml: secret": {},
  "probe-called.yml: own": {},
  "release.yml: build": { contents: "read" },
  "release.yml: attest": { "id-token": "write", attestations: "write" },
  "release.yml: release": { contents: "write" },
  "release.yml: npm": { "id-token": "write" },
  "release.yml: move-major-tag": { contents: "write" },
  "scorecard.yml: scorecard": {
    contents: "read",
    actions: "read",
    "security-events": "write",
    "id-token": "write",
  },
};

test("each job of the house is permitted exactly what this table says", () => {
  const found = Object.fromEntries(
    house.map((one) => [one.at.replace(".github/workflows/", ""), one.job.permissions]),
  );
  expect(found).toEqual(permitted);
});

/** Whether a job runs code that this repository's dependencies bring. */
function runsDependencies({ job }: PlacedJob): boolean {
  return (job.steps ?? []).some(({ run = "" }) => /\bnpm (ci|install|test|run)\b|\bnpx\b/.test(run));
}

test("a job that may write runs no code of dependencies, and a job that runs it may write nothing", () => {
  const mixed = house.filter(
    (one) => runsDependencies(one) && Object.values(one.job.permissions ?? {}).includes("write"),
  );
  expect(mixed.map((one) => one.at)).toEqual([]);
  expect(house.filter(runsDependencies).length).toBeGreaterThan(3);
});

test("nothing is kept in a cache: a release is built from what its lock file names", () => {
  const steps = house.flatMap((one) => (one.job.steps ?? []).map((step) => ({ where: one.at, step })));
  const setups = steps.filter(({ step }) => step.uses?.startsWith("actions/setup-node@"));
  expect(setups.length).toBeGreaterThan(3);
  const cached = setups.filter(
    ({ step }) => step.with?.["package-manager-cache"] !== false || step.with?.["cache"],
  );
  expect(cached.map(({ where }) => where)).toEqual([]);
  expect(steps.filter(({ step }) => step.uses?.startsWith("actions/cache@"))).toEqual([]);
});

test("what is published waits for people, and comes from the build that was tested", () => {
  for (const name of ["release.yml: release", "release.yml: npm"]) {
    const job = at(name)?.job;
    expect({ name, environment: job?.environment }).toEqual({
      name,
      environment: { name: "release", deployment: false },
    });
    expect([job?.needs].flat()).toContain("build");
  }
  const build = JSON.stringify(at("release.yml: build")?.job.steps);
  for (const part of [
    "npm test",
    "npm run check -- tests",
    "npm pack",
    "npm sbom",
    "merge-base --is-ancestor",
  ])
    expect(build).toContain(part);
  expect([at("release.yml: move-major-tag")?.job.needs].flat()).toEqual(["build", "release", "npm"]);
});

test("CI runs the parts of .ci/run", () => {
  const ci = readFileSync(join(root, ".ci/run"), "utf8");
  const said = house
    .filter((one) => one.at.includes("ci.yml"))
    .flatMap((one) => (one.job.steps ?? []).map(({ run }) => run));
  for (const command of ["npm ci --no-audit --no-fund", "npm test"]) {
    expect(ci).toContain(command);
    expect(said).toContain(command);
  }
  // What runs beside it, in a job of its own, is left out there.
  expect(ci).toContain("npm run check -- --all tests stories");
  expect(said).toContain("npm run check -- --all tests outcomes");
  expect(said).toContain("npm run outcomes");
});

test("what dependabot's code has made is taken over only as dist/ and the lock file", () => {
  const push = at("dependabot-dist.yml: push")?.job.steps?.at(-1)?.run ?? "";
  expect(push).toContain("git add -A dist package-lock.json");
  expect(push).not.toMatch(/--force|\bnpm\b|\bnode\b/);
  expect(at("dependabot-dist.yml: build")?.job.if).toContain("user.login == 'dependabot[bot]'");
});
