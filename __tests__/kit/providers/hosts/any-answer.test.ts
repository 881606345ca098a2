import { afterAll, beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { UserError } from "../../../../kit/errors/user-error.ts";
import { type Http, systemHttp } from "../../../../kit/ports/http.ts";
import type { Host } from "../../../../kit/providers/hosts/host.ts";
import { fakeClock } from "../../../support/fake-clock.ts";
import { netlify } from "../../../support/hosts/netlify.ts";
import { type HostStage, hostStage } from "../../../support/hosts/stage.ts";
import { vercel } from "../../../support/hosts/vercel.ts";

type Answers = Map<string, { readonly status: number; readonly text: string }>;

/** What a host that is asked everything that only reads has answered. */
interface Recorded {
  readonly stage: HostStage;
  readonly answers: Answers;
  readonly live: string | null;
  readonly former: string;
}

const read = [
  async (host: Host) => await host.inspect(),
  async (host: Host) => await host.inspect("existing"),
  async (host: Host) => await host.env(["PLAIN", "SECRET", "constructor"]),
  async (host: Host, { live }: Recorded) => await host.said(live ?? ""),
  async (host: Host, { live }: Recorded) => await host.filesOf(live ?? ""),
  async (host: Host, { live: from, former: to }: Recorded) =>
    await host.goBack({ from, to }, { dryRun: true }),
  async (host: Host) => await host.find({ commit: "c".repeat(40), digest: "d".repeat(64) }, "release-two"),
] as const;

const recorded: Record<"vercel" | "netlify", Recorded | undefined> = {
  vercel: undefined,
  netlify: undefined,
};

beforeAll(async () => {
  for (const [name, fixture] of [["vercel", vercel] as const, ["netlify", netlify] as const]) {
    const stage = await hostStage(fixture);
    const former = (await (await stage.host()).inspect()).deployment ?? "";
    const { id: live } = await stage.release("two");
    const answers: Answers = new Map();
    const http: Http = async (url, init) => {
      const answer = await systemHttp(url, init);
      const text = await answer.text();
      answers.set(String(url), { status: answer.status, text });
      return new Response(text, { status: answer.status });
    };
    const one: Recorded = { stage, answers, live, former };
    const host = await stage.host({}, { http });
    for (const ask of read) await ask(host, one);
    recorded[name] = one;
  }
});

afterAll(async () => {
  for (const one of Object.values(recorded)) await one?.stage.close();
});

/** What the host had answered, with something else at one place of one answer. */
function otherwise({ answers }: Recorded, which: number, where: number, value: unknown): Http {
  const urls = [...answers.keys()];
  const changed = urls[which % urls.length];
  return async (asked) => {
    const url = String(asked);
    const { status, text } = answers.get(url) ?? { status: 404, text: "{}" };
    if (url !== changed) return new Response(text, { status });
    return new Response(JSON.stringify(replaced(JSON.parse(text), where, value)), { status });
  };
}

/** The value with another one at one of its places: itself, or one of those inside of it. */
function replaced(json: unknown, where: number, value: unknown): unknown {
  const paths = placesIn(json);
  const path = paths[where % paths.length] ?? [];
  const put = (inner: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value;
    if (Array.isArray(inner))
      return inner.map((one, index) => (String(index) === key ? put(one, rest) : one));
    return Object.fromEntries(
      Object.entries(inner as object).map(([name, one]) => [name, name === key ? put(one, rest) : one]),
    );
  };
  return put(json, path);
}

function placesIn(json: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner = typeof json === "object" && json !== null ? Object.entries(json) : [];
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

test.each(["vercel", "netlify"] as const)(
  "whatever %s answers where it is read is read, or refused in words",
  async (name) => {
    const of = recorded[name];
    if (of === undefined) throw new Error("nothing was recorded");
    const something = fc.oneof(
      { weight: 1, arbitrary: fc.jsonValue() },
      { weight: 3, arbitrary: fc.constantFrom<unknown>(null, [], {}, "", 0, [null], { a: null }) },
    );
    // The whole of an answer as often as one of its many fields.
    const place = fc.oneof(fc.constant(0), fc.nat(2000), fc.nat(20));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(20),
        place,
        something,
        fc.nat(read.length - 1),
        async (which, where, value, at) => {
          const host = await of.stage.host(
            {},
            { http: otherwise(of, which, where, value), clock: fakeClock() },
          );
          const said = await read[at]?.(host, of).catch((error: unknown) => error);
          if (said instanceof Error) expect(said).toBeInstanceOf(UserError);
        },
      ),
      { numRuns: Number(process.env["RUNS"] ?? 300) },
    );
  },
);

test.each(["vercel", "netlify"] as const)("what was recorded of %s is enough to read it", async (name) => {
  const of = recorded[name];
  if (of === undefined) throw new Error("nothing was recorded");
  const host = await of.stage.host({}, { http: otherwise(of, -1, 0, null) });
  expect((await host.inspect()).deployment).toBe(of.live);
  expect(await host.env(["PLAIN"])).toMatchObject({ PLAIN: { state: "value", value: "one" } });
  const back = await host.goBack({ from: of.live, to: of.former }, { dryRun: true });
  expect(back).toMatchObject({ outcome: "reverted" });
});

test("a list of one page that names itself as the next one ends", async () => {
  const of = recorded.vercel;
  if (of === undefined) throw new Error("nothing was recorded");
  const http: Http = async (asked) => {
    const url = String(asked);
    const { status, text } = of.answers.get(url.replace(/&until=\d+/, "")) ?? { status: 404, text: "{}" };
    const json = JSON.parse(text) as object;
    return new Response(
      JSON.stringify(url.includes("/domains") ? { ...json, pagination: { next: 7 } } : json),
      {
        status,
      },
    );
  };
  const host = await of.stage.host({}, { http, clock: fakeClock() });
  expect((await host.inspect()).deployment).toBe(of.live);
});
