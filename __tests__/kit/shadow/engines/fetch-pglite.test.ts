import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import type { PackagePin } from "../../../../kit/shadow/engines/fetch-package.ts";
import { fetchPglite, pglitePin } from "../../../../kit/shadow/engines/fetch-pglite.ts";
import { readTar } from "../../../../kit/shadow/engines/read-tar.ts";
import { systemHttp } from "../../../../kit/ports/http.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";
import { tar } from "../../../support/tar.ts";

const files = {
  "package/package.json": "{}",
  "package/dist/index.js": "export const PGlite = 1;",
  "package/dist/index.js.map": "not needed",
  "package/README.md": "not needed",
  "../outside.js": "never",
};
const archive = gzipSync(tar(files));
const pin: PackagePin = {
  name: "@electric-sql/pglite",
  title: "PGlite",
  version: "1.2.3",
  integrity: `sha512-${createHash("sha512").update(archive).digest("base64")}`,
};

type Answer = { readonly status?: number; readonly body: Buffer | string; readonly cut?: boolean };

async function registry(answers: readonly Answer[]) {
  const served = await serveLoopback((_, response, number) => {
    const { status = 200, body, cut = false } = answers[Math.min(number, answers.length) - 1] ?? { body: "" };
    response.writeHead(status, { "content-length": Buffer.byteLength(body) });
    if (!cut) response.end(body);
    else response.write(Buffer.from(body).subarray(0, 100), () => response.destroy());
  });
  const temp = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  const get = () => fetchPglite(served.url, { http: systemHttp, temp, env: {} }, pin);
  return { ...served, temp, get };
}

test("the pinned archive is fetched once, checked, and its programs alone are unpacked, inside of the folder", async () => {
  const { asked, get, close, temp } = await registry([{ body: archive }]);
  const folders = [await get(), await get()];
  expect(asked).toEqual(["GET /@electric-sql/pglite/-/pglite-1.2.3.tgz"]);
  for (const folder of folders) {
    expect((await readdir(folder, { recursive: true })).sort()).toEqual([
      "package",
      "package/dist",
      "package/dist/index.js",
      "package/package.json",
    ]);
  }
  await expect(access(join(temp, "outside.js"))).rejects.toThrow("ENOENT");
  await close();
});

test("an archive that was exchanged or cut in the cache is not unpacked, but fetched anew", async () => {
  const { asked, get, close, temp } = await registry([{ body: archive }]);
  const cache = join(temp, "prism-rollout/pglite-1.2.3.tgz");
  await mkdir(dirname(cache), { recursive: true });
  await writeFile(cache, gzipSync(tar({ "package/dist/index.js": "evil" })));
  expect(await readFile(join(await get(), "package/dist/index.js"), "utf8")).toContain("PGlite = 1");
  await writeFile(cache, archive.subarray(0, 40));
  await get();
  expect(asked).toHaveLength(2);
  await close();
});

test.each<[string, Answer, string]>([
  [
    "another archive",
    { body: gzipSync(tar({ "package/dist/index.js": "evil" })) },
    "not the archive that is pinned",
  ],
  ["a page instead", { body: "<html>sign in</html>" }, "not the archive that is pinned"],
  ["a refusal", { status: 403, body: "no" }, "it answers 403"],
  ["an archive that is cut", { body: archive, cut: true }, "cannot be fetched from"],
])("%s is no PGlite, and nothing of it stays", async (_, answer, why) => {
  const { get, close, temp } = await registry([answer]);
  await expect(get()).rejects.toThrow(why);
  expect(await readdir(temp)).toEqual([]);
  await close();
});

test("what is pinned is what the lock of this repository has", async () => {
  const root = join(import.meta.dirname, "../../../..");
  const lock = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, PackagePin>>;
  };
  expect(lock.packages["node_modules/@electric-sql/pglite"]).toMatchObject({
    version: pglitePin.version,
    integrity: pglitePin.integrity,
  });
});

test("an archive that is cut, or none, is said to be", () => {
  expect(readTar(tar(files)).map(({ name }) => name)).toEqual(Object.keys(files).slice(0, 4));
  expect(() => readTar(tar(files).subarray(0, 513))).toThrow("cut or no tar");
  expect(() => readTar(Buffer.alloc(600, "x"))).toThrow("cut or no tar");
  expect(readTar(Buffer.alloc(0))).toEqual([]);
});
