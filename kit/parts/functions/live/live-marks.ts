import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { bundleMark } from "./bundle-mark.ts";
import { isObject } from "../../../ports/json-object.ts";

/** What tells by a list alone which bundle of a function is live: by its sum, by its number where none is given. */
export function liveMark(listed: ListedFunction): string {
  return bundleMark(listed) ?? `version ${listed.version}`;
}

/** The marks of a release's functions, as a job hands them on to another. */
export type LiveMarks = Readonly<Record<string, string>>;

/** Undefined for anything else. */
export function readLiveMarks(text: string): LiveMarks | undefined {
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json)) return undefined;
    return Object.values(json).every((mark) => typeof mark === "string") ? (json as LiveMarks) : undefined;
  } catch {
    return undefined;
  }
}

/** What is not live any more as it was left, in words, one for each function. */
export function notAsLeft(marks: LiveMarks, listed: readonly ListedFunction[]): readonly string[] {
  return Object.entries(marks).flatMap(([slug, mark]) => {
    const now = listed.find((one) => one.slug === slug && one.status !== "REMOVED");
    if (now === undefined) return [`${slug} is not live any more`];
    return liveMark(now) === mark ? [] : [`${slug} is live in another bundle (version ${now.version})`];
  });
}
