import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { type EnginePins, enginePins, engines } from "../../../kit/compatibility/fetch-engines.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { serveLoopback } from "../../support/serve-loopback.ts";
import { tar } from "../../support/tar.ts";
import { testWorld } from "../../support/test-world.ts";

const machine = `${process.platform}-${process.arch}`;
const packed = (name: string): Buffer =>
  gzipSync(tar({ [`package/${name}`]: `#!/bin/sh\necho ${name}\n`, "package/README.md": "" }, "755"));
const archives = { deno: packed("deno"), postgrest: packed("postgrest") };
const pin = (name: keyof typeof archives, title: string) => ({
  name: `@one/${name}`,
  title,
  version: "1.0.0",
  integrity: `sha512-${createHash("sha512").update(archives[name]).digest("base64")}`,
  for: machine,
});
const pins: EnginePins = { deno: pin("deno", "Deno"), postgrest: pin("postgrest", "PostgREST") };

/** A machine with git and what else is named, and a registry. */
async function stage({ has = [], answers = archives }: { has?: readonly string[]; answers?: object } = {}) {
  const served = await serveLoopback((request, response) => {
    const name = /\/-\/(\w+)-1\.0\.0\.tgz$/.exec(request.url ?? "")?.[1] ?? "";
    const body = (answers as Readonly<Record<string, Buffer | undefined>>)[name];
    response.writeHead(body ? 200 : 404).end(body);
  });
  const [root, path] = await Promise.all([0, 1].map(() => mkdtemp(join(tmpdir(), "prism-rollout-test-"))));
  const git = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  await symlink(git, join(path ?? "", "git"));
  for (const name of has) {
    await writeFile(join(path ?? "", name), "#!/bin/sh\n");
    await chmod(join(path ?? "", name), 0o755);
  }
  const world = await testWorld({ root: root ?? "", env: { PATH: path ?? "" }, http: systemHttp });
  const get = (compatibility: "auto" | "installed" = "auto", pinned = pins) =>
    engines({ compatibility, shadowRegistry: served.url }, world, pinned);
  return { ...served, world, get };
}

test("what the machine has not is fetched by its pin, can be run, and is taken away again", async () => {
  const { get, asked, world, close } = await stage();
  const had = await get();
  if ("because" in had) throw new Error(had.because);
  expect(asked).toEqual(["GET /@one/deno/-/deno-1.0.0.tgz", "GET /@one/postgrest/-/postgrest-1.0.0.tgz"]);
  expect(execFileSync(had.deno, { encoding: "utf8" })).toBe("deno\n");
  expect(execFileSync(had.postgrest, { encoding: "utf8" })).toBe("postgrest\n");
  expect(world.log.lines).toContain(
    "info: This machine has no Deno: 1.0.0 was fetched, as its hash is pinned.",
  );
  await had.end();
  expect(await readdir(world.temp)).toEqual(["prism-rollout"]);
  await close();
});

test("only what is missing is asked for; nothing where both are there, and nothing where it is not wanted", async () => {
  const one = await stage({ has: ["deno"] });
  expect(await one.get()).toMatchObject({ deno: expect.stringMatching(/\/deno$/) });
  expect(one.asked).toEqual(["GET /@one/postgrest/-/postgrest-1.0.0.tgz"]);
  const both = await stage({ has: ["deno", "postgrest"] });
  await both.get();
  const none = await stage();
  expect(await none.get("installed")).toEqual({
    because: "there is no Deno on this machine, and there is no PostgREST on this machine",
  });
  expect([...both.asked, ...none.asked]).toEqual([]);
  for (const { close } of [one, both, none]) await close();
});

test.each([
  [
    "a registry without it",
    { deno: archives.deno },
    pins,
    /PostgREST 1\.0\.0 cannot be fetched from .*: it answers 404$/,
  ],
  [
    "another archive",
    { ...archives, deno: archives.postgrest },
    pins,
    /what it sends is not the archive that is pinned$/,
  ],
  ["another machine", archives, { ...pins, deno: { ...pins.deno, for: "amiga-m68k" } }, /none is pinned for/],
])("%s: it is said why, and nothing is left", async (_, answers, pinned, because) => {
  const { get, world, close } = await stage({ answers });
  expect(await get("auto", pinned)).toEqual({ because: expect.stringMatching(because) });
  expect((await readdir(world.temp)).filter((name) => name !== "prism-rollout")).toEqual([]);
  await close();
});

test("where npm names no registry, that is why", async () => {
  const { world, close } = await stage();
  await close();
  expect(await engines({ compatibility: "auto", shadowRegistry: undefined }, world, pins)).toEqual({
    because: expect.stringMatching(/^there is no Deno on this machine, .* npm names no registry/),
  });
});

test("what is pinned is what the rehearsal plays with", async () => {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
  };
  for (const { name, version, integrity } of Object.values(enginePins))
    expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version, integrity });
});
