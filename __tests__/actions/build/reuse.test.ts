import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { build } from "../../../actions/build/build.ts";
import { spec } from "../../../actions/build/spec.ts";
import { type Artifact, readSite } from "../../../kit/parts/web/artifact.ts";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { sha256 } from "../../../kit/release/canonical.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";
import { writeFiles } from "../../support/vite-project.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const secret = "hunter2";
const page = "<!doctype html><head></head>";
const given = {
  install: "none",
  command: `mkdir -p dist && echo '${page}' > dist/index.html && echo built >> builds`,
  "build-env": JSON.stringify({ VITE_URL: "https://one.example.com", PASSWORD: secret }),
};

type Changes = Readonly<Record<string, string>>;

/** A build of one target in a checkout of its own, with `.env` files that a step has left there. */
async function built(target: string, changes: Changes = {}, files: Changes = {}, sha?: string) {
  const github_env = sha === undefined ? {} : { GITHUB_SHA: sha };
  const world = await testWorld({ github_env: { GITHUB_RUN_ID: "77", ...github_env } });
  await writeFiles(world.root, { ".env.production": "VITE_PAYWALL_ENABLED=false\n", ...files });
  const { outputs, report } = await build(inputsFrom(spec.inputs, { target, ...given, ...changes }), world);
  const folder = outputs.path ?? "";
  const text = await readFile(join(folder, "artifact.json"), "utf8");
  return {
    folder,
    text,
    outputs,
    report,
    world,
    runs: await buildsIn(world),
    artifact: JSON.parse(text) as Artifact,
  };
}

async function buildsIn({ root }: TestWorld): Promise<number> {
  const text = await readFile(join(root, "builds"), "utf8").catch(() => "");
  return text.split("\n").length - 1;
}

test("the same commit with the same settings and values is built once: the other target takes it as it is", async () => {
  const staging = await built("staging");
  const production = await built("production", { reuse: staging.folder });
  expect([staging.runs, production.runs]).toEqual([1, 0]);
  expect(production.outputs).toMatchObject({
    marker: staging.outputs.marker,
    "artifact-digest": staging.outputs["artifact-digest"],
  });
  expect((await readSite(production.folder)).files).toEqual(staging.artifact.files);
  expect(production.report.evidence?.[0]).toMatch(
    /^the site is the one that was built in run 77 for staging, digest [0-9a-f]{12}: the settings and values/,
  );
});

test("the plan says it before anybody approves, and the receipt keeps it", async () => {
  const staging = await built("staging");
  const { folder } = await built("production", { reuse: staging.folder });
  const { vercel, inputs, deploy } = await vercelWorld();
  open.push(vercel);
  const plan = await planWeb(inputs({ artifact: folder }), await testWorld());
  expect(plan.says).toContainEqual(expect.stringContaining("built in run 77 for staging"));
  const { world } = await deploy({ artifact: folder });
  expect(JSON.parse(world.emitted["receipt"] ?? "{}")).toMatchObject({
    intended: { builtIn: "77", builtFor: "staging", marker: staging.outputs.marker },
  });
});

const other = "f".repeat(40);
test.each<[string, Changes, Changes, string | undefined, string]>([
  [
    "only a secret differs",
    { "build-env": JSON.stringify({ VITE_URL: "https://one.example.com", PASSWORD: "hunter3" }) },
    {},
    undefined,
    "the values that the build sees differ at PASSWORD",
  ],
  [
    "a value is missing",
    { "build-env": JSON.stringify({ VITE_URL: "https://one.example.com" }) },
    {},
    undefined,
    "the values that the build sees differ at PASSWORD",
  ],
  [
    "a step has written a file of values",
    {},
    { ".env.production.local": "VITE_PAYWALL_ENABLED=true" },
    undefined,
    "the values that the build sees differ at .env.production.local",
  ],
  ["the command differs", { command: `${given.command}; true` }, {}, undefined, "source, install, command"],
  ["it is another commit", {}, {}, other, "it is of commit 0123456789ab"],
])(
  "where %s it is built anew, and the plan says why without a value",
  async (_, changes, files, sha, because) => {
    const staging = await built("staging");
    const production = await built("production", { reuse: staging.folder, ...changes }, files, sha);
    expect(production.runs).toBe(1);
    expect(production.artifact.reuse).toMatchObject({
      taken: false,
      because: expect.stringContaining(because),
    });
    expect(production.report.evidence?.[0]).toContain(`the site was built anew: ${because}`);
    const told = production.text + JSON.stringify(production.report) + production.world.log.lines.join("\n");
    expect(told).not.toContain("hunter");
  },
);

test("neither a value nor a sum that could be guessed from is in the artifact", async () => {
  const { text } = await built("staging");
  expect(text).not.toContain(secret);
  expect(text).not.toContain(sha256(secret));
});

test.each<[string, (folder: string) => Promise<void>, RegExp]>([
  [
    "that has expired",
    (folder) => rm(folder, { recursive: true }),
    /has expired, or that target was not built/,
  ],
  [
    "of which a page was edited",
    (folder) => writeFile(join(folder, "site/index.html"), page),
    /not the one that was built/,
  ],
  ["with a page more", (folder) => writeFile(join(folder, "site/more.html"), page), /more\.html/],
  [
    "without its site",
    (folder) => rm(join(folder, "site"), { recursive: true }),
    /has expired|not all of its site/,
  ],
  ["that is no artifact", (folder) => writeFile(join(folder, "artifact.json"), page), /artifact\.json/],
  [
    "of a version that did not say with what it was made",
    async (folder) => {
      const file = join(folder, "artifact.json");
      const { made: _, ...rest } = JSON.parse(await readFile(file, "utf8")) as Artifact;
      await writeFile(file, JSON.stringify(rest));
    },
    /does not say with what it was made/,
  ],
])("an artifact %s is not taken, and the site is built", async (_, spoil, because) => {
  const staging = await built("staging");
  await spoil(staging.folder);
  const production = await built("production", { reuse: staging.folder });
  expect(production.runs).toBe(1);
  expect(production.artifact.reuse).toEqual({ taken: false, because: expect.stringMatching(because) });
  expect((await readSite(production.folder)).digest).toBe(production.artifact.digest);
});

test("what was taken is taken on, and says still who has built it", async () => {
  const staging = await built("staging");
  const second = await built("second", { reuse: staging.folder });
  const third = await built("third", { reuse: second.folder });
  expect([second.runs, third.runs]).toEqual([0, 0]);
  expect(third.artifact.made).toMatchObject({ target: "staging", run: "77" });
});
