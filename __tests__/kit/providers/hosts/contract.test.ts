import { afterEach, describe, expect, test } from "@jest/globals";
import { readFileSync, writeFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { builtSite } from "../../../support/built-site.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { fixtures } from "../../../support/hosts/fixtures.ts";
import { type HostStage, hostStage, siteOf } from "../../../support/hosts/stage.ts";

const open: HostStage[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** What was found, for the table in docs/hosts.md. */
const found: Record<string, Record<string, string>> = {};

const quick = () => ({ clock: fakeClock(Date.now()) });
const both = (text: string): readonly string[] => [text, text];

describe.each(fixtures)("$name", (fixture) => {
  const start = async (): Promise<HostStage> => {
    const made = await hostStage(fixture);
    open.push(made);
    return made;
  };
  const note = (what: string, said: string): void => void ((found[fixture.name] ??= {})[what] = said);
  const isCommand = fixture.name === "command";

  test("looking changes nothing, and tells what each production domain serves", async () => {
    const { host, serves, moves, origins } = await start();
    const one = await host();
    const { domains, blocked, moving, deployment } = await one.inspect();
    note("sources", ["dist", ...(one.takes ?? [])].join(", "));
    expect([blocked, moving]).toEqual([undefined, null]);
    expect(Object.keys(domains)).toHaveLength(origins.length);
    expect(new Set(Object.values(domains)).size).toBe(1);
    expect(deployment === null).toBe(isCommand);
    expect([await serves(), moves()]).toEqual([both("before"), 0]);
  });

  test("what is staged can be looked at, and production is as it was", async () => {
    const { host, serves, moves } = await start();
    const one = await host();
    const site = await siteOf("one");
    const staged = await one.stage(site, "release-1", "what-was-live");
    note("staged", staged === undefined ? "no" : "at an address of its own");
    expect([await serves(), moves()]).toEqual([both("before"), 0]);
    if (staged === undefined) return;
    expect(await (await fetch(staged.url)).text()).toContain("<body>one</body>");
    expect(await one.said(staged.deployment)).toEqual({
      release: "release-1",
      artifact: site.digest,
      marker: site.marker,
      previous: "what-was-live",
    });
    expect(await one.find(site, "release-1")).toMatchObject({ deployment: staged.deployment });
    expect(await one.find(site, "release-2")).toBeUndefined();
    expect(await one.find({ ...site, digest: "other" }, "release-1")).toBeUndefined();
    expect((await one.stage(site, "release-1", null))?.deployment).toBe(staged.deployment);
  });

  test("a promotion moves every domain with one request, and asked again none", async () => {
    const { host, release, serves, moves } = await start();
    const { id, site } = await release("one");
    expect([await serves(), moves()]).toEqual([both("one"), 1]);
    const one = await host();
    const { domains, deployment, said } = await one.inspect();
    expect(deployment ?? said.marker).toBe(id);
    expect(said.marker).toBe(site.marker);
    if (isCommand) return;
    await one.promote({ site, staged: await one.find(site, "release-one"), was: domains });
    expect(moves()).toBe(1);
  });

  test("what somebody else made live meanwhile is not replaced", async () => {
    const { host, other, serves, moves } = await start();
    const one = await host();
    const { domains } = await one.inspect();
    const site = await siteOf("one");
    const staged = await one.stage(site, "release-1", null);
    await other();
    await expect(one.promote({ site, staged, was: domains })).rejects.toMatchObject({
      code: "PR435",
      message: expect.stringMatching(/Nothing was (?:promoted|changed)\./),
    });
    expect([await serves(), moves()]).toEqual([both("other"), 0]);
    note("compare-and-set", "forward and back");
  });

  test("the way back: tried without a change, gone, gone already", async () => {
    const { host, release, serves, moves } = await start();
    const first = await release("one");
    const second = await release("two");
    const one = await host();
    const change = { from: second.id, to: first.id };
    expect(await one.goBack(change, { dryRun: true })).toMatchObject({ outcome: "reverted" });
    expect([await serves(), moves()]).toEqual([both("two"), 2]);
    expect(await one.goBack(change)).toMatchObject({ outcome: "reverted" });
    expect([await serves(), moves()]).toEqual([both("one"), 3]);
    expect(await one.goBack(change)).toMatchObject({ outcome: "already" });
    expect(await one.goBack(change, { dryRun: true })).toMatchObject({ outcome: "already" });
    expect(moves()).toBe(3);
    note("way back", isCommand ? "`undo-command`" : "to any deployment that is kept");
  });

  test("what somebody else made live since is not taken away", async () => {
    const { host, release, other, serves, moves } = await start();
    const first = await release("one");
    const second = await release("two");
    await other();
    const one = await host();
    const change = { from: second.id, to: first.id };
    for (const dryRun of [true, false])
      expect(await one.goBack(change, { dryRun })).toMatchObject({ outcome: "drift" });
    expect([await serves(), moves()]).toEqual([both("other"), 2]);
  });

  test("where there is no way back, it is said and nothing is asked", async () => {
    const { host, release, serves, moves } = await start();
    const { id } = await release("one");
    const one = await host({ "undo-command": "" });
    const to = isCommand ? "gone" : null;
    for (const dryRun of [true, false])
      expect(await one.goBack({ from: id, to }, { dryRun })).toMatchObject({ outcome: "irreversible" });
    expect([await serves(), moves()]).toEqual([both("one"), 1]);
    expect(one.noWayBack === undefined).toBe(!isCommand);
  });

  test("a way back that does not come through is said, with what a person can run", async () => {
    const { host, release, serves, api } = await start();
    const first = await release("one");
    const second = await release("two");
    api?.plan({ ...api.questions.back, times: 99, status: 403, json: { error: { message: "not today" } } });
    const one = await host(isCommand ? { "undo-command": "exit 3" } : {}, quick());
    const back = await one.goBack({ from: second.id, to: first.id });
    expect(back).toMatchObject({ outcome: "failed", manual: expect.stringMatching(/\S/) });
    expect(await serves()).toEqual(both("two"));
  });

  test("an empty site is refused before anything is asked", async () => {
    const { host, serves, moves, api } = await start();
    const one = await host();
    const empty = { ...(await siteOf("one")), files: [] };
    const { domains } = await one.inspect();
    const asked = api?.requests.length;
    await expect(one.stage(empty, "r", null)).rejects.toMatchObject({ code: "PR449" });
    await expect(one.promote({ site: empty, staged: undefined, was: domains })).rejects.toMatchObject({
      code: "PR449",
      message: expect.stringContaining("Nothing was changed"),
    });
    expect([await serves(), moves(), api?.requests.length]).toEqual([both("before"), 0, asked]);
  });

  test("a link that leads out of the site is refused before anything is asked", async () => {
    const { deploy, serves, moves, api } = await start();
    const { folder } = await builtSite();
    const asked = api?.requests.length;
    await symlink("/etc/hostname", join(folder, "site/leads-out.txt"));
    await expect(deploy({ artifact: folder })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/leads-out\.txt[\s\S]*Nothing was changed/),
    });
    expect([await serves(), moves(), api?.requests.length]).toEqual([both("before"), 0, asked]);
  });

  test("names with spaces, signs and other scripts are served as they were built", async () => {
    const { host, origins } = await start();
    const names = ["a b.txt", "Übersicht – 100%.txt", "données/été.txt", "日本/語.txt", "a+b&c;d.txt"];
    const site = await siteOf("one", Object.fromEntries(names.map((name) => [name, `in ${name}`])));
    const one = await host();
    const { domains } = await one.inspect();
    const staged = await one.stage(site, "release-1", null);
    await one.promote({ site, staged, was: domains });
    for (const name of names) {
      const path = name.split("/").map(encodeURIComponent).join("/");
      expect(await (await fetch(`${origins[0]}/${path}`)).text()).toBe(`in ${name}`);
    }
  });

  if (isCommand) return;

  test("only what the host lacks is uploaded", async () => {
    const { release, host, asked } = await start();
    await release("one");
    const first = asked("upload");
    await release("two");
    expect(asked("upload") - first).toBe(fixture.changed);
    await (await host()).stage(await siteOf("two"), "release-3", null);
    expect(asked("upload") - first).toBe(fixture.changed);
    note("uploads", "what it lacks");
  });

  test("the calls of a release of which two files of three are new are counted", async () => {
    const { release, api } = await start();
    await release("one");
    const before = api?.requests.length ?? 0;
    await release("two");
    note("calls", String((api?.requests.length ?? 0) - before));
  });

  test("values are read and set one by one; what cannot be read is said to be so", async () => {
    const { host, api } = await start();
    const one = await host();
    const names = ["PLAIN", "SECRET", "NOWHERE"];
    expect(await one.env(names)).toMatchObject({
      PLAIN: { state: "value", value: "one" },
      SECRET: { state: "unreadable" },
      NOWHERE: { state: "absent" },
    });
    await one.setEnv({ PLAIN: "two" });
    expect([api?.variable("PLAIN"), api?.variable("SECRET")]).toEqual(["two", "sh0wn-never"]);
    await expect(one.setEnv({ NOWHERE: "x" })).rejects.toMatchObject({ code: "PR434" });
    note("values", "read and set");
  });

  test("the files of what is live are told, by their sums", async () => {
    const { release, host } = await start();
    const { id, site } = await release("one");
    const files = await (await host()).filesOf(id ?? "");
    expect(Object.fromEntries(files ?? [])).toEqual(
      Object.fromEntries(site.files.map(({ path, sha1 }) => [path, sha1])),
    );
    note("files", "compared");
  });
});

test("the table in docs/hosts.md is what was found here (meant? npm run golden, then npm run generate)", () => {
  const file = join(import.meta.dirname, "../../../golden/hosts.json");
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(file, "utf8")));
});
