import { expect, test } from "@jest/globals";
import { planParts } from "../../../actions/plan/plan-parts.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { testWorld } from "../../support/test-world.ts";

test("where several sections are wrong one is told, and no rejection is left that nobody waits for", async () => {
  const left: unknown[] = [];
  const note = (reason: unknown): void => void left.push(reason);
  process.on("unhandledRejection", note);
  try {
    const asked: string[] = [];
    const world = await testWorld({
      sections: ["migrate", "deploy-functions", "deploy-web"],
      section: (name) => {
        asked.push(name);
        throw new UserError("PR104", `${name} lacks a secret.`, "Set it.");
      },
    });
    await expect(planParts(world, { list: () => Promise.resolve([]) })).rejects.toThrow("lacks a secret");
    // Node tells of a rejection that nobody has met after the turn in which it came.
    await new Promise((resolve) => setImmediate(resolve));
    expect({ asked: asked.toSorted(), left }).toEqual({
      asked: ["deploy-functions", "deploy-web", "migrate"],
      left: [],
    });
  } finally {
    process.removeListener("unhandledRejection", note);
  }
});
