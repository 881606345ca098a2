import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeReports } from "../../../cli/rehearse/reports.ts";
import { folderWith } from "../../rehearsal/own/stage.ts";
import { releasedRelease } from "../../support/invented-releases.ts";

test("a folder that is made for the report is one that git ignores; one that is there keeps what it says to git", async () => {
  const folder = folderWith({ ".gitignore": "dist\n" });
  expect(await writeReports([releasedRelease], ".rehearsal", folder)).toBe(".rehearsal/report.html");
  expect(readFileSync(join(folder, ".rehearsal/.gitignore"), "utf8")).toBe("*\n");
  await writeReports([releasedRelease], ".", folder);
  expect(existsSync(join(folder, "report.html"))).toBe(true);
  expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("dist\n");
});
