import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { UserError } from "../../../../kit/errors/user-error.ts";
import type { GitHub } from "../../../../kit/ports/github.ts";
import { openJournal } from "../../../../kit/release/record/journal.ts";
import { githubRecord } from "../../../../kit/release/record/record.ts";
import { type GithubWorld, commit, githubWorld } from "../../../support/github-world.ts";
import { recordingLog } from "../../../support/recording-log.ts";

let world: GithubWorld;
beforeEach(async () => {
  world = await githubWorld();
});
afterEach(() => world.standIn.close());

const of = { release: "r1", phase: "deploy-web", attempt: 1, approvedBy: [] } as const;
const states = { before: null, intended: { marker: "new" } };

/** GitHub as it is while it takes no status. */
function withoutStatuses(github: GitHub): GitHub {
  return {
    request: async (route, parameters) => {
      if (route.startsWith("POST") && route.endsWith("/statuses"))
        throw new UserError("PR305", "GitHub answered 502", "Look at githubstatus.com.");
      return await github.request(route, parameters);
    },
  };
}

test("a change that was made is not taken for failed because GitHub did not note it", async () => {
  const log = recordingLog();
  const kept: string[] = [];
  const record = githubRecord(withoutStatuses(world.github), "production", commit);
  const onChange = async (receipts: readonly { readonly state: string }[]): Promise<void> => {
    kept.push(receipts.map(({ state }) => state).join());
  };
  const journal = await openJournal(record, { ...of, onChange, log });
  expect(await journal.change("web", states, async () => "live")).toBe("live");
  expect(journal.receipts().map(({ state }) => state)).toEqual(["done"]);
  expect(kept).toEqual(["intended", "done"]);
  expect(log.lines.join("\n")).toContain("GitHub answered 502");
});

test("nor because the disk is full once it is made; before it, nothing is changed", async () => {
  const log = recordingLog();
  let room = 1;
  const onChange = async (): Promise<void> => {
    room -= 1;
    if (room < 0) throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  };
  const journal = await openJournal(githubRecord(world.github, "production", commit), {
    ...of,
    onChange,
    log,
  });
  expect(await journal.change("web", states, async () => "live")).toBe("live");
  let changed = false;
  const second = journal.change("cdn", states, async () => {
    changed = true;
    return "purged";
  });
  await expect(second).rejects.toThrow("ENOSPC");
  expect(changed).toBe(false);
});

test("a change that fails says so with its own error, whatever GitHub answers", async () => {
  const record = githubRecord(withoutStatuses(world.github), "production", commit);
  const journal = await openJournal(record, { ...of, onChange: async () => {}, log: recordingLog() });
  const failing = journal.change("web", states, async () => {
    throw new Error("half of the domains moved");
  });
  await expect(failing).rejects.toThrow("half of the domains moved");
  expect(journal.receipts().map(({ state }) => state)).toEqual(["failed"]);
});
