import { expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { functionsStage } from "../../support/functions-stage.ts";

test("a live function that is not declared is left alone, and the plan says so", async () => {
  const { platform, inputs, world } = await functionsStage(spec.inputs);
  await deployFunctions(inputs(), world);
  const { unverified, work } = await planFunctions(inputs({ functions: "hello" }), world);
  await platform.close();
  expect({ unverified, work }).toEqual({
    work: "none",
    unverified: ["world is live, but not among `functions`: not looked at, and stays as it is."],
  });
});
