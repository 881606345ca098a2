import { expect, test } from "@jest/globals";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { refuseTargetEvent, runEvent } from "../../../../kit/release/run/event.ts";

async function event(payload: unknown, more: Readonly<Record<string, string>> = {}) {
  const path = join(await mkdtemp(join(tmpdir(), "prism-event-")), "event.json");
  await writeFile(path, typeof payload === "string" ? payload : JSON.stringify(payload));
  return await runEvent({ GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: path, ...more });
}

const from = (head: unknown, number = 7) => ({
  number,
  repository: { full_name: "acme/prism" },
  pull_request: { number, head },
});

test("a pull request of this repository is no stranger's; one of a fork is, also when the fork is gone", async () => {
  expect(await event(from({ repo: { full_name: "acme/prism" } }))).toEqual({
    name: "pull_request",
    pullRequest: { number: 7, stranger: false },
  });
  for (const repo of [{ full_name: "eve/prism" }, null, undefined, {}])
    expect((await event(from({ repo }))).pullRequest).toEqual({ number: 7, stranger: true });
});

test("dependabot's pull request gets no secrets either", async () => {
  const own = from({ repo: { full_name: "acme/prism" } });
  expect((await event(own, { GITHUB_ACTOR: "dependabot[bot]" })).pullRequest?.stranger).toBe(true);
});

test("an event that cannot be read counts as a stranger's", async () => {
  for (const payload of ["", "[", "null", "3", "{}"])
    expect((await event(payload)).pullRequest).toEqual({ number: 0, stranger: true });
  expect((await runEvent({ GITHUB_EVENT_NAME: "pull_request" })).pullRequest?.stranger).toBe(true);
});

test("a push is no pull request, whatever a file says", async () => {
  expect(await event(from(null), { GITHUB_EVENT_NAME: "push" })).toEqual({
    name: "push",
    pullRequest: undefined,
  });
});

test("pull_request_target is refused: a stranger's rollout.yml would say where tokens go", async () => {
  const target = await event(from({ repo: { full_name: "acme/prism" } }), {
    GITHUB_EVENT_NAME: "pull_request_target",
  });
  expect(() => refuseTargetEvent(target)).toThrow(expect.objectContaining({ code: "PR220" }));
  expect(() => refuseTargetEvent({ name: "pull_request" })).not.toThrow();
});

test("a number that is none is no bug, whatever stands there", async () => {
  for (const number of [{ toString: [] }, [7], "7", null, 1.5])
    expect((await event(from({}, number as number))).pullRequest?.number).toBe(0);
});
