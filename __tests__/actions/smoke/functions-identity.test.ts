import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec as deploySpec } from "../../../actions/deploy-functions/spec.ts";
import { smoke } from "../../../actions/smoke/smoke.ts";
import { spec } from "../../../actions/smoke/spec.ts";
import { project, token } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { onStage } from "../../support/probe-stage.ts";

type Stage = FunctionsStage<(typeof deploySpec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

async function released(): Promise<Stage & { readonly live: string }> {
  const made = await functionsStage(deploySpec.inputs);
  open.push(made);
  const { outputs } = await deployFunctions(made.inputs(), made.world);
  return { ...made, live: outputs.live ?? "" };
}

/** What the step says that has the token. */
async function found(
  { platform, world }: Stage,
  given: Readonly<Record<string, string>>,
): Promise<{ readonly is: string; readonly said: string }> {
  const common = {
    stage: "identity",
    origins: "https://app.example",
    supabase: project,
    "supabase-access-token": token,
    "supabase-api-url": platform.url,
  };
  const { outputs } = await smoke(inputsFrom(spec.inputs, { ...common, ...given }), world);
  return JSON.parse(outputs["functions-identity"] ?? "") as { is: string; said: string };
}

test("what deploy-functions has left live is told, and found again: by one question, also where nothing was to do", async () => {
  const stage = await released();
  const before = stage.platform.asked.length;
  expect(await found(stage, { "functions-live": stage.live })).toEqual({
    is: "same",
    said: "2 of 2 functions are live as they were left",
  });
  expect(stage.platform.asked).toHaveLength(before + 1);
  const { outputs } = await deployFunctions(stage.inputs(), stage.world);
  expect(outputs.live).toBe(stage.live);
});

test("functions that somebody else has deployed or removed since are named", async () => {
  const stage = await released();
  await stage.write({ "supabase/functions/world/index.ts": "Deno.serve(() => new Response());\n" });
  await deployFunctions(stage.inputs({ functions: "world" }), stage.world);
  expect(await found(stage, { "functions-live": stage.live })).toEqual({
    is: "other",
    said: "1 of 2 functions are live as they were left: world is live in another bundle (version 2)",
  });
  stage.platform.functions.delete("world");
  const { said } = await found(stage, { "functions-live": stage.live });
  expect(said).toContain("world is not live any more");
});

test("where it cannot be asked, that is said and nothing else: it says nothing of the release", async () => {
  const stage = await released();
  const live = { "functions-live": stage.live };
  const without = {
    is: "unknown",
    said: "the functions were not compared: supabase-access-token is not given",
  };
  expect(await found(stage, { ...live, "supabase-access-token": "" })).toEqual(without);
  expect((await found(stage, {})).is).toBe("unknown");
  expect((await found(stage, { "functions-live": "{}" })).is).toBe("unknown");
  stage.platform.fault = () => ({ status: 403, json: { message: "no" } });
  const refused = await found(stage, live);
  expect(refused.is).toBe("unknown");
  expect(refused.said).toContain("403");
});

test("nothing is tested while other functions are live; where nobody could ask, it is", async () => {
  const judge = async (is: string): Promise<Readonly<Record<string, unknown>>> =>
    await onStage(
      (_, response) => response.end("{}"),
      async ({ inputs, world, asked }) => {
        const given = { "functions-identity": JSON.stringify({ is, said: "so it was found" }) };
        const { outputs, report } = await smoke(inputs([{ name: "a", path: "/x" }], given), world);
        expect(report.evidence).toContain("so it was found");
        return { outcome: outputs["probes-outcome"], verdict: report.verdict, asked: asked.length };
      },
    );
  expect(await judge("other")).toEqual({ outcome: "stale", verdict: "error", asked: 0 });
  expect(await judge("same")).toEqual({ outcome: "passed", verdict: "pass", asked: 1 });
  expect(await judge("unknown")).toEqual({ outcome: "passed", verdict: "pass", asked: 1 });
});

test("without a step that has asked, that is said; where there is no project, nothing is", async () => {
  await onStage(
    (_, response) => response.end("{}"),
    async ({ inputs, world }) => {
      const said = async (given: Readonly<Record<string, string>>): Promise<readonly string[]> =>
        (await smoke(inputs([], given), world)).report.evidence ?? [];
      expect(await said({ supabase: project })).toContain(
        "the functions were not compared: no step has asked",
      );
      expect((await said({})).join()).not.toContain("functions");
    },
  );
});

test.each(["[]", "null", '{"is":"fine","said":"x"}', '{"is":"same"}', "no"])(
  "what is no word of that step is refused, never taken for one: %s",
  async (text) => {
    await onStage(
      (_, response) => response.end("{}"),
      async ({ inputs, world }) => {
        const run = smoke(inputs([], { "functions-identity": text }), world);
        await expect(run).rejects.toMatchObject({ code: "PR102" });
      },
    );
  },
);

test.each(["[]", "null", '{"a":1}', "no"])("marks that are none are refused: %s", async (text) => {
  await expect(found(await released(), { "functions-live": text })).rejects.toMatchObject({ code: "PR102" });
});
