import { expect, test } from "@jest/globals";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { buildValues, namesProject } from "../../../rehearsal/own/build-values.ts";
import { installedLinks, packageFolders, sameLock } from "../../../rehearsal/own/packages.ts";
import { folderWith } from "./stage.ts";

const project = { ref: "r", url: "http://127.0.0.1:1", publishableKey: "sb_publishable_x", anonKey: "jwt" };

test("the variables by which a site finds its project have the stand-in's values, wherever they are named", async () => {
  const folder = folderWith({
    "src/client.ts":
      "createClient(import.meta.env.VITE_SUPABASE_URL, import.meta.env.VITE_SUPABASE_ANON_KEY)",
    ".env.production":
      "VITE_SUPABASE_PUBLISHABLE_KEY=sb_publishable_real\r\nVITE_SUPABASE_PROJECT_ID=abc\r\n",
    "app/page.tsx": "process.env.NEXT_PUBLIC_SUPABASE_URL; process.env.SUPABASE_SERVICE_ROLE_KEY",
    "node_modules/x/index.js": "VITE_SUPABASE_OTHER_URL",
    "supabase/functions/a/index.ts": "VITE_SUPABASE_NOT_URL",
  });
  expect(await buildValues(folder, project)).toEqual({
    NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:1",
    VITE_SUPABASE_ANON_KEY: "jwt",
    VITE_SUPABASE_PROJECT_ID: "r",
    VITE_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
    VITE_SUPABASE_URL: "http://127.0.0.1:1",
  });
});

test("code that names the real project itself is told", async () => {
  const folder = folderWith({ "src/a.ts": "https://abc.supabase.co", ".env": "X=https://abc.supabase.co" });
  expect(await namesProject(folder, "abc.supabase.co")).toEqual(["src/a.ts"]);
});

test("packages are linked one by one; those of the workspace lead to the checkout's own", async () => {
  const folder = folderWith({
    "package.json": "{}",
    "packages/ui/package.json": "{}",
    "node_modules/vite/package.json": "{}",
    "node_modules/@acme/plain/package.json": "{}",
    "node_modules/.cache/x": "",
    "node_modules/.bin/vite": "",
    "packages/ui/node_modules/react/package.json": "{}",
  });
  symlinkSync("../../packages/ui", join(folder, "node_modules/@acme/ui"));
  mkdirSync(join(folder, "empty"));
  expect(await packageFolders(folder)).toEqual(["", "packages/ui"]);
  const links = await installedLinks(folder, await packageFolders(folder));
  expect(links).toEqual({
    "node_modules/vite": join(folder, "node_modules/vite"),
    "node_modules/.bin": join(folder, "node_modules/.bin"),
    "node_modules/@acme/plain": join(folder, "node_modules/@acme/plain"),
    "node_modules/@acme/ui": "../../packages/ui",
    "packages/ui/node_modules/react": join(folder, "packages/ui/node_modules/react"),
  });
});

test("two copies are installed alike where their lock file is the same, which may lie above the stack", async () => {
  const [a, b, c, none] = [
    folderWith({ "package-lock.json": "1", "apps/web/package.json": "{}" }),
    folderWith({ "package-lock.json": "1", "apps/web/package.json": "{ }" }),
    folderWith({ "package-lock.json": "2" }),
    folderWith({}),
  ];
  expect(await sameLock(a, b, "apps/web")).toBe(true);
  expect(await sameLock(a, c, "apps/web")).toBe(false);
  expect(await sameLock(none, none, ".")).toBe(false);
});
