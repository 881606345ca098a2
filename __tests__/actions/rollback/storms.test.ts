import { afterEach, expect, test } from "@jest/globals";
import type { StandInResponse } from "../../../rehearsal/stand-ins/server.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });
type Done = Awaited<ReturnType<LiveRelease["rollback"]>>;
const outcomes = ({ outputs }: Done): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );
const said = ({ report }: Done): string => JSON.stringify(report.tables?.[0]?.rows);

const limited = { status: 429, json: { message: "Too Many Requests" }, headers: { "retry-after": "7" } };
const page = { status: 200, body: "<!doctype html><title>Maintenance</title>" };
const inside = { status: 200, json: { error: { message: "internal" } } };

test.each<[string, string, StandInResponse, RegExp]>([
  ["a storm of 429 while the former bundles are built", "POST", limited, /429/],
  ["a storm of 429 at the activation", "PUT", limited, /429/],
  [
    "a page for an answer to the activation",
    "PUT",
    page,
    /could not be put back|does not show its former state/,
  ],
  ["200 with an error inside", "PUT", inside, /could not be put back|does not show its former state/],
  ["a bundle that is over the limit by now", "POST", { status: 413, json: { message: "too large" } }, /413/],
])(
  "%s: the new set stays, whole, and is said; the next attempt brings all back",
  async (_, method, answer, why) => {
    // One clock is turned on by all that wait: the web has its time beside the waits of the functions.
    const made = await liveRelease({ given: { "verify-timeout": "20m" } });
    open.push(made);
    const { functions } = made.live();
    made.platform.fault = (asked) =>
      asked.method === method && asked.path.includes("/functions") ? answer : undefined;
    const done = await made.rollback({ needs });
    expect(outcomes(done)).toEqual({ web: "reverted", hello: "failed", world: "failed" });
    expect(done.outputs).toMatchObject({ outcome: "partly-rolled-back", extent: "partial" });
    expect(said(done)).toMatch(why);
    expect(said(done)).toContain("supabase functions deploy hello");
    expect(made.live()).toEqual({ web: made.before.web, functions });
    made.platform.fault = () => undefined;
    expect((await made.rollback({ needs })).outputs.outcome).toBe("rolled-back");
    expect(made.live()).toEqual(made.before);
  },
);
