import { isDeepStrictEqual } from "node:util";
import type { Met } from "./scene.ts";

type Functions = Met["functions"];

/** How a process changes the functions that are live. */
export interface Course {
  readonly from: Functions;
  readonly to: Functions;
  /** What each activation makes of the functions that it names; what stands alone becomes what it is in `to`. */
  readonly activations?: readonly Functions[];
  /** Where neither the old set nor the new one is live: its name (ADR 29), and what is live then. */
  readonly window?: { readonly name: string; is(live: Functions): boolean };
}

/** What is live once these calls were carried out: it follows from the writes alone. */
function liveAfter({ from, to, activations = [to] }: Course, carried: readonly string[]): Functions {
  const live: Record<string, string> = { ...from };
  const waiting = [...activations];
  for (const call of carried) {
    const [method = "", where = ""] = call.split(" ");
    const { pathname, searchParams: query } = new URL(where, "http://vendors/");
    const found = /^\/supabase\/.*\/functions(?:\/([\w-]+))?$/.exec(pathname);
    if (found === null) continue;
    const slug = query.get("slug") ?? found[1] ?? "";
    if (method === "PUT") Object.assign(live, waiting.shift());
    if (method === "DELETE") delete live[slug];
    const isAtOnce = method === "PATCH" || (method === "POST" && !query.has("bundleOnly"));
    if (isAtOnce && to[slug] !== undefined) live[slug] = to[slug];
  }
  return live;
}

/** What was found of a process that ended: the window that it ended in, and what is not as it must be. */
export interface Left {
  readonly window?: string;
  readonly problem?: string;
}

/** Wholly old or wholly new; or, as the writes say and nowhere else, the window that has a name. */
export function judgeLeft(course: Course, carried: readonly string[], live: Functions): Left {
  const expected = liveAfter(course, carried);
  if (!isDeepStrictEqual(live, expected))
    return {
      problem: `live is ${JSON.stringify(live)}, where ${JSON.stringify(expected)} follows from the calls`,
    };
  if ([course.from, course.to].some((whole) => isDeepStrictEqual(live, whole))) return {};
  if (course.window?.is(live) === true) return { window: course.window.name };
  return { problem: `half of the functions are live: ${JSON.stringify(live)}` };
}

/** Each function is as it was or as it becomes. */
export function oneByOne({ from, to }: Pick<Course, "from" | "to">): (live: Functions) => boolean {
  return (live) =>
    [...new Set([...Object.keys(from), ...Object.keys(to), ...Object.keys(live)])].every((slug) =>
      [from[slug], to[slug]].includes(live[slug]),
    );
}

/** The new set, and beside it functions of the old one that are not removed yet. */
export function notRemovedYet({ from, to }: Pick<Course, "from" | "to">): (live: Functions) => boolean {
  return (live) => {
    const beside = Object.keys(live).filter((slug) => !(slug in to));
    const kept = Object.fromEntries(beside.map((slug) => [slug, from[slug] ?? ""]));
    return beside.length > 0 && isDeepStrictEqual(live, { ...to, ...kept });
  };
}
