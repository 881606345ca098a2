import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec } from "../../../actions/deploy-functions/spec.ts";
import { functionsPart, inspectFunctions } from "../../../kit/parts/functions/plan-functions.ts";
import { type FunctionsSnapshot, snapshotOf } from "../../../kit/parts/functions/snapshot/snapshot.ts";
import { project } from "../../support/functions-platform.ts";
import { type FunctionsStage, functionsStage } from "../../support/functions-stage.ts";
import { planFile } from "../../support/plan-file.ts";

type Stage = FunctionsStage<(typeof spec)["inputs"]>;

const open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ platform }) => platform.close()));
});

/** `hello` and `world` live on a platform that gives no sources back, and another version of both wanted. */
async function stage(): Promise<Stage> {
  const made = await functionsStage(spec.inputs);
  open.push(made);
  made.platform.withoutSources = true;
  await deployFunctions(made.inputs(), made.world);
  await made.write({ "supabase/functions/_shared/version.ts": `export const version = "2";\n` });
  return made;
}

const changes = ({ platform }: Stage): readonly string[] =>
  platform.asked.filter((line) => !line.startsWith("GET"));

test.each([
  ["another bundle", (was: object) => ({ ...was, eszip: "e30=" })],
  [
    "a bundle of another deployment",
    (was: { readonly listed: object }) => ({
      ...was,
      listed: { ...was.listed, ezbr_sha256: "theirs" },
    }),
  ],
  ["no bundle", (was: object) => ({ ...was, eszip: undefined })],
])(
  "a plan whose snapshot has %s instead of what was live is refused before anything is sent",
  async (_, damage) => {
    const made = await stage();
    const { inputs, world } = made;
    const found = await inspectFunctions(inputs(), world);
    const part = functionsPart(found);
    expect(part.undo).toEqual({ possible: "yes" });
    const given = await planFile(world, part, snapshotOf(project, found));
    const file = join(world.root, "snapshot.json");
    const snapshot = JSON.parse(await readFile(file, "utf8")) as FunctionsSnapshot;
    const { hello } = snapshot.functions;
    const was = hello?.was && damage(hello.was);
    const damaged = { ...snapshot, functions: { ...snapshot.functions, hello: { ...hello, was } } };
    await writeFile(file, JSON.stringify(damaged));
    const before = changes(made).length;
    await expect(deployFunctions(inputs(given), world)).rejects.toMatchObject({
      code: "PR105",
      message: expect.stringContaining("does not have what was live of hello. Nothing was changed."),
    });
    expect(changes(made)).toHaveLength(before);
    await writeFile(file, JSON.stringify(snapshot));
    expect((await deployFunctions(inputs(given), world)).report.verdict).toBe("pass");
  },
);

test("an activation that is done and answered 500 is known by its bundles, and the release goes on", async () => {
  const made = await stage();
  made.platform.failPut = "all";
  const { report } = await deployFunctions(made.inputs(), made.world);
  expect(report.verdict).toBe("pass");
  expect(made.world.log.lines.join("\n")).toContain("live is wholly the new set: 2 of 2 functions.");
});

test("one that is done in part is told function by function", async () => {
  const made = await stage();
  made.platform.failPut = "first";
  await expect(deployFunctions(made.inputs(), made.world)).rejects.toMatchObject({
    code: "PR445",
    message: expect.stringContaining("mixed (new: hello; as before: world)."),
  });
});

test("a bundle that waits, and whose number the list shows, does not look like somebody else", async () => {
  const made = await stage();
  made.platform.listsStaged = true;
  expect((await deployFunctions(made.inputs(), made.world)).report.verdict).toBe("pass");
});
