import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { auditEnvironments } from "../../../../kit/release/environments/audit.ts";
import { environmentNames } from "../../../../kit/release/environments/names.ts";
import { type EnvironmentsWorld, environmentsWorld, request, sound } from "./world.ts";

let world: EnvironmentsWorld;
beforeEach(async () => void (world = await environmentsWorld()));
afterEach(() => world.close());

/** GitHub's answers about environments are others. */
function answer(fault: { readonly status: number; readonly json?: unknown; readonly body?: string }): void {
  const headers = fault.body === undefined ? {} : { "content-type": "text/html" };
  const place = { method: "GET", path: ".*/environments/[^/]*", times: 99 };
  world.standIn.change(({ faults }) => void faults.push({ ...place, headers, ...fault }));
}

test("without actions: read the permission is named, and nothing goes on", async () => {
  const poor = await world.as({ contents: "read", deployments: "write" });
  await expect(auditEnvironments(poor, request())).rejects.toMatchObject({
    code: "PR213",
    message: expect.stringMatching(/may not read the environment production-.* Nothing was changed\.$/),
    fix: expect.stringContaining("`actions: read`"),
  });
});

test.each([
  ["a page of HTML", { status: 200, body: "<html>log in</html>" }, "PR306"],
  ["an empty object", { status: 200, json: {} }, "PR213"],
  ["a list", { status: 200, json: [] }, "PR213"],
  [
    "rules that are no list",
    { status: 200, json: { protection_rules: {}, deployment_branch_policy: null } },
    "PR213",
  ],
  ["no word about branches", { status: 200, json: { protection_rules: [] } }, "PR213"],
  ["a server in trouble", { status: 502, json: {} }, "PR305"],
])("%s about an environment stops the release", async (_, fault, code) => {
  answer(fault);
  await expect(auditEnvironments(world.github, request())).rejects.toMatchObject({ code });
});

test("a server that does not say who may bypass or review is taken at its worst", async () => {
  const rules = [
    { type: "required_reviewers", reviewers: [{ type: "User", reviewer: { id: 1, login: "ada" } }] },
  ];
  answer({ status: 200, json: { protection_rules: rules, deployment_branch_policy: null } });
  const { findings } = await auditEnvironments(world.github, request({ oneJob: "production-migrate" }));
  const says = findings.map(({ wrong }) => wrong);
  expect(says).toContain("does not say whether who started a release may approve it");
  expect(says).toContain("does not say whether an admin may pass it without an approval");
});

test.each(["production migrate", "produktion 🚀", "prod/eu/migrate", "100% + ?#&", "Ünïcode…"])(
  "an environment named «%s» is found by its name",
  async (name) => {
    world.standIn.change(({ environments }) => {
      const migrate = environments.find((one) => one.name === sound[0]?.name);
      Object.assign(migrate ?? {}, { name });
    });
    const names = environmentNames("production", { migrateEnvironment: name });
    expect((await auditEnvironments(world.github, request({ names }))).findings).toEqual([]);
  },
);

test.each(["   ", "a\nb", "x".repeat(256)])(
  "the name %j is refused with a sentence, and not asked for",
  async (name) => {
    const names = environmentNames("production", { migrateEnvironment: name });
    const { findings } = await auditEnvironments(world.github, request({ names }));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fix).toBe("Name another one by migrate-environment.");
  },
);
