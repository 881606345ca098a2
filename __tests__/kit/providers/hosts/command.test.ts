import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { deployWeb } from "../../../../actions/deploy-web/deploy-web.ts";
import { spec } from "../../../../actions/deploy-web/spec.ts";
import { changeOf, undoWeb } from "../../../../kit/parts/web/undo-web.ts";
import { builtSite } from "../../../support/built-site.ts";
import { inputsFrom } from "../../../support/inputs-of.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";
import { type TestWorld, testWorld } from "../../../support/test-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A host that serves whatever lies in its folder; the command copies the site there, the undo puts it back. */
async function start(): Promise<{ readonly world: TestWorld; readonly given: Record<string, string> }> {
  const world = await testWorld();
  const { close, url } = await serveLoopback((request, response) => {
    const path = new URL(request.url ?? "/", "http://any").pathname;
    readFile(join(world.root, "live", path === "/" ? "index.html" : path)).then(
      (page) => response.end(page),
      () => response.writeHead(404).end(),
    );
  });
  open.push({ close });
  const given = {
    host: "command",
    origins: url,
    command: "rm -rf old; mv live old 2>/dev/null || true; cp -r $ROLLOUT_SITE live; env > seen.txt",
    "undo-command": "rm -rf live; mv old live; env > seen.txt",
    "poll-interval": "5ms",
    "verify-timeout": "50ms",
  };
  return { world, given };
}

test("the user's command deploys the built site, and the origins prove it", async () => {
  const { world, given } = await start();
  const { folder, artifact } = await builtSite();
  const inputs = inputsFrom(spec.inputs, { ...given, artifact: folder });
  const { report, outputs } = await deployWeb(inputs, world);
  expect(report).toMatchObject({ verdict: "pass" });
  expect(outputs.marker).toBe(artifact.marker);
  const again = await deployWeb(inputs, world);
  expect(again.report.reason).toContain("live already");
  expect(world.emitted["work"]).toBe("none");
});

test("the command gets the token only under the name that is declared for it", async () => {
  const { world, given } = await start();
  const { folder } = await builtSite();
  const token = { "host-token": "t0ken", artifact: folder };
  await deployWeb(inputsFrom(spec.inputs, { ...given, ...token }), world);
  expect(await readFile(join(world.root, "seen.txt"), "utf8")).not.toContain("t0ken");
  const { folder: other } = await builtSite({ text: "two" });
  const named = { ...given, ...token, artifact: other, "command-token": "VERCEL_TOKEN" };
  await deployWeb(inputsFrom(spec.inputs, named), world);
  expect(await readFile(join(world.root, "seen.txt"), "utf8")).toContain("VERCEL_TOKEN=t0ken");
});

test("a command that ends well but does not deploy the built site is found out", async () => {
  const { world, given } = await start();
  const { folder } = await builtSite();
  const idle = inputsFrom(spec.inputs, { ...given, artifact: folder, command: "true" });
  await expect(deployWeb(idle, world)).rejects.toMatchObject({
    code: "PR433",
    message: expect.stringContaining("0 of 1 origins serve"),
  });
  const fails = inputsFrom(spec.inputs, { ...given, artifact: folder, command: "echo no quota; exit 1" });
  await expect(deployWeb(fails, world)).rejects.toMatchObject({
    code: "PR441",
    message: expect.stringContaining("no quota"),
  });
});

test("the undo command brings the old site back; without one the way back is declared irreversible", async () => {
  const { world, given } = await start();
  const one = await builtSite();
  await deployWeb(inputsFrom(spec.inputs, { ...given, artifact: one.folder }), world);
  const two = await builtSite({ text: "two" });
  const inputs = inputsFrom(spec.inputs, { ...given, artifact: two.folder });
  await deployWeb(inputs, world);
  const change = changeOf(JSON.parse(world.emitted["receipt"] ?? "{}") as Parameters<typeof changeOf>[0]);
  const { "undo-command": _, ...bare } = given;
  expect(await undoWeb(inputsFrom(spec.inputs, bare), change, world)).toMatchObject({
    outcome: "irreversible",
  });
  expect(await undoWeb(inputs, change, world)).toMatchObject({ outcome: "reverted" });
  const seen = await readFile(join(world.root, "seen.txt"), "utf8");
  expect(seen).toContain(`ROLLOUT_MARKER=${one.artifact.marker}`);
  expect(await undoWeb(inputs, change, world)).toMatchObject({ outcome: "already" });
});

test("the folder that the command deploys has what open tabs need of the release before", async () => {
  const { world, given } = await start();
  for (const text of ["one", "two"]) {
    const { folder } = await builtSite({ text });
    await deployWeb(inputsFrom(spec.inputs, { ...given, artifact: folder }), world);
  }
  expect(await readFile(join(world.root, "live/assets/app-one.js"), "utf8")).toContain("one");
  expect(await readFile(join(world.root, "live/index.html"), "utf8")).toContain("two");
});
