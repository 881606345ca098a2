import { readFile } from "node:fs/promises";
import { posix, resolve } from "node:path";
import type { Runtime } from "../../kit/action/runtime.ts";
import { type ChangedSetting, changedSettings } from "../../kit/config/changed-settings.ts";
import { fileAt } from "../../kit/release/commit/file-at.ts";
import type { Manifest } from "../../kit/release/record/record.ts";

/** What this commit changes in `rollout.yml`, or why that cannot be told. */
export interface SettingsSince {
  readonly changed: readonly ChangedSetting[];
  readonly unverified: readonly string[];
}

interface Asked {
  readonly githubToken: string | undefined;
  readonly config: string;
  readonly workingDirectory: string;
}

/** Compares this commit's `rollout.yml` with that of the release that is live. */
export async function settingsSince(
  { githubToken, config, workingDirectory }: Asked,
  live: Manifest | undefined,
  { github, root }: Pick<Runtime, "github" | "root">,
): Promise<SettingsSince> {
  const path = posix.join(workingDirectory.replaceAll("\\", "/"), config);
  const untold = (why: string): SettingsSince => ({
    changed: [],
    unverified: [`whether ${path} was changed cannot be told: ${why}`],
  });
  if (githubToken === undefined || live === undefined) return untold("no live release is known");
  const [before, after] = await Promise.all([
    fileAt(await github(githubToken), path, live.commit),
    readFile(resolve(root, config), "utf8").catch(() => undefined),
  ]);
  if ("unread" in before) return untold(before.unread);
  const changed = changedSettings(before.text, after ?? "");
  return changed === undefined ? untold("it is no YAML there") : { changed, unverified: [] };
}
