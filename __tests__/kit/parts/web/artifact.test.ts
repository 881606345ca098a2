import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { makeArtifact } from "../../../../actions/build/make-artifact.ts";
import { readSite } from "../../../../kit/parts/web/artifact.ts";
import { builtSite } from "../../../support/built-site.ts";
import { testWorld } from "../../../support/test-world.ts";
import { writeFiles } from "../../../support/vite-project.ts";

test("an artifact that came through whole is read back", async () => {
  const { folder, artifact } = await builtSite({ files: { ".well-known/security.txt": "Contact: x" } });
  expect(await readSite(folder)).toEqual({ ...artifact, folder: join(folder, "site") });
});

test.each([
  ["a changed file", (site: string) => appendFile(join(site, "favicon.svg"), " ")],
  ["a missing hidden file", (site: string) => rm(join(site, ".well-known"), { recursive: true })],
  ["a file too many", (site: string) => writeFile(join(site, "extra.js"), "alert(1)")],
])("%s is found out", async (_, harm) => {
  const { folder } = await builtSite({ files: { ".well-known/security.txt": "Contact: x" } });
  await harm(join(folder, "site"));
  await expect(readSite(folder)).rejects.toMatchObject({ code: "PR432" });
});

test("a manifest that was edited to fit is found out by its digest", async () => {
  const { folder } = await builtSite();
  const manifest = join(folder, "artifact.json");
  const text = await readFile(manifest, "utf8");
  await writeFile(manifest, text.replace(/"digest":"......../, '"digest":"00000000'));
  await expect(readSite(folder)).rejects.toMatchObject({ code: "PR432" });
});

test("no artifact, half an artifact and another format are each said", async () => {
  const { root } = await testWorld();
  await expect(readSite(root)).rejects.toMatchObject({ code: "PR105" });
  const { folder } = await builtSite();
  await rm(join(folder, "site"), { recursive: true });
  await expect(readSite(folder)).rejects.toMatchObject({ code: "PR105" });
  await writeFile(join(folder, "artifact.json"), '{"schema":"prism-rollout/artifact@2"}');
  await expect(readSite(folder)).rejects.toMatchObject({ code: "PR106" });
});

test("the digest is of what was built: another commit stamps other pages with the same digest", async () => {
  const { root } = await testWorld();
  await writeFiles(join(root, "dist"), { "index.html": "<head></head>é", "b.bin": "\u0000" });
  const one = await makeArtifact(join(root, "dist"), join(root, "one"), { commit: "a".repeat(40), env: {} });
  const two = await makeArtifact(join(root, "dist"), join(root, "two"), { commit: "b".repeat(40), env: {} });
  expect(two.artifact.digest).toBe(one.artifact.digest);
  expect(two.artifact.marker).not.toBe(one.artifact.marker);
  expect(await readFile(join(root, "two", "site", "index.html"), "utf8")).toContain("é");
});
