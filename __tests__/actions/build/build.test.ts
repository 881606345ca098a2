import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { type InputsOf } from "../../../kit/action/spec.ts";
import { build } from "../../../actions/build/build.ts";
import { spec } from "../../../actions/build/spec.ts";
import { readSite } from "../../../kit/parts/web/artifact.ts";
import { markerIn } from "../../../kit/parts/web/marker.ts";
import { expectFailure, expectSummary } from "../../support/golden-summary.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";
import { viteProject, writeFiles } from "../../support/vite-project.ts";

const required = 'VITE_PAYWALL_ENABLED: "false"';

function inputs(given: Readonly<Record<string, string>> = {}): InputsOf<typeof spec> {
  return inputsFrom(spec.inputs, { install: "none", "required-env": required, ...given });
}

test("a build makes an artifact whose marker is in its pages and whose required value is proven", async () => {
  const world = await testWorld({ root: await viteProject() });
  const { outputs, report } = await build(inputs(), world);
  const site = await readSite(outputs.path ?? "");
  expect(report.verdict).toBe("pass");
  expect(site.env["VITE_PAYWALL_ENABLED"]).toEqual({
    required: "false",
    value: "false",
    proof: "vite",
    source: ".env.production",
  });
  const page = await readFile(join(site.folder, "index.html"), "utf8");
  expect(markerIn(page)).toBe(site.marker);
  expect(site.marker).toBe(`0123456789ab-${site.digest.slice(0, 12)}`);
  expect(report.evidence).toContain("1 of 1 required values are proven by the configuration that built");
  expectSummary("build-pass", spec, report);
});

test("the same commit built again gives the same artifact, also over an output that is stamped already", async () => {
  const root = await viteProject();
  const first = await build(inputs(), await testWorld({ root }));
  const second = await build(inputs({ command: "true" }), await testWorld({ root }));
  expect(second.outputs["artifact-digest"]).toBe(first.outputs["artifact-digest"]);
  expect(second.outputs.marker).toBe(first.outputs.marker);
});

test("a wrong value is refused, naming the file it came from", async () => {
  const root = await viteProject({ ".env.production.local": "VITE_PAYWALL_ENABLED=true\n" });
  await expect(build(inputs(), await testWorld({ root }))).rejects.toMatchObject({
    code: "PR402",
    message: expect.stringContaining('"true" from .env.production.local'),
  });
  await expectFailure("build-error", spec, build(inputs(), await testWorld({ root })));
});

test("a value that is set inline in the script is seen, as is another mode", async () => {
  const inline = { name: "app", type: "module", scripts: { build: "VITE_PAYWALL_ENABLED=true vite build" } };
  const root = await viteProject({ "package.json": JSON.stringify(inline) });
  await expect(build(inputs(), await testWorld({ root }))).rejects.toMatchObject({ code: "PR402" });
  const mode = { ...inline, scripts: { build: "vite build --mode staging" } };
  await writeFiles(root, {
    "package.json": JSON.stringify(mode),
    ".env.staging": "VITE_PAYWALL_ENABLED=maybe\n",
  });
  await expect(build(inputs(), await testWorld({ root }))).rejects.toMatchObject({
    message: expect.stringContaining('"maybe" from .env.staging'),
  });
});

test("what define sets wins over the environment", async () => {
  const config = `export default { define: { "import.meta.env.VITE_PAYWALL_ENABLED": '"true"' } };`;
  const root = await viteProject({ "vite.config.js": config });
  await expect(build(inputs(), await testWorld({ root }))).rejects.toMatchObject({
    message: expect.stringContaining("define in the Vite configuration"),
  });
});

test("a value that the build never got is wrong, not unverifiable", async () => {
  const root = await viteProject({ ".env.production": "" });
  await expect(build(inputs(), await testWorld({ root }))).rejects.toMatchObject({
    code: "PR402",
    message: expect.stringContaining("saw no value"),
  });
});

test("without Vite, and for a variable that Vite does not expose, a value is unverifiable and said to be", async () => {
  const root = await viteProject();
  const world = await testWorld({ root });
  const none = await build(
    inputs({ command: "mkdir -p dist && cp index.html dist", "required-env": 'VITE_X: "1"' }),
    world,
  );
  expect((await readSite(none.outputs.path ?? "")).env["VITE_X"]?.proof).toBe("unverifiable");
  expect(none.report.evidence).toContain("0 of 1 required values are proven by the configuration that built");
  expect(world.log.lines.join("\n")).toContain("VITE_X is unverifiable");
  const hidden = await build(
    inputs({ "required-env": 'SECRET: "1"', "build-env": 'SECRET: "1"' }),
    await testWorld({ root }),
  );
  expect((await readSite(hidden.outputs.path ?? "")).env["SECRET"]?.proof).toBe("unverifiable");
});

test("the build gets its declared environment and no token of the job", async () => {
  const root = await viteProject();
  const world = await testWorld({ root, env: { PATH: process.env["PATH"], HOST_TOKEN: "t0ken" } });
  const command = 'mkdir -p dist && env > dist/env.txt && echo "<html></html>" > dist/index.html';
  const { outputs } = await build(
    inputs({ command, "required-env": "{}", "build-env": "GREETING: hello" }),
    world,
  );
  const seen = await readFile(join(outputs.path ?? "", "site", "env.txt"), "utf8");
  expect(seen).toContain("GREETING=hello");
  expect(seen).not.toContain("t0ken");
});

test("a command that fails is told with its last lines, and an empty output is refused", async () => {
  const root = await viteProject();
  const failing = build(inputs({ command: "echo something broke >&2; exit 3" }), await testWorld({ root }));
  await expect(failing).rejects.toMatchObject({
    code: "PR401",
    message: expect.stringContaining("something broke"),
  });
  const empty = { command: "true", output: "nowhere", "required-env": "{}" };
  await expect(build(inputs(empty), await testWorld({ root }))).rejects.toMatchObject({ code: "PR403" });
  const quality = inputs({ command: "true", "required-env": "{}", quality: "true, false", output: "." });
  await expect(build(quality, await testWorld({ root: await plainSite() }))).rejects.toMatchObject({
    code: "PR401",
    message: expect.stringContaining("`false` ended with exit code 1"),
  });
});

async function plainSite(): Promise<string> {
  const root = (await testWorld()).root;
  await writeFiles(root, { "index.html": "<p>hello</p>" });
  return join(root);
}
