import { afterEach, describe, expect, test } from "@jest/globals";
import { systemHttp } from "../../../../kit/ports/http.ts";
import type { Host, HostedSite, Staged } from "../../../../kit/providers/hosts/host.ts";
import type { LoggedRequest } from "../../../../rehearsal/stand-ins/watch.ts";
import { loseAnswer } from "../../../support/broken-http.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { fixtures } from "../../../support/hosts/fixtures.ts";
import { type HostStage, type Question, hostStage, siteOf } from "../../../support/hosts/stage.ts";
import { serveLoopback } from "../../../support/serve-loopback.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const both = (text: string): readonly string[] => [text, text];
const page = "<html><title>Sign in</title></html>";

/** Hosts that are asked by an API: what a network and a service can do to a call. */
describe.each(fixtures.filter(({ name }) => name !== "command"))("$name", (fixture) => {
  const start = async (): Promise<HostStage> => {
    const made = await hostStage(fixture);
    open.push(made);
    return made;
  };
  /** Waits without waiting. */
  const patient = (): { clock: ReturnType<typeof fakeClock> } => ({ clock: fakeClock(Date.now()) });

  const staged = async (
    host: Host,
  ): Promise<{ site: HostedSite; staged: Staged | undefined; was: object }> => {
    const site = await siteOf("one");
    const { domains, deployment } = await host.inspect();
    return { site, staged: await host.stage(site, "release-1", deployment), was: domains };
  };
  const promote = async (host: Host, one: Awaited<ReturnType<typeof staged>>): Promise<unknown> =>
    await host.promote({ ...one, was: one.was as Record<string, string> });
  const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
    await work.then(
      () => undefined,
      (error: unknown) => error,
    );

  test("429 waits as it is told, and 500 of a reading is asked again", async () => {
    const { host, serves, api } = await start();
    const world = patient();
    const one = await host({}, world);
    for (const question of ["create", "upload", "promote"] as const)
      api?.plan({ ...fault(api, question), status: 429, headers: { "retry-after": "77" } });
    api?.plan({ ...fault(api, "read", 2), status: 500, json: { error: { message: "oh" } } });
    await promote(one, await staged(one));
    expect(world.clock.slept.filter((ms) => ms === 77_000)).toHaveLength(3);
    expect(await serves()).toEqual(both("one"));
  });

  test.each(["create", "upload", "promote", "back"] as const)(
    "%s: an answer that is lost",
    async (question) => {
      const { host, serves, moves, api, release } = await start();
      const { method = "", path = "" } = api?.questions[question] ?? {};
      const http = loseAnswer(systemHttp, method, new RegExp(`^${path}$`));
      if (question === "back") {
        const [first, second] = [await release("one"), await release("two")];
        const one = await host({}, { http, ...patient() });
        expect(await one.goBack({ from: second.id, to: first.id })).toMatchObject({ outcome: "reverted" });
        expect([await serves(), moves()]).toEqual([both("one"), 3]);
        return;
      }
      const one = await host({}, { http, ...patient() });
      await promote(one, await staged(one));
      expect([await serves(), moves()]).toEqual([both("one"), 1]);
    },
  );

  const strange: readonly (readonly [string, Partial<Record<string, unknown>>])[] = [
    ["500", { status: 500, json: { error: { message: "oh" } } }],
    ["a page", { status: 200, body: page }],
    ["an error with a good status", { status: 200, json: { error: { code: "no", message: "not today" } } }],
  ];
  const cases = strange.flatMap(([what, answer]) =>
    (["create", "upload", "promote"] as const).map((question) => [question, what, answer] as const),
  );

  test.each(cases)(
    "%s answers %s: said, production as it was, nothing moved twice",
    async (question, _, answer) => {
      const { host, serves, moves, api } = await start();
      const one = await host({}, patient());
      api?.plan({ ...fault(api, question, 99), status: 500, ...answer });
      const failure = await failureOf(staged(one).then((it) => promote(one, it)));
      expect(failure).toMatchObject({ name: "UserError", fix: expect.stringMatching(/\S/) });
      expect(await serves()).toEqual(both("before"));
      expect(moves()).toBe(question === "promote" ? 1 : 0);
    },
  );

  test("a page where the project was asked for is no project", async () => {
    const { host, api } = await start();
    api?.plan({ ...fault(api, "read", 99), status: 200, body: page });
    await expect((await host({}, patient())).inspect()).rejects.toMatchObject({
      code: "PR306",
      message: expect.stringContaining("an HTML page"),
    });
  });

  test("an upload that stands still ends, names the file, and the next attempt goes on", async () => {
    const { host, serves, api } = await start();
    const stalls = await serveLoopback(() => undefined);
    open.push(stalls);
    const { method = "", path = "" } = api?.questions.upload ?? {};
    const isUpload = (url: string | URL, init?: RequestInit): boolean =>
      init?.method === method && new RegExp(`^${path}$`).test(new URL(url).pathname);
    const http: typeof systemHttp = (url, init) => systemHttp(isUpload(url, init) ? stalls.url : url, init);
    const one = await host({ "ready-timeout": "100ms" }, { http, ...patient() });
    await expect(staged(one)).rejects.toMatchObject({
      code: "PR448",
      message: expect.stringMatching(/\(\d+ B\) was not uploaded: .*timeout.*Production was not touched\./),
    });
    expect(await serves()).toEqual(both("before"));
    const again = await host();
    await promote(again, await staged(again));
    expect(await serves()).toEqual(both("one"));
  });

  test("cut after any call: the next attempt goes on, traffic is moved once, and nothing is staged twice", async () => {
    let calls = 1;
    for (let last = 1; last <= calls; last += 1) {
      const { host, serves, moves, api } = await start();
      const { domains } = await (await host()).inspect();
      let sent = 0;
      const http: typeof systemHttp = async (url, init) => {
        sent += 1;
        const answer = sent > last ? undefined : await systemHttp(url, init);
        if (answer !== undefined && sent < last) return answer;
        throw new TypeError("fetch failed", { cause: { code: "ENETDOWN" } });
      };
      const site = await siteOf("one");
      const attempt = async (one: Host): Promise<unknown> =>
        await one.promote({ site, staged: await one.stage(site, "release-1", null), was: domains });
      const whole = await failureOf(attempt(await host({}, { http, ...patient() })));
      calls = whole === undefined ? calls : Math.max(calls, last + 1);
      await failureOf(attempt(await host()));
      const { method = "", path = "" } = api?.questions.create ?? {};
      const isMade = (one: LoggedRequest): boolean =>
        one.method === method && one.status === 200 && new RegExp(`^${path}$`).test(one.path);
      const made = api?.requests.filter(isMade).length;
      expect([last, await serves(), moves(), made]).toEqual([last, both("one"), 1, 1]);
    }
    expect(calls).toBeGreaterThan(8);
  });

  test("a token that is wrong is told with what to pass, and is in no message", async () => {
    const { host, moves } = await start();
    const failure = await failureOf((await host({ "host-token": "wr0ng-s3cret" })).inspect());
    expect(failure).toMatchObject({ code: "PR302", fix: expect.stringContaining("host-token") });
    expect(JSON.stringify(failure) + String(failure)).not.toContain("wr0ng-s3cret");
    expect(moves()).toBe(0);
  });

  test.each([
    ["host-token", "PR104"],
    ["host-project", "PR102"],
  ])("without %s nothing is asked", async (name, code) => {
    const { host, api } = await start();
    await expect(host({ [name]: "" })).rejects.toMatchObject({ code });
    expect(api?.requests).toHaveLength(0);
  });

  test("a project that is not there is told with what to correct", async () => {
    const { host } = await start();
    await expect((await host({ "host-project": "nowhere" })).inspect()).rejects.toMatchObject({
      code: "PR303",
      fix: expect.stringContaining("host-project"),
    });
  });
});

type Api = NonNullable<HostStage["api"]>;

function fault({ questions }: Api, question: Question, times = 1): Parameters<Api["plan"]>[0] {
  return { ...questions[question], times, status: 500 };
}
