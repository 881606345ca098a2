import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import type { Platform } from "../../support/functions-platform.ts";
import { functionsStage } from "../../support/functions-stage.ts";

let open: Platform | undefined;
afterEach(async () => {
  await open?.close();
});

test("a gateway that wants a key answers for no function: that is not told, and fails where health is required", async () => {
  const { platform, world, inputs, write } = await functionsStage(spec.inputs);
  open = platform;
  const json = { code: "UNAUTHORIZED_NO_AUTH_HEADER", message: "Missing authorization header" };
  platform.fault = ({ path }) => (path === "/fn/world" ? { status: 401, json } : undefined);
  const given = { "verify-jwt": "true" };
  const { report } = await deployFunctions(inputs(given), world);
  expect(report).toMatchObject({
    verdict: "pass",
    reason: "2 of 2 functions are live; whether world serves is not told.",
    next: expect.stringContaining("functions-key"),
    evidence: expect.arrayContaining([
      expect.stringMatching(/^not told: world: .*401 UNAUTHORIZED_NO_AUTH_HEADER/),
    ]),
  });
  await write({ "supabase/functions/world/index.ts": "export const n = 2;\n" });
  const strict = await deployFunctions(inputs({ ...given, "require-health": "true" }), world);
  expect(strict.report).toMatchObject({ verdict: "fail", reason: expect.stringContaining("is not told") });
});
