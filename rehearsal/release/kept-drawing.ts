import type { Events } from "../../kit/parts/observe/drawing/events.ts";
import type { Path } from "../../kit/parts/observe/drawing/path.ts";
import type { Drawing } from "../report/model.ts";

/**
 * What the observe job's file says that is to be drawn. Nothing but numbers gets into a picture, so a file that holds
 * anything else there has none.
 */
export function drawingIn(text: string | undefined): Drawing | undefined {
  const drawn = member(parsed(text), "drawn");
  const [path, events] = [member(drawn, "path"), member(drawn, "events")];
  const drawing = {
    ...(isPath(path) ? { path } : {}),
    ...(isEvents(events) ? { events } : {}),
  };
  return Object.keys(drawing).length === 0 ? undefined : drawing;
}

function isPath(value: unknown): value is Path {
  const unit = member(value, "unit");
  return (
    (unit === "attempts" || unit === "minutes") &&
    isNumber(member(value, "most")) &&
    isPair(member(value, "fail")) &&
    isPair(member(value, "pass")) &&
    isListOf(member(value, "points"), isPair)
  );
}

function isEvents(value: unknown): value is Events {
  const [since, edges, slots] = [member(value, "since"), member(value, "edges"), member(value, "slots")];
  const isShare = (one: unknown): boolean =>
    isNumber(member(one, "attempts")) && isNumber(member(one, "failed"));
  return isTime(since) && isListOf(edges, isTime) && isListOf(slots, isShare);
}

function isListOf(value: unknown, is: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= 1000 && value.every(is);
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isSafeInteger(value);
}

/** What a date can be made of. */
function isTime(value: unknown): boolean {
  return isNumber(value) && Math.abs(value as number) <= 8.64e15;
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined;
  }
}
