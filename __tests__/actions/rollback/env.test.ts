import { afterEach, expect, test } from "@jest/globals";
import { UserError } from "../../../kit/errors/user-error.ts";
import { changesOf } from "../../../kit/release/record/history.ts";
import { releaseLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { commit } from "../../support/github-world.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Stage extends LiveRelease {
  /** The newest release, which goes. */
  readonly newest: string;
  readonly former: LiveRelease["before"];
  readonly asked: (
    more?: Readonly<Record<string, string>>,
    changes?: Partial<LiveRelease["world"]>,
  ) => ReturnType<LiveRelease["rollback"]>;
  held(name?: string): string | undefined;
  writes(): number;
}

const paywall = "VITE_PAYWALL_ENABLED";

/** Two releases in the record; the host holds a value, and the former release's commit has a `rollout.yml`. */
async function stage(
  value: string | undefined,
  rollout: string,
  type = "encrypted",
  phases?: Parameters<LiveRelease["next"]>[2],
): Promise<Stage> {
  const made = await liveRelease({ given: { "required-env": `${paywall}: "true"` } });
  open.push(made);
  const { forge, vercel, release } = made;
  await githubRecord(forge.github, "production", commit).close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const former = made.live();
  const newest = await made.next("3", {}, phases);
  forge.standIn.change((state) => void (state.files[commit] = { "app/rollout.yml": rollout }));
  if (value !== undefined)
    vercel.change(({ projects }) => {
      projects[0]?.env.push({
        id: "env_1",
        key: paywall,
        value,
        type: type as "encrypted",
        target: ["production"],
        createdAt: 1,
        updatedAt: 1,
      });
    });
  const asked: Stage["asked"] = async (more = {}, changes = {}) => {
    const { github, context } = await forge.another();
    const given = { release: "last", reason: "the paywall is on", "working-directory": "app", ...more };
    return await made.rollback(given, { context, github: async () => github, ...changes });
  };
  const held = (): string | undefined =>
    vercel.state().projects[0]?.env.find(({ key }) => key === paywall)?.value;
  const writes = (): number => vercel.requests.filter(({ method }) => method === "PATCH").length;
  return { ...made, newest, former, asked, held, writes };
}

const requires = (value: string): string =>
  `build: { required-env: { ${paywall}: "${value}" } }\ntargets: { production: { origins: [a.example] } }\n`;

test("a required value that the host holds otherwise is what the former release requires again, with a receipt", async () => {
  const made = await stage("sh0wn-never", requires("false"));
  const { outputs, report } = await made.asked();
  expect(outputs).toMatchObject({ outcome: "rolled-back", extent: "complete" });
  expect(made.held()).toBe("false");
  expect(made.live()).toEqual(made.former);
  expect(JSON.parse(outputs.components ?? "")).toContainEqual({
    component: `env ${paywall}`,
    outcome: "reverted",
  });
  const changes = await changesOf(made.forge.github, "production", made.newest);
  expect(changes.at(-1)?.receipt).toMatchObject({
    component: "web-env",
    before: { [paywall]: "another value" },
    intended: { [paywall]: "false" },
  });
  expect(JSON.stringify([report, outputs, changes, made.world.log.lines])).not.toContain("sh0wn-never");
});

test("once more finds it as it is required, and writes nothing", async () => {
  const made = await stage("true", requires("false"));
  await made.asked();
  const writes = made.writes();
  const { outputs } = await made.asked({ release: made.newest });
  expect(outputs.extent).toBe("nothing");
  expect(made.writes()).toBe(writes);
});

test("what nobody required then, or what cannot be read, is left alone and said", async () => {
  const free = await stage("true", "build: {}\ntargets: { production: {} }\n");
  await free.asked();
  expect(free.held()).toBe("true");
  const hidden = await stage("true", requires("false"), "sensitive");
  expect((await hidden.asked()).outputs.outcome).toBe("rolled-back");
  expect(hidden.held()).toBe("true");
  expect(hidden.world.log.lines.join("\n")).toContain(`${paywall} cannot be read at the host`);
});

test("where the former rollout.yml cannot be read, this commit's values count, and that is said", async () => {
  const made = await stage("off", "- no mapping\n");
  made.forge.standIn.change((state) => void (state.files[commit] = {}));
  await made.asked();
  expect(made.held()).toBe("true");
  expect(made.world.log.lines.join("\n")).toMatch(
    /former release requires at the host is not known .*those of this commit/,
  );
});

test("a token that may not set it leaves it with its row and what to do; functions go back all the same", async () => {
  const made = await stage("true", requires("false"));
  made.vercel.change(({ faults }) => {
    const json = { error: { code: "forbidden", message: "Not authorized" } };
    faults.push({ method: "PATCH", path: "/v9/projects/.*/env/.*", times: 9, status: 403, json });
  });
  const { outputs, report } = await made.asked();
  expect(outputs).toMatchObject({ outcome: "partly-rolled-back", extent: "partial" });
  expect(report.next).toContain(`set ${paywall} to "false" at the host for production`);
  expect(made.live()).toEqual(made.former);
  expect(made.held()).toBe("true");
});

test("where the web is not back, its values are not either", async () => {
  const made = await stage("true", requires("false"));
  await made.deployWeb("hotfix");
  await made.asked();
  expect(made.held()).toBe("true");
});

test("a release of functions alone that goes back puts the required value right as well", async () => {
  const made = await stage("true", requires("false"), "encrypted", ["functions"]);
  const { outputs } = await made.asked();
  expect(outputs).toMatchObject({ outcome: "rolled-back", extent: "complete" });
  expect(made.held()).toBe("false");
  expect(made.live()).toEqual(made.former);
});

/** Name, target, whether it is possible, and why, of each row of a dry run. */
const rows = ({ report }: Awaited<ReturnType<LiveRelease["rollback"]>>): readonly (readonly string[])[] =>
  (report.tables?.[0]?.rows ?? []).map((row) => row.slice(0, 4));

test("a dry run lists the required value that would be set, and sets nothing", async () => {
  const made = await stage("sh0wn-never", requires("false"));
  const done = await made.asked({ "dry-run": "true" });
  expect(done.report.verdict).toBe("pass");
  expect(rows(done)).toContainEqual([
    `env ${paywall}`,
    `${paywall}="false"`,
    "yes",
    `the host holds another value; ${paywall} would be set`,
  ]);
  expect([made.held(), made.writes()]).toEqual(["sh0wn-never", 0]);
  expect(JSON.stringify([done.report, made.world.log.lines])).not.toContain("sh0wn-never");
});

test("a dry run of what holds the required value already lists none", async () => {
  const made = await stage("false", requires("false"));
  expect(rows(await made.asked({ "dry-run": "true" })).map(([name]) => name)).toEqual([
    "web",
    "hello",
    "world",
  ]);
});

test("a dry run that the host does not give its values is not ready, and says which", async () => {
  const made = await stage("true", requires("false"));
  made.vercel.change(({ faults }) => {
    const json = { error: { code: "internal", message: "Something broke" } };
    faults.push({ method: "GET", path: "/v10/projects/.*/env", times: 99, status: 500, json });
  });
  const done = await made.asked({ "dry-run": "true" });
  expect(done.report.verdict).toBe("fail");
  expect(done.report.reason).toContain(`whether the host holds ${paywall}="false" is not known`);
  expect(rows(done)).toContainEqual([
    `env ${paywall}`,
    `${paywall}="false"`,
    "no (failed)",
    expect.anything(),
  ]);
});

test.each([
  ["would be off, with its undo", {}, [], /auto-assignment of domains would be off after it.*`unpin: true`/],
  [
    "would be on again",
    { "restore-auto-assign": "true" },
    [["auto-assign", "on", "yes"]],
    /go back to \S+\.$/,
  ],
])("a dry run says that auto-assignment of domains %s", async (_, given, listed, said) => {
  const made = await stage("false", requires("false"));
  const found = rows(await made.asked({ "dry-run": "true", ...given }));
  expect(found.filter(([name]) => name === "auto-assign").map((row) => row.slice(0, 3))).toEqual(listed);
  expect(found[0]?.[3]).toMatch(said);
});

test("where this job is not told of the host, a release of functions alone goes back, and a notice says what is not looked at", async () => {
  const made = await stage("true", requires("false"), "encrypted", ["functions"]);
  const section: LiveRelease["world"]["section"] = (name, declared) => {
    if (name === "deploy-web") throw new UserError("PR104", "host-token is empty.", "Pass it.");
    return made.world.section(name, declared);
  };
  const { outputs } = await made.asked({}, { section });
  expect(outputs).toMatchObject({ outcome: "rolled-back", extent: "complete" });
  expect(made.held()).toBe("true");
  expect(made.world.log.lines).toContain(
    "notice: Whether the host holds the values that are required is not looked at: host-token is empty.",
  );
});

test("where rollout.yml has no host, nothing is said of its values", async () => {
  const made = await stage("true", requires("false"), "encrypted", ["functions"]);
  const { outputs } = await made.asked({}, { sections: ["deploy-functions"] });
  expect(outputs.outcome).toBe("rolled-back");
  expect(made.held()).toBe("true");
  expect(made.world.log.lines.filter((line) => /required/.test(line))).toEqual([]);
});
