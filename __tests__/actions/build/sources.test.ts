import { chmod, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { build } from "../../../actions/build/build.ts";
import { spec } from "../../../actions/build/spec.ts";
import { readSite } from "../../../kit/parts/web/artifact.ts";
import { markerIn } from "../../../kit/parts/web/marker.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";
import { writeFiles } from "../../support/vite-project.ts";

type Files = Readonly<Record<string, string>>;

async function built(files: Files, given: Files, prepare?: (root: string) => Promise<unknown>) {
  const world = await testWorld();
  await writeFiles(world.root, files);
  await prepare?.(world.root);
  const inputs = inputsFrom(spec.inputs, { install: "none", command: "true", ...given });
  const done = await build(inputs, world);
  return { ...done, world, site: await readSite(done.outputs.path ?? "") };
}

const dist = { "dist/index.html": "<!doctype html><head></head>", "dist/assets/a.js": "1" };
const output = ".vercel/output";
const prebuilt = {
  [`${output}/config.json`]: '{"version":3,"routes":[{"handle":"filesystem"}]}',
  [`${output}/static/index.html`]: "<!doctype html><head></head>",
  [`${output}/functions/api.func/.vc-config.json`]: '{"filePathMap":{"lib/a.js":"lib/a.js"}}',
  [`${output}/functions/api.func/page.html`]: "<head></head>",
  "lib/a.js": "module.exports = 1;",
  "node_modules/x.js": "not asked for",
};

test("version.json says the marker and the commit; one of the app's own is left alone", async () => {
  const { site } = await built(dist, {});
  const version = JSON.parse(await readFile(join(site.folder, "version.json"), "utf8")) as unknown;
  expect(version).toEqual({ "rollout-build": site.marker, commit: site.commit });
  const own = await built({ ...dist, "dist/version.json": '{"app":"7"}' }, {});
  expect(await readFile(join(own.site.folder, "version.json"), "utf8")).toBe('{"app":"7"}');
});

test("a prebuilt output is taken as it is, with the files that its functions name, its links and what may be run", async () => {
  const { site, report } = await built(prebuilt, { source: "prebuilt" }, async (root) => {
    await symlink("api.func", join(root, output, "functions/other.func"));
    await writeFile(join(root, output, "functions/api.func/run"), "#!/bin/sh");
    await chmod(join(root, output, "functions/api.func/run"), 0o755);
  });
  expect(site.source).toBe("prebuilt");
  const files = new Map(site.files.map((file) => [file.path, file]));
  expect([...files.keys()]).toEqual([
    `${output}/config.json`,
    `${output}/functions/api.func/.vc-config.json`,
    `${output}/functions/api.func/page.html`,
    `${output}/functions/api.func/run`,
    `${output}/functions/other.func`,
    `${output}/static/index.html`,
    "lib/a.js",
  ]);
  expect(files.get(`${output}/functions/other.func`)).toMatchObject({ link: "api.func", mode: 0o120777 });
  expect(files.get(`${output}/functions/api.func/run`)?.mode).toBe(0o100755);
  const text = async (path: string): Promise<string> => await readFile(join(site.folder, path), "utf8");
  expect(markerIn(await text(`${output}/static/index.html`))).toBe(site.marker);
  expect(markerIn(await text(`${output}/functions/api.func/page.html`))).toBeUndefined();
  expect(report.evidence).toContain(`1 of 1 pages are stamped ${site.marker}`);
});

test("where no file is the page at /, the app has to say its commit itself", async () => {
  const { [`${output}/static/index.html`]: page, ...rendered } = prebuilt;
  const { site, report } = await built(
    { ...rendered, [`${output}/static/404.html`]: page ?? "" },
    { source: "prebuilt" },
  );
  expect(site.marker).toBe(site.commit);
  expect(report.evidence).toContain(`the site has to say its commit itself: ${site.commit}`);
});

test("with source existing nothing is built here, and the commit is what the site must say", async () => {
  const { site, outputs, report } = await built(
    {},
    { source: "existing", command: "exit 1", "required-env": 'VITE_X: "1"' },
  );
  expect(outputs.marker).toBe(site.commit);
  expect(site.env["VITE_X"]).toMatchObject({
    proof: "unverifiable",
    source: "the host builds this commit itself",
  });
  expect(report.reason).toBe(`The host builds ${site.commit} itself; nothing was built here.`);
});

test("a link is followed where it stays inside, and its target is in the artifact as a file", async () => {
  const { site } = await built(dist, {}, (root) => symlink("a.js", join(root, "dist/assets/b.js")));
  expect(await readFile(join(site.folder, "assets/b.js"), "utf8")).toBe("1");
});

test.each<[string, string, string]>([
  ["out of the folder", "../../outside.txt", "leads out of the folder, to "],
  ["to nowhere", "gone.js", "leads to nowhere"],
  ["in a circle", "..", "leads to a folder that it lies in"],
])("a link %s is refused by its name", async (_, to, said) => {
  const link = async (root: string): Promise<void> => {
    await writeFile(join(root, "outside.txt"), "secret");
    await symlink(to, join(root, "dist/assets/link"));
  };
  await expect(built(dist, {}, link)).rejects.toMatchObject({
    code: "PR476",
    message: expect.stringMatching(
      new RegExp(`has the link assets/link, which ${said}.*Nothing was changed`),
    ),
  });
});

const without = (path: string): Files =>
  Object.fromEntries(Object.entries(prebuilt).filter(([name]) => name !== path));

test.each<[string, Files, string]>([
  ["no output at all", dist, "has left no .vercel/output/config.json"],
  [
    "an output of another version",
    { ...prebuilt, [`${output}/config.json`]: '{"version":2}' },
    "has left another version than 3",
  ],
  [
    "a function's configuration that was cut off",
    { ...prebuilt, [`${output}/functions/api.func/.vc-config.json`]: "{" },
    "functions/api.func/.vc-config.json is not JSON",
  ],
  ["a file that a function names and that is not there", without("lib/a.js"), "needs lib/a.js"],
  [
    "a file that a function names outside of the project",
    { ...prebuilt, [`${output}/functions/api.func/.vc-config.json`]: '{"filePathMap":{"a":"../../a"}}' },
    "needs ../../a",
  ],
])("a prebuilt output with %s is refused", async (_, files, said) => {
  await expect(built(files, { source: "prebuilt" })).rejects.toMatchObject({
    code: expect.stringMatching(/^PR(403|476)$/),
    message: expect.stringContaining(said),
  });
});

test("a link of a prebuilt output that leads out of it is refused", async () => {
  const link = async (root: string): Promise<void> => {
    const at = join(root, output, "functions/x.func");
    await mkdir(dirname(at), { recursive: true });
    await symlink("../../../lib", at);
  };
  await expect(built(prebuilt, { source: "prebuilt" }, link)).rejects.toMatchObject({ code: "PR476" });
});

test("a site of no files at all is refused, and one without a page", async () => {
  const none = (root: string): Promise<unknown> => mkdir(join(root, "dist"));
  await expect(built({}, {}, none)).rejects.toMatchObject({
    code: "PR403",
    message: expect.stringContaining("(0 files in all)"),
  });
});
