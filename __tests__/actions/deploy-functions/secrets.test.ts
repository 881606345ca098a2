import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { planFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { project } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";

let stage: FunctionsStage<typeof spec.inputs>;
beforeEach(async () => {
  stage = await functionsStage(spec.inputs);
});
afterEach(() => stage.platform.close());

const path = `/v1/projects/${project}/secrets`;
const asks = () => stage.platform.asked.filter((line) => line.includes("/secrets"));

async function reading(text: string, answer: { status: number; json: unknown } = { status: 200, json: [] }) {
  await stage.write({ "supabase/functions/hello/index.ts": `${text}\nDeno.serve(() => new Response());\n` });
  stage.platform.fault = ({ path: asked }) => (asked === path ? answer : undefined);
}

test("a secret that is not set is refused before anything is sent, in the plan and in the phase", async () => {
  await reading(`Deno.env.get("STRIPE_KEY"); Deno.env.get("MAIL") ?? "none"; Deno.env.get("SUPABASE_URL");`);
  const refused = {
    code: "PR437",
    message:
      "The project lacks secrets that its new functions read: hello reads STRIPE_KEY. Nothing was changed.",
  };
  await expect(planFunctions(stage.inputs(), stage.world)).rejects.toMatchObject(refused);
  await expect(deployFunctions(stage.inputs(), stage.world)).rejects.toMatchObject(refused);
  expect(stage.platform.uploads).toEqual([]);
});

test("secrets that are set are no word worth; where none is read, nobody is asked", async () => {
  await reading(`Deno.env.get("STRIPE_KEY")`, { status: 200, json: [{ name: "STRIPE_KEY", value: "5e8" }] });
  expect((await planFunctions(stage.inputs(), stage.world)).unverified).toEqual([]);
  expect(asks()).toHaveLength(1);
  await reading(`Deno.env.get("SUPABASE_URL")`);
  await planFunctions(stage.inputs(), stage.world);
  expect(asks()).toHaveLength(1);
});

test("names that are not in the text, and a token that may not look, are said and stop nothing", async () => {
  await reading(`Deno.env.get(names[0]); Deno.env.get("STRIPE_KEY")`, {
    status: 403,
    json: { message: "Forbidden" },
  });
  const { unverified } = await planFunctions(stage.inputs(), stage.world);
  expect(unverified).toEqual([
    "index.ts of hello reads secrets by names that are not in its text: whether they are set cannot be told",
    expect.stringMatching(/^whether the secrets of the functions are set cannot be told: .*403/),
  ]);
  // Alone, it is the phase that says so: nobody has read a plan.
  const { report } = await deployFunctions(stage.inputs(), stage.world);
  expect(report.folded).toContainEqual({ title: "Not verified", text: unverified.join("\n") });
});

test.each([[{ message: "hi" }], [[{ value: "x" }]], ["<html>"]])(
  "an answer that is no list: %j",
  async (json) => {
    await reading(`Deno.env.get("STRIPE_KEY")`, { status: 200, json });
    const { unverified } = await planFunctions(stage.inputs(), stage.world);
    expect(unverified[0]).toContain("answered something that its API does not say");
  },
);
