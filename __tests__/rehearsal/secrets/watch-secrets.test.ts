import { afterEach, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changedFiles } from "../../../rehearsal/secrets/changed-files.ts";
import { type Overheard, overhearServers } from "../../../rehearsal/secrets/overhear-servers.ts";
import { serve } from "../../../rehearsal/stand-ins/server.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-secrets-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("every request to every server of the process is heard with its body, until nobody listens", async () => {
  const heard: Overheard[] = [];
  const server = await serve([], ({ body }) => ({ status: 200, body: String(body.length) }));
  const deafen = overhearServers((request) => heard.push(request));
  const body = "x".repeat(300_000);
  const answer = await fetch(`${server.url}/a?b=c`, { method: "POST", body, headers: { d: "e" } });
  expect(await answer.text()).toBe("300000");
  await (await fetch(`${server.url}/none`)).text();
  deafen();
  await (await fetch(`${server.url}/unheard`)).text();
  await server.close();
  const [first] = heard.filter(({ method }) => method === "POST");
  expect(first).toMatchObject({ port: server.port, url: "/a?b=c", headers: { d: "e" } });
  expect(first?.body.toString()).toBe(body);
  expect(heard.map(({ url }) => url).sort()).toEqual(["/a?b=c", "/none"]);
});

test("a folder tells what is new and what has changed, follows no link, and one that is not there has nothing", () => {
  const changed = changedFiles(folder);
  const names = (): readonly string[] =>
    changed().map(([path, content]) => `${path.slice(folder.length)} ${content.toString()}`);
  expect(names()).toEqual([]);
  mkdirSync(join(folder, "in"), { recursive: true });
  writeFileSync(join(folder, "in", "a"), "1");
  symlinkSync("/", join(folder, "link"));
  expect(names()).toEqual(["/in/a 1"]);
  expect(names()).toEqual([]);
  writeFileSync(join(folder, "in", "a"), "23");
  expect(names()).toEqual(["/in/a 23"]);
});
