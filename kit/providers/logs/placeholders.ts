import type { Question } from "./log-source.ts";

/** The release that is counted, as a query may name it. */
export interface Counted {
  readonly commit: string;
  readonly release: string | undefined;
  readonly target: string | undefined;
}

/** What may stand between braces; those of the release bind what is counted to it. */
const ofTime = ["from", "until", "from-seconds", "until-seconds", "seconds"];
const ofRelease = ["commit", "release", "target"];
const pattern = /\{([a-z]+(?:-[a-z]+)*)\}/g;

export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name = ""]) => name);
}

/** Those that nothing can be put in for. */
export function unknownIn(text: string): readonly string[] {
  const known = [...ofTime, ...ofRelease];
  return placeholdersIn(text).filter((name) => !known.includes(name));
}

/** Whether only what this release does can be in the answer. */
export function namesRelease(text: string): boolean {
  return placeholdersIn(text).some((name) => name === "commit" || name === "release");
}

export function namesTime(text: string): boolean {
  return placeholdersIn(text).some((name) => ofTime.includes(name));
}

/** The text with everything put in, each value as `as` writes it. A moment is in UTC, or in seconds since 1970. */
export function filled(
  text: string,
  { from, until }: Pick<Question, "from" | "until">,
  { commit, release, target }: Counted,
  as: (value: string) => string = (value) => value,
): string {
  const values = new Map([
    ["from", new Date(from).toISOString()],
    ["until", new Date(until).toISOString()],
    ["from-seconds", String(Math.floor(from / 1000))],
    ["until-seconds", String(Math.ceil(until / 1000))],
    ["seconds", String(Math.ceil((until - from) / 1000))],
    ["commit", commit],
    ["release", release ?? ""],
    ["target", target ?? ""],
  ]);
  return text.replace(pattern, (whole, name: string) => {
    const value = values.get(name);
    return value === undefined ? whole : as(value);
  });
}
