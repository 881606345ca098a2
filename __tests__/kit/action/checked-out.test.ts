import { expect, test } from "@jest/globals";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ofCommit, refuseOtherCheckout } from "../../../kit/action/checked-out.ts";
import { runContext } from "../../../kit/ports/github.ts";

const [one, other] = ["a".repeat(40), "b".repeat(40)];

async function workspace(head: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-test-"));
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, ".git", "HEAD"), head);
  return folder;
}

test("a run is about the commit that is named, else about its own", () => {
  const context = runContext({ GITHUB_SHA: one });
  expect(ofCommit(context, other).sha).toBe(other);
  expect(ofCommit(context, "").sha).toBe(one);
});

test("another commit in the workspace is refused by both names; a branch, or no git, says nothing", async () => {
  await expect(refuseOtherCheckout(await workspace(`${one}\n`), other)).rejects.toMatchObject({
    code: "PR218",
    message: expect.stringMatching(/names bbbbbbbbbbbb, but aaaaaaaaaaaa is checked out/),
  });
  await refuseOtherCheckout(await workspace(`${one}\n`), one);
  await refuseOtherCheckout(await workspace("ref: refs/heads/main\n"), other);
  await refuseOtherCheckout(tmpdir(), other);
  await refuseOtherCheckout(await workspace(one), "");
});

test.each(["main", "abc123", "A".repeat(40), `${one}\n`, "$(id)"])("%p is no commit", async (text) => {
  await expect(refuseOtherCheckout(tmpdir(), text)).rejects.toMatchObject({ code: "PR102" });
});
