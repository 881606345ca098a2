import { UserError } from "../../../errors/user-error.ts";
import type { Api } from "../../../ports/json-api.ts";
import { strange } from "../answered.ts";
import type { Mark } from "../dashboards.ts";
import { maker, ownerTag } from "./spec.ts";
import { check } from "./stores.ts";

interface Found {
  readonly id: number;
  readonly text: unknown;
  readonly timeEnd: unknown;
}

const path = "/api/annotations";

/**
 * One annotation for a release, known by its tags: made where there is none, brought up to date where it says something
 * else. Whoever looks at it again later, or at once after a cut, finds it and makes no second one.
 */
export async function keepMark(api: Api, mark: Mark): Promise<void> {
  const { project, release, target, from, until, text } = mark;
  const known = [maker, ownerTag(project), `release:${release}`];
  const tags = [...known, "deploy", `target:${target}`];
  const found = await findMark(api, known);
  const end = until === undefined ? {} : { timeEnd: Math.max(from, until) };
  if (found === undefined) {
    await make(api, known, { time: from, ...end, tags, text });
    return;
  }
  if (found.text === text && (until === undefined || found.timeEnd === end.timeEnd)) return;
  await api("PATCH", `${path}/${found.id}`, { json: { text, tags, ...end }, safe: true });
}

/** Without an answer nobody knows whether it was made: asked again, it would be there twice. */
async function make(api: Api, known: readonly string[], body: object): Promise<void> {
  try {
    await api("POST", path, { json: body });
  } catch (error) {
    const isOpen = error instanceof UserError && ["PR301", "PR305", "PR306"].includes(error.code);
    if (!isOpen || (await findMark(api, known)) === undefined) throw error;
  }
}

async function findMark(api: Api, tags: readonly string[]): Promise<Found | undefined> {
  const query = new URLSearchParams([...tags.map((tag) => ["tags", tag]), ["limit", "10"]]);
  const what = `${path}?${query.toString()}`;
  const { json } = await api("GET", what);
  if (!Array.isArray(json)) throw strange(`Grafana GET ${path}`, json, check);
  const found = json.flatMap((one: unknown) => readMark(one, tags));
  // The oldest: two that were made at once are both ours, and only one of them is kept up to date.
  return found.sort((a, b) => a.id - b.id)[0];
}

function readMark(one: unknown, tags: readonly string[]): readonly Found[] {
  const { id, text, timeEnd, tags: own } = (one ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== "number" || !Array.isArray(own)) return [];
  return tags.every((tag) => own.includes(tag)) ? [{ id, text, timeEnd }] : [];
}
