import { expect, test } from "@jest/globals";
import { spec as migrate } from "../../../actions/migrate/spec.ts";
import { spec as smoke } from "../../../actions/smoke/spec.ts";
import { explainEnd } from "../../../kit/action/fail.ts";
import { UserError } from "../../../kit/errors/user-error.ts";

const refused = new UserError("PR307", "GitHub GET /x answered 429: Too Many Requests", "Run the job again.");

test("a phase that a service ends says whether it had begun to change anything", () => {
  expect(explainEnd(migrate, refused, false).message).toBe(
    "PR307: GitHub GET /x answered 429: Too Many Requests. migrate has changed nothing.",
  );
  expect(explainEnd(migrate, refused, true).message).toMatch(
    / migrate had begun to change the target: .*record\.$/,
  );
});

test("it is not said twice, nor of an action that changes nothing", () => {
  const told = new UserError("PR208", "The stack is not healthy. Nothing was changed.", "Mend it.");
  expect(explainEnd(migrate, told, true).message).toBe(
    "PR208: The stack is not healthy. Nothing was changed.",
  );
  expect(explainEnd(smoke, refused, false).message).not.toContain("changed");
});
