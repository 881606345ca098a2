import type { StandInRequest, StandInResponse } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { jsonOf, Refused } from "./errors.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** POST …/database/backups/restore-point: it is made in the background. */
export function createRestorePoint(context: SupabaseContext, request: StandInRequest): StandInResponse {
  const { name } = jsonOf(request, isNamed);
  const { backups } = context.state;
  if (name === "" || name.length > 20)
    throw new Refused(400, "name must be shorter than or equal to 20 characters");
  if (!backups.physical) throw new Refused(400, "Physical backups are not enabled for this project");
  backups.restorePoints[name] = { status: "PENDING", completed_on: null };
  return { status: 201, json: { name, ...backups.restorePoints[name] } };
}

/** GET …/database/backups/restore-point?name=…: one that is asked for is ready the next time. */
export function getRestorePoint({ state, now }: SupabaseContext, { query }: StandInRequest): StandInResponse {
  const { restorePoints } = state.backups;
  const name = query.get("name") ?? Object.keys(restorePoints).at(-1);
  const point = name === undefined ? undefined : restorePoints[name];
  if (name === undefined || point === undefined) throw new Refused(404, "Restore point not found");
  if (point.status === "PENDING")
    restorePoints[name] = { status: state.backups.ends, completed_on: new Date(now()).toISOString() };
  return { status: 200, json: { name, ...point } };
}

function isNamed(json: unknown): json is { readonly name: string } {
  return isObject(json) && typeof json["name"] === "string";
}
