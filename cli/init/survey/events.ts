import { type Found, type Repository, isBelow, lineAt } from "../repository/open-repository.ts";
import { uniqueOf } from "./references.ts";

/** Names of events that functions log: `event: "assessment.completed"` and the like. */
export async function findEvents(
  repository: Repository,
  directory: string,
): Promise<readonly Found<string>[]> {
  const paths = repository.files.filter((path) => isBelow(directory, path) && /\.[cm]?[jt]sx?$/.test(path));
  const all: Found<string>[] = [];
  for (const path of paths.slice(0, 500)) {
    const text = (await repository.text(path)) ?? "";
    for (const { 1: value = "", index } of text.matchAll(/\bevent["']?\s*:\s*["']([a-z][\w.-]{2,60})["']/g))
      all.push({ value, at: `${path}:${lineAt(text, index)}` });
  }
  return uniqueOf(all).slice(0, 12);
}
